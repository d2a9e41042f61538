import type { Flow } from '../../flow/index.ts';
import { foldRun, summarise, type RunEvent, type RunState } from '../../runtime/contract.ts';
import { say, sayWording } from '../../words/index.ts';
import { partsInWords } from '../../words/run-words.ts';

const quietMs = 10_000;

/** Follows a run by its reports, and says meanwhile what a person would otherwise wait for without knowing. */
export function followRun(
  flow: Flow,
  now: () => number,
  tell: (line: string) => void,
): { take(event: RunEvent): void; state(): RunState | undefined } {
  let state: RunState | undefined;
  let toldAt = now();
  return {
    state: () => state,
    take(event) {
      state = foldRun(state, event);
      if (event.type === 'step.retrying')
        tell(
          say('command-line.retrying', {
            step: flow.steps.find(({ id }) => id === event.step)?.name ?? '',
            why: sayWording(event.failure),
            seconds: Math.max(1, Math.round(event.delayMs / 1000)),
          }),
        );
      if (event.type !== 'step.counted' || state === undefined || now() - toldAt < quietMs) return;
      toldAt = now();
      const counts = partsInWords(summarise(state, flow, toldAt).parts);
      tell(say('command-line.so-far', { counts }));
    },
  };
}
