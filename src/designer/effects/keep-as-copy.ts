import { say } from '../../words/index.ts';
import type { Database } from '../../storage/contract.ts';
import type { DocumentStore } from '../state/document-store.ts';
import { copyFlow } from '../storage/copy-flow.ts';

/** Keeps what is open as a flow of its own, accounts included, beside the one that somebody else saved; gives its id. */
export async function keepAsCopy(
  document: Pick<DocumentStore, 'getState'>,
  db: Database,
): Promise<string | undefined> {
  const { flow, past, future } = document.getState();
  if (flow === undefined) return undefined;
  const copy = {
    id: crypto.randomUUID(),
    name: say('versions.my-copy', { name: flow.name }),
    accounts: 'kept',
  } as const;
  await copyFlow(db, flow, copy, Date.now(), { past, future });
  return copy.id;
}
