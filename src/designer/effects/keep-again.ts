import type { Workbench } from '../state/workbench.ts';
import { keepNewFlow } from '../storage/flow-storage.ts';
import { database } from '../storage/open-database.ts';

/** Keeps the open flow, with its history, in a store that was deleted meanwhile and is made anew. */
export async function keepAgain({ document }: Pick<Workbench, 'document'>): Promise<void> {
  const { flow, past, future } = document.getState();
  await database.open();
  if (flow === undefined) return;
  await keepNewFlow(database, flow, Date.now(), { past, future });
}
