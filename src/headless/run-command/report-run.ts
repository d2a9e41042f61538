/**
 * What a run did, for a terminal: the same fold of reports as the page shows, in the same words. Whatever comes from
 * data or a service is made harmless first (`plain-text.ts`).
 */
import { effectOf, type Catalog } from '../../catalog/index.ts';
import { inputSchemaOf, type Flow, type Step } from '../../flow/index.ts';
import {
  limitHit,
  recordLabel,
  stepRows,
  summarise,
  type Failure,
  type MessageRecord,
  type RunState,
  type StepRow,
  type StepRun,
} from '../../runtime/contract.ts';
import { schemaAt, titleOf, wordsOf } from '../../shared/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { heldInWords, partsInWords, timeInWords } from '../../words/run-words.ts';
import { limitOptions } from './arguments.ts';
import { plainLine, plainValue } from './plain-text.ts';

/** Refusals and held requests of a step that are written out; of the rest there is the number. */
const refusalsShown = 20;
const requestsShown = 5;

interface ToReport {
  readonly flow: Flow;
  readonly catalog: Catalog;
  readonly state: RunState;
  /** The messages of a step that are kept. */
  readonly records: (step: string) => readonly MessageRecord[];
}

/** The lines about a run that has ended. */
export function reportRun({ flow, catalog, state, records }: ToReport): readonly string[] {
  const about = flow.steps.flatMap((step) => {
    const run = state.steps[step.id];
    if (run === undefined) return [];
    const isStart = !flow.edges.some(({ to }) => to === step.id);
    const of = { step, run, catalog, isStart, records: records(step.id) };
    return [...failureLines(of), ...refusalLines(of), ...unknownLines(of), ...heldLines(of)];
  });
  const { parts, ms } = summarise(state, flow, state.finishedAt ?? state.startedAt);
  const held = Object.values(state.steps).some(({ counts }) => counts.held > 0);
  const isSaid = Object.values(state.steps).some(
    ({ failure, refusals }) => failure !== undefined || refusals.length > 0,
  );
  return [
    ...stepLines(stepRows(state, flow)),
    '',
    ...(about.length === 0 ? [] : [...about, '']),
    ...(state.failure === undefined || isSaid ? [] : [sayWording(state.failure)]),
    ...(held ? [say('command-line.held-nothing-sent')] : []),
    say('command-line.in-total', {
      status: say(
        held && state.status === 'done'
          ? 'command-line.status-tried'
          : `run-panel.status-${state.status}`,
      ),
      counts: partsInWords(parts),
      time: timeInWords(ms),
    }),
  ];
}

function stepLines(rows: readonly StepRow[]): readonly string[] {
  const names = rows.map(({ number, name }) => `${String(number)} ${plainLine(name, 40)}`);
  const states = rows.map(({ status, parts }) =>
    say(
      status === 'done' && parts.some(({ what }) => what === 'not-sent')
        ? 'command-line.step-not-sent'
        : `run-panel.step-${status}`,
    ),
  );
  const counts = rows.map(({ parts }) => partsInWords(parts));
  const times = rows.map(({ ms }) => (ms === undefined ? '' : timeInWords(ms)));
  const wide = (texts: readonly string[]): number => Math.max(...texts.map(({ length }) => length));
  return rows.map((_row, at) =>
    [
      (names[at] ?? '').padEnd(wide(names)),
      (states[at] ?? '').padEnd(wide(states)),
      (counts[at] ?? '').padEnd(wide(counts)),
      times[at] ?? '',
    ]
      .join('  ')
      .trimEnd(),
  );
}

interface OfStep {
  readonly step: Step;
  readonly run: StepRun;
  readonly catalog: Catalog;
  /** It begins the flow: what it was asked is no message that a person knows. */
  readonly isStart: boolean;
  readonly records: readonly MessageRecord[];
}

/** A step that could not run at all; what refused messages say is not said twice. */
function failureLines({ step, run }: OfStep): readonly string[] {
  if (run.failure === undefined || run.refusals.length > 0 || run.failure.kind === 'cancelled')
    return [];
  return [
    say('command-line.step-failed', { step: plainLine(step.name), what: sayWording(run.failure) }),
  ];
}

