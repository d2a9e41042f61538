import { shortened, type Problem, type Severity } from '../../shared/index.ts';
import { waitingIn, type Counts, type StepRun } from '../../runtime/contract.ts';
import { errorPort, type FilledValue } from '../../flow/index.ts';
import { say, spokenLocale } from '../../words/first.ts';

export type StatusTone = 'to-do' | 'running' | 'held' | 'done' | 'in-part' | 'refused' | 'quiet';
export interface StepStatusLine {
  readonly tone: StatusTone;
  readonly text: string;
}

type Found = Pick<Problem, 'code' | 'path'> & { readonly severity: Severity };

/** What the flow around a step says of it. */
interface StepPlace {
  /** Nothing leads to it: what it finds counts, not how often it was asked. */
  readonly isFirst: boolean;
  /** Its ways out by their names, where it has several. */
  readonly ports: readonly { readonly id: string; readonly title: string }[];
  /** Tests do not run it: it gives its sample. */
  readonly leftOut?: boolean;
}
const nowhere: StepPlace = { isFirst: false, ports: [] };

/** The one line under a step's name: what happens now, else what is missing, else how the last test ended, else nothing. */
export function statusLine(
  step: { readonly disabled?: boolean | undefined; readonly operation: string },
  run: StepRun | undefined,
  problems: readonly Found[],
  place: StepPlace = nowhere,
): StepStatusLine | undefined {
  if (step.disabled === true) return { tone: 'quiet', text: say('canvas.switched-off') };
  if (run?.status === 'running')
    return {
      tone: 'running',
      text: say('canvas.running', { done: count(run.counts.done), count: count(run.counts.in) }),
    };
  if (run?.status === 'held')
    return { tone: 'held', text: say('canvas.waits-for-ok', { count: run.counts.held }) };
  if (run?.status === 'halted')
    return {
      tone: 'refused',
      text: [
        say('canvas.count-refused', { refused: count(run.counts.refused) }),
        say('canvas.waits-for-answer', { count: waitingIn(run.counts) }),
      ].join(' · '),
    };
  const open = problems.filter((problem) => problem.severity === 'error');
  if (open.length > 0) return { tone: 'to-do', text: missing(step, open) };
  const line = run === undefined ? undefined : marked(ended(run, place), run);
  if (place.leftOut !== true) return line;
  const parts = line === undefined ? [] : [line.text];
  return { tone: 'quiet', text: [...parts, say('canvas.left-out')].join(' · ') };
}

function marked(line: StepStatusLine | undefined, { hasInvented }: StepRun) {
  if (line === undefined || hasInvented !== true) return line;
  return { ...line, text: [say('canvas.on-invented'), line.text].join(' · ') };
}

/** What the person wrote into the step by hand goes behind how it ended, and stands alone before. */
export function withValues(
  line: StepStatusLine | undefined,
  values: readonly FilledValue[],
): StepStatusLine | undefined {
  if (values.length === 0 || (line !== undefined && line.tone !== 'done')) return line;
  const words = values.map(({ title, text }) =>
    text === undefined
      ? title
      : say('canvas.value', { title, text: shortened(text, longestValue) }),
  );
  return {
    tone: line?.tone ?? 'quiet',
    text: [...(line === undefined ? [] : [line.text]), ...words].join(' · '),
  };
}

const longestValue = 24;

function missing(step: { readonly operation: string }, open: readonly Found[]): string {
  if (step.operation === '') return say('canvas.to-choose');
  const fields = open.filter(({ path }) => path.includes('slots'));
  if (fields.length === open.length) return say('canvas.fields-to-fill', { count: fields.length });
  if (open.length === 1 && open[0]?.path.includes('credential') === true)
    return say('canvas.to-connect');
  return say('canvas.to-do', { count: open.length });
}

function ended({ status, counts }: StepRun, place: StepPlace): StepStatusLine | undefined {
  if (status === 'not-reached') return { tone: 'quiet', text: say('canvas.not-reached') };
  if (status === 'waiting') return undefined;
  const parts = [
    ...throughIn(counts, place),
    counts.refused > 0
      ? say('canvas.count-refused', { refused: count(counts.refused) })
      : undefined,
    counts.dropped > 0
      ? say('canvas.count-dropped', { dropped: count(counts.dropped) })
      : undefined,
    counts.held > 0 ? say('canvas.count-not-sent', { notSent: count(counts.held) }) : undefined,
  ].filter((part) => part !== undefined);
  if (status === 'cancelled')
    return { tone: 'quiet', text: [say('canvas.stopped'), ...parts].join(' · ') };
  if (status === 'failed')
    return { tone: 'refused', text: counts.refused > 0 ? parts.join(' · ') : say('canvas.failed') };
  return { tone: toneOf(counts), text: parts.join(' · ') };
}

/** Where some were refused and left out, the others went on: that is no alarm any more. */
function toneOf({ refused, done, held }: Counts): StatusTone {
  if (refused === 0 && held > 0) return done > 0 ? 'in-part' : 'quiet';
  if (refused === 0) return 'done';
  return done > 0 ? 'in-part' : 'refused';
}

/** What came through; where there are several ways on, how many took each. */
function throughIn(counts: Counts, { isFirst, ports }: StepPlace): readonly string[] {
  const { byPort } = counts;
  // A step that only sends its failures another way has one way on.
  if (byPort !== undefined && ports.some(({ id, title }) => id !== errorPort && title !== ''))
    return ports
      .filter(({ id }) => (byPort[id] ?? 0) > 0)
      .map(({ id, title }) => say('canvas.count-port', { port: title, count: byPort[id] ?? 0 }));
  if (isFirst && counts.refused === 0)
    return [say('canvas.count-found', { count: counts.out, found: count(counts.out) })];
  return counts.done > 0 || counts.refused + counts.held === 0
    ? [say('canvas.count-done', { done: count(counts.done) })]
    : [];
}

function count(value: number): string {
  return value.toLocaleString(spokenLocale());
}
