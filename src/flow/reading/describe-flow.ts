/**
 * A flow in plain sentences, made from its descriptions alone: shown beside the canvas, read aloud, printed.
 *
 * 1. A line for each line of the outline, in its order and on its level: a step, a way out of one, a step that stands elsewhere.
 * 2. One wording a sentence; the sentences are in the words "flow". No value of a setting is told.
 */
import { wordsOf, type Wording } from '../../shared/index.ts';
import type { Flow, Step } from '../flow-document.ts';
import { startingStep } from '../check/check-start.ts';
import { errorPort, operationOf, outPort, portsOf, type FindOperations } from '../step-facts.ts';
import { flowLines, type FlowLine } from './flow-lines.ts';
import { sentence, stepSentences, type Told } from './step-sentences.ts';

export interface ReadingLine {
  readonly key: string;
  readonly kind: 'start' | FlowLine['kind'];
  /** From 1. */
  readonly level: number;
  /** The step it is about, and the number by which people know it. */
  readonly step?: string;
  readonly number?: number;
  readonly sentences: readonly Wording[];
}

interface Wishes {
  /** In which names are told. */
  readonly language?: string;
  /** The schedule in words, where somebody knows them; otherwise it is told as it is written. */
  readonly schedule?: string;
  /** Lines beyond these are left out. */
  readonly most?: number;
}

/** What the flow does, line by line, names in the reader's language. An empty flow is one sentence too. */
export function describeFlow(
  flow: Flow,
  catalog: FindOperations,
  { language = 'en', schedule, most = Infinity }: Wishes = {},
): readonly ReadingLine[] {
  const begin = { key: 'start', kind: 'start', level: 1 } as const;
  if (flow.steps.length === 0) return [{ ...begin, sentences: [sentence('reads-empty')] }];
  const steps = new Map(flow.steps.map((step, at) => [step.id, { step, number: at + 1 }]));
  const first = startingStep(flow, catalog);
  const told: Told = { flow, catalog, language, steps, first };
  const lines = flowLines(flow, (step) => waysOf(step, told));
  return [
    { ...begin, sentences: [startSentence(flow, first, schedule)] },
    ...lines.slice(0, most - 1).map((row) => lineOf(row, told)),
  ];
}

function waysOf(step: Step, { catalog, language }: Told): { id: string; title: string }[] {
  return portsOf(step, operationOf(step, catalog)).out.map(({ id, title }) => ({
    id,
    title: wordsOf(title, language),
  }));
}

function lineOf(row: FlowLine, told: Told): ReadingLine {
  const { key, kind, level } = row;
  const found = told.steps.get(row.step);
  const line = { key, kind, level, step: row.step };
  if (found === undefined) return { ...line, sentences: [] };
  const { step, number } = found;
  switch (row.kind) {
    case 'step':
      return { ...line, number, sentences: stepSentences(step, told) };
    case 'join':
      return { ...line, number, sentences: [sentence('reads-goes-on', { step: step.name })] };
    case 'way':
      return { ...line, sentences: [waySentence(row, step)] };
  }
}

function waySentence(row: Extract<FlowLine, { kind: 'way' }>, step: Step): Wording {
  if (row.port === errorPort) return sentence('reads-way-failures', { step: step.name });
  const way = row.title === outPort ? '' : row.title;
  const { number } = row;
  const isOpen = row.edge === undefined;
  if (way !== '') {
    if (isOpen) return sentence('reads-way-open', { way });
    return number === undefined
      ? sentence('reads-way', { way })
      : sentence('reads-way-numbered', { way, number });
  }
  if (number !== undefined) return sentence('reads-way-number', { number });
  return sentence(isOpen ? 'reads-usual-open' : 'reads-usual', { step: step.name });
}

function startSentence({ start }: Flow, first: Step | undefined, schedule?: string): Wording {
  switch (start.kind) {
    case 'manual':
      return sentence('reads-start-manual');
    case 'schedule':
      return schedule === undefined
        ? sentence('reads-start-schedule', { cron: start.cron, zone: start.timeZone })
        : sentence('reads-start-times', { schedule, zone: start.timeZone });
    case 'poll':
      return start.everySeconds % 60 === 0
        ? sentence('reads-start-poll-minutes', { count: start.everySeconds / 60 })
        : sentence('reads-start-poll-seconds', { count: start.everySeconds });
    case 'webhook':
      return sentence('reads-start-webhook', { step: first?.name ?? '' });
  }
}
