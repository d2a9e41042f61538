import { say } from '../../words/first.ts';
import type { Workbench } from '../state/workbench.ts';

type Bench = Pick<Workbench, 'toasts'>;

/** Does something with code that is fetched for it. */
export function withFetched<Code>(
  bench: Bench,
  fetch: () => Promise<Code>,
  act: (code: Code) => void,
): void {
  void fetch().then(act, () => tellOutdated(bench));
}

/** Code that cannot be fetched any more belongs to an older build: only loading the page again brings it back. */
export function tellOutdated({ toasts }: Bench): void {
  toasts.show({
    text: say('common.outdated-title'),
    tone: 'trouble',
    action: { label: say('common.load-again'), run: () => location.reload() },
  });
}
