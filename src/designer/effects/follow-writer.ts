/** The tab that watches: shows what the writing one does, change by change; where that cannot be followed, the flow is read again. */
import type { JournalHead, JournalRow } from '../../storage/contract.ts';
import { componentsIn } from '../state/need-components.ts';
import type { Workbench } from '../state/workbench.ts';
import { followRows } from '../storage/journal.ts';
import type { KnownOfStore } from './known-of-store.ts';

interface WriterPorts {
  readonly bench: Pick<Workbench, 'document' | 'needComponents'>;
  readonly known: KnownOfStore;
  /** Reads the flow once this has come, and shows it, unless the tab became something else meanwhile. */
  readonly readAgain: (after: Promise<unknown> | undefined) => Promise<void>;
  /** What lies beside the flow was saved with it. */
  readonly onSaved: () => void;
}

export async function takeNews(
  { bench, known, readAgain, onSaved }: WriterPorts,
  { head, rows }: { readonly head: JournalHead; readonly rows: readonly JournalRow[] },
): Promise<void> {
  const { document, needComponents } = bench;
  const { flow, past, future, readOnly } = document.getState();
  if (!readOnly || flow === undefined) return;
  const isNext = (rows[0]?.number ?? known.number + 1) === known.number + 1;
  const after =
    head.from === known.from && isNext ? followRows({ flow, past, future }, rows) : undefined;
  const waiting = after && needComponents(componentsIn(after.flow, after));
  if (after === undefined || after.followed.length < rows.length || waiting !== undefined) {
    await readAgain(waiting);
    return;
  }
  known.number = rows.at(-1)?.number ?? known.number;
  if (rows.length > 0) document.open(after.flow, { past: after.past, future: after.future }, true);
  if (head.rev > known.rev) onSaved();
  known.rev = Math.max(known.rev, head.rev);
}
