import type { Database } from '../../storage/contract.ts';

/** The database and what is asked of it. */
export type OpenedStore = readonly [Database, typeof import('./opened-store.ts')];

/** What this tab knows of the stored flow; each save is compare-and-set on `rev`. */
export interface KnownOfStore {
  rev: number;
  /** The last change that it has seen, and the first row of the journal it is in. */
  number: number;
  from: number;
}
