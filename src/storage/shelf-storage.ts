import type { Database } from './database.ts';
import type { SampleShelf } from './rows.ts';

export async function keepShelf(
  db: Database,
  flow: string,
  step: string,
  shelf: SampleShelf,
): Promise<void> {
  await db.shelves.put({ flow, step, shelf });
}

/** The shelves of a flow's steps. */
export async function loadShelves(
  db: Database,
  flow: string,
): Promise<Readonly<Record<string, SampleShelf>>> {
  const rows = await db.shelves.where({ flow }).toArray();
  return Object.fromEntries(rows.map(({ step, shelf }) => [step, shelf]));
}
