/**
 * Undo and redo in words.
 *
 * 1. What a toast offers is about the change it names: as soon as another change is the last one, the toast is withdrawn.
 * 2. A way back that is not possible says why.
 */
import type { Result, Wording } from '../../shared/index.ts';
import { say, sayWording } from '../../words/first.ts';
import type { Workbench } from '../state/workbench.ts';

type Bench = Pick<Workbench, 'document' | 'toasts'>;

/** Says what the last change was, and offers to undo it. */
export function showWithUndo(bench: Bench, text: string): void {
  showWhileLast(bench, 'past', text, {
    label: say('common.undo'),
    run: () => undoInWords(bench),
  });
}

export function undoInWords(bench: Bench): void {
  const label = tell(bench, bench.document.undo(), 'common.not-undone');
  if (label === undefined) return;
  showWhileLast(bench, 'future', say('common.undone', { what: sayWording(label) }), {
    label: say('common.redo'),
    run: () => redoInWords(bench),
  });
}

export function redoInWords(bench: Bench): void {
  const label = tell(bench, bench.document.redo(), 'common.not-redone');
  if (label !== undefined) showWithUndo(bench, say('common.redone', { what: sayWording(label) }));
}

function tell(
  { toasts }: Bench,
  travelled: Result<Wording, Wording> | undefined,
  sentence: 'common.not-undone' | 'common.not-redone',
): Wording | undefined {
  if (travelled?.ok === false)
    toasts.show({ text: say(sentence, { why: sayWording(travelled.reason) }), tone: 'trouble' });
  return travelled?.ok === true ? travelled.value : undefined;
}

function showWhileLast(
  { document, toasts }: Bench,
  side: 'past' | 'future',
  text: string,
  action: { readonly label: string; run(): void },
): void {
  const entry = document.getState()[side].at(-1);
  const toast = toasts.show({ text, action });
  const forget = document.subscribe((now) => {
    if (now[side].at(-1) === entry) return;
    forget();
    toasts.dismiss(toast);
  });
}
