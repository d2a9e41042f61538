import { createStore } from 'zustand/vanilla';
import { Database } from '../../storage/index.ts';

/** The page's one database; opened at its first use. What belongs to the first view imports this file when it needs it. */
export const database = new Database();

/**
 * `waiting`: an older page in another tab holds the store open. `renewed`: a newer page needs it in another form; what is here is
 * closed for good. `deleted`: it was deleted while it was open.
 */
export type StoreState = 'there' | 'waiting' | 'renewed' | 'deleted';

export const storeState = createStore<{ readonly is: StoreState }>(() => ({ is: 'there' }));

/** What has to be written before the store is let go: a flow that is open. */
const lastWrites = new Set<() => Promise<void>>();

/** Who asks for the store waits as long for what is still to be written. */
const patienceMs = 1_500;

export function beforeStoreGoes(write: () => Promise<void>): () => void {
  lastWrites.add(write);
  return () => lastWrites.delete(write);
}

database.on('blocked', () => storeState.setState({ is: 'waiting' }));
database.on('ready', () => {
  if (storeState.getState().is === 'waiting') storeState.setState({ is: 'there' });
});
database.on('versionchange', ({ newVersion }) => {
  void letGo(newVersion === null ? 'deleted' : 'renewed');
  return false; // the library would close at once, and open again by itself
});

async function letGo(is: StoreState): Promise<void> {
  const written = Promise.allSettled([...lastWrites].map((write) => write()));
  await Promise.race([written, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
  database.close();
  storeState.setState({ is });
}
