import { say, sayWording } from '../../words/index.ts';
import { whyFailed } from '../state/need-components.ts';
import type { Workbench } from '../state/workbench.ts';

/** Does it when components are there, as long as the same flow is open; that they are not is said, and can be tried again. */
export function onceLoaded(
  { document, toasts }: Pick<Workbench, 'document' | 'toasts'>,
  waiting: Promise<void>,
  act: () => void,
): void {
  const id = document.getState().flow?.id;
  const ifStillOpen = (): void => {
    if (document.getState().flow?.id === id) act();
  };
  waiting.then(ifStillOpen, (cause: unknown) =>
    toasts.show({
      text: sayWording(whyFailed(cause)),
      tone: 'trouble',
      action: { label: say('common.try-again'), run: ifStillOpen },
    }),
  );
}