function refusalLines(of: OfStep): readonly string[] {
  const { step, run, isStart, records } = of;
  if (run.refusals.length === 0) return [];
  const shown = run.refusals.slice(0, refusalsShown);
  const labels = new Map(records.map((record) => [record.index, recordLabel(record)]));
  const more = run.counts.refused - shown.length;
  return [
    say('command-line.refused', { step: plainLine(step.name) }),
    ...shown.flatMap(({ index, failure }) => {
      const label = plainLine(labels.get(index) ?? '');
      const params = { number: index + 1, label, what: plainLine(sayWording(failure)) };
      const form = isStart ? 'start' : label === '' ? 'bare' : 'message';
      return [
        `  ${say(`command-line.refused-${form}`, params)}`,
        ...detailLines(failure, of).map((line) => `    ${line}`),
      ];
    }),
    ...(more > 0 ? [`  ${say('command-line.more', { count: more })}`] : []),
  ];
}

/** Writes that were on their way when the run was stopped: only the service knows of them. */
function unknownLines(of: OfStep): readonly string[] {
  const { step, catalog, records } = of;
  const operation = catalog.operation(step.component, step.operation);
  if (operation === undefined || effectOf(operation, step.settings) === 'read') return [];
  return records.flatMap((record) => {
    const { state, failure, index } = record;
    if (state !== 'cancelled' || failure?.code !== 'runs.cancelled-while-sending') return [];
    const what = sayWording(failure);
    const label = plainLine(recordLabel(record));
    const form = label === '' ? 'bare' : 'message';
    const params = { number: index + 1, label, what };
    const message = say(`command-line.refused-${form}`, params);
    return [say('command-line.at-step', { step: plainLine(step.name), what: message })];
  });
}

/** The service's own words, and each field with the value that was sent. */
function detailLines(failure: Failure, { step, catalog }: OfStep): readonly string[] {
  const component = wordsOf(catalog.component(step.component)?.title);
  const said = failure.serviceWords ?? '';
  const limit = limitHit(failure);
  return [
    ...(limit === undefined
      ? []
      : [say('command-line.limit-raised', { option: limitOptions[limit] })]),
    ...(said === ''
      ? []
      : [say('command-line.says-itself', { component, words: plainLine(said) })]),
    ...failure.fields.map(({ path, value, words }) => {
      const params = {
        field: plainLine(fieldTitle(step, path, catalog)),
        value: value === undefined ? say('run-panel.sent-nothing') : plainValue(value),
        words: plainLine(words ?? ''),
      };
      return params.words === '' || words === said
        ? say('command-line.refused-field', params)
        : say('command-line.refused-field-says', params);
    }),
  ];
}

function fieldTitle(step: Step, path: Failure['fields'][number]['path'], catalog: Catalog): string {
  const at = path.findLastIndex((part) => typeof part === 'string');
  const key = path[at];
  if (key === undefined) return step.name;
  const schema = inputSchemaOf(step, catalog);
  return titleOf(
    schema === undefined ? undefined : schemaAt(schema, path.slice(0, at + 1)),
    String(key),
  );
}

function heldLines({ step, run, catalog, records }: OfStep): readonly string[] {
  const { held: count } = run.counts;
  if (count === 0) return [];
  const requests = records.flatMap(({ state, request }) =>
    state === 'held' && request !== undefined ? [request] : [],
  );
  const shown = requests.slice(0, requestsShown);
  const operation = catalog.operation(step.component, step.operation);
  return [
    heldInWords({
      count,
      effect: run.heldEffect,
      does: operation?.does,
      component: wordsOf(catalog.component(step.component)?.title),
      operation: wordsOf(operation?.title),
    }),
    ...shown.map(
      ({ method, address, body }) =>
        `  ${say('command-line.held-request', {
          method,
          address: plainLine(address),
          body: body === undefined ? '' : plainValue(body),
        })}`,
    ),
    ...(count > shown.length
      ? [`  ${say('command-line.more', { count: count - shown.length })}`]
      : []),
  ];
}
