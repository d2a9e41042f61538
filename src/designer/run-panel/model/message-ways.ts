import { errorPort } from '../../../flow/index.ts';
import type { MessageRecord, RecordFilter, StepRun } from '../../../runtime/contract.ts';
import { say } from '../../../words/index.ts';

/** A way out of a step, as it is called on the canvas. */
export interface NamedWay {
  readonly id: string;
  readonly title: string;
}

/** A choice of messages: all, or those that took a way or ended in a manner. */
export interface MessageChoice {
  readonly key: string;
  readonly words: string;
  /** None: the refusals that the run told, or all. */
  readonly filter?: RecordFilter;
  readonly count: number;
}

/** What there is to choose from: only what has messages. A step with one way out is not asked about ways. */
export function messageChoices(
  { counts, refusals }: Pick<StepRun, 'counts' | 'refusals'>,
  total: number,
  ways: readonly NamedWay[],
): readonly MessageChoice[] {
  const { refused, dropped, byPort = {} } = counts;
  // What went the way of failures is what was refused: named ways on are asked about.
  const hasWays = ways.some(({ id, title }) => id !== errorPort && title !== '');
  return [
    ...(refusals.length === 0
      ? []
      : [
          {
            key: 'refused',
            words: say('run-panel.way-refused', { count: refused }),
            count: refused,
          },
        ]),
    { key: 'all', words: say('run-panel.way-all', { count: total }), count: total },
    ...(hasWays ? ways : []).flatMap(({ id, title }): MessageChoice[] => {
      const count = Object.hasOwn(byPort, id) ? (byPort[id] ?? 0) : 0;
      if (count === 0) return [];
      const words = say('run-panel.way-to', { way: title, count });
      return [{ key: `way ${id}`, words, filter: { way: id }, count }];
    }),
    ...(dropped === 0
      ? []
      : [
          {
            key: 'dropped',
            words: say('run-panel.way-dropped', { count: dropped }),
            filter: { state: 'dropped' } as const,
            count: dropped,
          },
        ]),
  ];
}

/** Where a message went on, in words; undefined where there is only one way, or none that has a name. */
export function wentTo(
  { ports, state }: Pick<MessageRecord, 'ports' | 'state'>,
  named: readonly NamedWay[],
): string | undefined {
  if (state === 'dropped') return say('run-panel.went-nowhere');
  const titles = (ports ?? []).flatMap((way) => named.find(({ id }) => id === way)?.title ?? []);
  if (titles.length === 0) return undefined;
  const quoted = titles.map((way) => say('run-panel.went-to-quoted', { way }));
  return say('run-panel.went-to', { ways: quoted.join(', ') });
}
