import type { Workbench } from '../state/workbench.ts';
import { saveFlow } from '../storage/flow-storage.ts';
import { journalOf } from '../storage/journal.ts';
import { database } from '../storage/open-database.ts';

/** Keeps the open flow, with its history, in a store that was deleted meanwhile and is made anew. */
export async function keepAgain({ document }: Pick<Workbench, 'document'>): Promise<void> {
  const { flow, past, future } = document.getState();
  await database.open();
  if (flow === undefined) return;
  const rows = journalOf(flow.id, { past, future }, 0);
  await saveFlow(database, { flow, rev: 0, at: Date.now(), rows, number: rows.length });
}
