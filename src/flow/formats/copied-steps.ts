/**
 * Copied steps as a text, for the clipboard: readable, and checked by the flow's own schema when it comes back, whoever
 * wrote it.
 */
import { isJsonObject, parseJson, success, type Json, type Result } from '../../shared/index.ts';
import type { CopiedSteps } from '../build/copy-steps.ts';
import { flowFormat, flowFormatVersion } from '../flow-document.ts';
import type { FlowFileProblem } from './flow-file-problem.ts';
import { deepestAccepted, readFlow } from './parse-flow.ts';
import { scanBrackets } from './scan-text.ts';

const format = 'footbridge.steps';
/** Longer than 1,000 steps with large forms. */
const longest = 20_000_000;

/** A document of its own, with the version of the flow's format. */
export function copiedStepsDocument(copied: CopiedSteps): Json {
  // Steps and edges are plain JSON; only their types say more.
  return { format, formatVersion: flowFormatVersion, ...copied } as unknown as Json;
}

/** The steps in a text; undefined where it holds none: it is about something else. */
export function parseCopiedSteps(text: string): Result<CopiedSteps, FlowFileProblem> | undefined {
  if (text.length > longest || scanBrackets(text).deepest > deepestAccepted) return undefined;
  const json = parseJson(text);
  if (!json.ok || !isJsonObject(json.value) || json.value['format'] !== format) return undefined;
  const { formatVersion = null, steps = null, edges = null, positions = {}, flow } = json.value;
  const { notes = [], groups = [] } = json.value;
  const read = readFlow({
    format: flowFormat,
    formatVersion,
    id: typeof flow === 'string' && flow !== '' ? flow : 'unknown',
    revision: 0,
    name: '',
    locale: 'en',
    timeZone: 'UTC',
    start: { kind: 'manual' },
    steps,
    edges,
    credentials: slotsNamedIn(steps),
    components: [],
    samples: [],
    tests: [],
    layout: { positions, notes, groups },
  });
  if (!read.ok) return read;
  const { id, layout, ...part } = read.value;
  return success({
    flow: id,
    steps: part.steps,
    edges: part.edges,
    ...layout,
  });
}

/** The part names slots by their ids alone. */
function slotsNamedIn(steps: Json): Json {
  const ids = Array.isArray(steps)
    ? steps.flatMap((step: Json) => {
        const id = isJsonObject(step) ? step['credential'] : undefined;
        return typeof id === 'string' && id !== '' ? [id] : [];
      })
    : [];
  return [...new Set(ids)].map((id) => ({ id, name: '', component: '', type: '' }));
}
