import { say } from '../../words/first.ts';
import type { Workbench } from '../state/workbench.ts';
import { loadAgain } from './leaving.ts';

type Bench = Pick<Workbench, 'toasts'>;

/**
 * Does something with code that is fetched for it. What was asked for first is begun first: of two goes at the same code the
 * second one may have it earlier, because the first one waits for its style sheets. What fails is a defect like any other: it
 * is reported, and holds up nothing behind it.
 */
export function withFetched<Code>(
  bench: Bench,
  fetch: () => Promise<Code>,
  act: (code: Code) => void,
): void {
  const fetched = fetch();
  const begin = (code: Code): void => {
    try {
      act(code);
    } catch (cause) {
      reportError(cause);
    }
  };
  before = before.then(() => fetched).then(begin, () => tellOutdated(bench));
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
