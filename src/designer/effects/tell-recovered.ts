import type { HistoryEntry } from '../../storage/contract.ts';
import { say, sayWording } from '../../words/index.ts';
import type { Workbench } from '../state/workbench.ts';

/** Says which changes came back that were made and not saved any more before the page ended. */
export function tellRecovered(
  { toasts, view }: Pick<Workbench, 'toasts' | 'view'>,
  recovered: readonly HistoryEntry[],
): void {
  const last = recovered.at(-1);
  if (last === undefined) return;
  const what = sayWording(last.label);
  toasts.show({
    text: say('versions.recovered', { count: recovered.length, what }),
    action: { label: say('versions.show'), run: () => view.setState({ dialog: 'history' }) },
  });
}
