import { useMemo } from 'react';
import { describeFlow, type Flow, type ReadingLine } from '../../flow/index.ts';
import { say, sayWording, spokenLanguage } from '../../words/index.ts';
import { useWorkbench } from '../state/workbench.ts';
import { useScheduleWords } from './schedule-words.ts';

export interface SpokenLine extends Omit<ReadingLine, 'sentences'> {
  readonly text: string;
}

const nothing: readonly SpokenLine[] = [];

/** The flow in plain words, line by line, in the language of the page; of a long flow `most` lines. */
export function useReading(flow: Flow | undefined, most = Infinity): readonly SpokenLine[] {
  const { catalog } = useWorkbench();
  const schedule = useScheduleWords(flow?.start);
  return useMemo(() => {
    if (flow === undefined) return nothing;
    const language = spokenLanguage();
    return describeFlow(flow, catalog, {
      language,
      most,
      ...(schedule !== undefined && { schedule }),
    }).map(({ sentences, ...line }) => ({ ...line, text: sentences.map(sayWording).join(' ') }));
  }, [flow, catalog, schedule, most]);
}

/** The lines in one go; of a long flow with how much is left to tell. */
export function readingText(flow: Flow, lines: readonly SpokenLine[]): string {
  const more = flow.steps.length - lines.filter(({ kind }) => kind === 'step').length;
  return [
    ...lines.map(({ text }) => text),
    ...(more > 0 ? [say('reading.more', { count: more })] : []),
  ].join(' ');
}
