/**
 * A text becomes a flow, or a sentence about why not. Nothing is run, fetched or evaluated.
 *
 * 1. Reading never rewrites: what is accepted is kept as it was, keys of newer programs included. Only groups lose the steps that
 *    are not there (`mendGroups`), and that is said.
 * 2. Every refusal names a line or the path to the broken part.
 * 3. Nothing in a file can make this throw: depth is counted before anything recursive sees it.
 */
import {
  failure,
  isJsonObject,
  parseJson,
  success,
  type Json,
  type JsonObject,
  type JsonPath,
  type Result,
} from '../../shared/index.ts';
import { flowFormat, flowFormatVersion, flowSchema, type Flow } from '../flow-document.ts';
import { migrate, migrations, type Migration } from '../migrations/migrate.ts';
import { findFault, type DocumentFault } from './check-document.ts';
import { fileProblem, type FlowFileProblem } from './flow-file-problem.ts';
import { mendGroups } from './mend-groups.ts';
import { placeInWords } from './place-in-words.ts';
import { recognise, recogniseText } from './recognise.ts';
import { scanBrackets } from './scan-text.ts';

/** Deeper than any mapping a person makes, shallow enough for every reader after this one. */
export const deepestAccepted = 200;

/** With the titles of groups that were mended. */
export type ParsedFlow = Result<Flow, FlowFileProblem> & { readonly mended?: readonly string[] };

/** The flow in a file's text. */
export function parseFlow(text: string, chain: readonly Migration[] = migrations): ParsedFlow {
  if (text.trim() === '') return failure(fileProblem('empty'));
  const { isOpen, deepest } = scanBrackets(text);
  if (deepest > deepestAccepted) return failure(fileProblem('too-deep'));
  const json = parseJson(text);
  if (!json.ok) {
    const { line, column, message } = json.reason;
    const at = line === 0 ? {} : { line, column };
    const foreign = recogniseText(text);
    if (foreign !== undefined) return failure(fileProblem('foreign', { what: foreign }));
    if (isOpen && /^\s*[{[]/.test(text)) {
      const last = text.trimEnd().split('\n').length;
      return failure(fileProblem('cut', { line: last }, { line: last, detail: message }));
    }
    return failure(
      line === 0
        ? fileProblem('not-json', {}, { detail: message })
        : fileProblem('not-json-at', { line, column }, { ...at, detail: message }),
    );
  }
  return readFlow(json.value, chain);
}

/** The flow in what a text holds; `parseFlow` has counted its depth. */
export function readFlow(json: Json, chain: readonly Migration[] = migrations): ParsedFlow {
  if (!isJsonObject(json) || json['format'] !== flowFormat) {
    const what = recognise(json);
    return failure(what === undefined ? fileProblem('unknown') : fileProblem('foreign', { what }));
  }
  const version = json['formatVersion'];
  if (typeof version !== 'number' || !Number.isInteger(version))
    return failure(broken(json, ['formatVersion'], 'not a whole number'));
  if (version > flowFormatVersion)
    return failure(fileProblem('newer', { version, known: flowFormatVersion }));
  const migrated = migrate(json, version, flowFormatVersion, chain);
  if (!migrated.ok) return failure(fileProblem('too-old', { version }));
  return validate(migrated.value);
}

function validate(document: JsonObject): ParsedFlow {
  const parsed = flowSchema.safeParse(document);
  if (!parsed.success) {
    const { path, message } = deepestIssue(parsed.error.issues);
    return failure(broken(document, path, message));
  }
  // The schema has just said so; the document itself is kept because the schema's copy lacks unknown keys.
  const flow = document as unknown as Flow;
  const fault = findFault(flow) ?? faultOfCalled(flow);
  if (fault === undefined) return mendedFlow(flow);
  const { code, path, id } = fault;
  return failure(fileProblem(code, { where: placeInWords(document, path), id }, { path }));
}

/** A flow with those that it calls. */
function mendedFlow(read: Flow): ParsedFlow {
  const own = mendGroups(read);
  const called = (read.calledFlows ?? []).map(mendGroups);
  const mended = [own, ...called].flatMap((each) => each.mended);
  if (mended.length === 0) return success(read);
  const calledFlows = called.map(({ flow }) => flow);
  const flow = read.calledFlows === undefined ? own.flow : { ...own.flow, calledFlows };
  return { ...success(flow), mended };
}

/** Each flow of a file is kept by its id: of two with one id, only one could be. */
function faultOfCalled({ id: own, calledFlows = [] }: Flow): DocumentFault | undefined {
  const seen = new Set([own]);
  for (const [at, called] of calledFlows.entries()) {
    const { id } = called;
    if (seen.has(id)) return { code: 'flow-twice', path: ['calledFlows', at], id };
    seen.add(id);
    const fault = findFault(called);
    if (fault !== undefined) return { ...fault, path: ['calledFlows', at, ...fault.path] };
  }
  return undefined;
}

function broken(document: Json, path: JsonPath, detail: string): FlowFileProblem {
  return fileProblem('broken', { where: placeInWords(document, path) }, { path, detail });
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly code?: string | undefined;
  readonly errors?: unknown;
}
interface Place {
  readonly path: JsonPath;
  readonly message: string;
}

/** The first issue; of a choice whose branches all failed, the branch that came furthest says what was meant. */
function deepestIssue([issue]: readonly Issue[]): Place {
  if (issue === undefined) return { path: [], message: '' };
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const branches = Array.isArray(issue.errors)
    ? (issue.errors as readonly (readonly Issue[])[])
    : [];
  const inside = branches.map(deepestIssue).reduce(further, { path: [], message: issue.message });
  return { path: [...path, ...inside.path], message: inside.message };
}

function further(one: Place, other: Place): Place {
  return other.path.length > one.path.length ? other : one;
}
