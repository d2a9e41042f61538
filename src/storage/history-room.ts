/** How much of earlier runs this browser keeps, where the person wants another amount than the usual. */
import type { Database } from './database.ts';
import { historyLimits } from './limits.ts';

/** What steps remember lies under other names (`kept-keys-name.ts` of the runtime). */
const key = 'this browser/history';
const shareOfRun = historyLimits.run / historyLimits.total;

/** In characters of JSON, which are about so many bytes. */
export async function historyRoom(db: Pick<Database, 'memories'>): Promise<number> {
  const kept = (await db.memories.get(key))?.value;
  return typeof kept === 'number' && kept > 0 ? kept : historyLimits.total;
}

/** Counts from the next run on: nothing goes at once. */
export async function keepHistoryRoom(
  db: Pick<Database, 'memories'>,
  total: number,
): Promise<void> {
  if (total === historyLimits.total) await db.memories.delete(key);
  else await db.memories.put({ key, value: total });
}

/** All of it, and a single run's share. */
export async function historyLimitsOf(
  db: Pick<Database, 'memories'>,
): Promise<{ readonly total: number; readonly run: number }> {
  const total = await historyRoom(db);
  return { total, run: total * shareOfRun };
}
