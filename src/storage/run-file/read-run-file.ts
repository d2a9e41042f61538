/** A text becomes a run that can be looked at, or a sentence about why not. Nothing is run, fetched or evaluated. */
import {
  failure,
  isJsonObject,
  parseJson,
  success,
  type Result,
  type Wording,
} from '../../shared/index.ts';
import { flowSchema, scanBrackets } from '../../flow/index.ts';
import { runFileSchema, runFormat, runFormatVersion, type WholeRun } from './run-file.ts';

/** Deeper data than any service gives, shallow enough for every reader after this one. */
const deepestAccepted = 500;

export function readRunFile(text: string): Result<WholeRun, Wording> {
  if (text.trim() === '') return no('empty');
  if (scanBrackets(text).deepest > deepestAccepted) return no('too-deep');
  const json = parseJson(text);
  if (!json.ok) {
    const { line, column } = json.reason;
    return no('not-json', { line, column });
  }
  const { value } = json;
  if (!isJsonObject(value)) return no('unknown');
  if (value['format'] === 'footbridge.flow') return no('is-flow');
  if (value['format'] !== runFormat) return no('unknown');
  const version = value['formatVersion'];
  if (typeof version === 'number' && version > runFormatVersion)
    return no('newer', { version, known: runFormatVersion });
  const parsed = runFileSchema.safeParse(value);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.map(String).join(' › ') ?? '';
    return no('broken', { where });
  }
  const flowOf = flowSchema.safeParse(parsed.data.flow);
  if (!flowOf.success) {
    const where = ['flow', ...(flowOf.error.issues[0]?.path.map(String) ?? [])].join(' › ');
    return no('broken', { where });
  }
  // The schemas have just said so; the document itself is kept because the schema's copy lacks unknown keys.
  const file = value as unknown as Pick<WholeRun, 'state' | 'flow' | 'steps'> & {
    readonly run: Omit<WholeRun['row'], 'flow'>;
  };
  const { run, state, flow, steps } = file;
  return success({ row: { ...run, flow: flow.id }, state, flow, steps });
}

function no(code: string, params: Wording['params'] = {}): Result<never, Wording> {
  return failure({ code: `earlier.file-${code}`, params });
}
