import { say } from '../../words/first.ts';
import type { Workbench } from '../state/workbench.ts';
import { loadAgain } from './leaving.ts';

type Bench = Pick<Workbench, 'toasts'>;

/**
 * Does something with code that is fetched for it. What was asked for first is done first: of two goes at the same code the
 * second one may have it earlier, because the first one waits for its style sheets.
 */
export function withFetched<Code>(
  bench: Bench,
  fetch: () => Promise<Code>,
  act: (code: Code) => void,
): void {
  const fetched = fetch();
  const done = before.then(() => fetched).then(act, () => tellOutdated(bench));
  before = done.catch(() => undefined);
}

let before: Promise<unknown> = Promise.resolve();

/** Code that cannot be fetched any more belongs to an older build: only loading the page again brings it back. */
export function tellOutdated({ toasts }: Bench): void {
  toasts.show({
    text: say('common.outdated-title'),
    tone: 'trouble',
    action: { label: say('common.load-again'), run: () => void loadAgain() },
  });
}
