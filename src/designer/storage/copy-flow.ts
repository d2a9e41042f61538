import type { Flow } from '../../flow/index.ts';
import {
  keepShelf,
  keepTest,
  loadShelves,
  loadTests,
  type Database,
} from '../../storage/contract.ts';
import { listBindings } from './credential-storage.ts';
import { fileFlow } from './filing-storage.ts';
import { keepNewFlow } from './flow-storage.ts';
import type { History } from './journal.ts';

interface CopyOfFlow {
  readonly id: string;
  readonly name: string;
  readonly accounts: 'kept' | 'left';
}

/**
 * Keeps a flow once more, under an id and a name of its own, with what lies beside it: samples, tests, folder and tags.
 * Accounts go along where the copy takes the place of the flow; a copy that is tried out is connected anew.
 */
export async function copyFlow(
  db: Database,
  { id: of, ...flow }: Flow,
  { accounts, ...copy }: CopyOfFlow,
  at: number,
  history?: History,
): Promise<void> {
  const { id } = copy;
  const [bindings, shelves, tests] = await Promise.all([
    listBindings(db, of),
    loadShelves(db, of),
    loadTests(db, of),
  ]);
  await keepNewFlow(db, { ...flow, ...copy }, at, history);
  if (accounts === 'kept')
    await db.bindings.bulkPut(bindings.map((binding) => ({ ...binding, flow: id })));
  for (const [step, shelf] of Object.entries(shelves)) await keepShelf(db, id, step, shelf);
  for (const test of tests) await keepTest(db, id, { ...test, id: `${test.id}-${id}` });
  const { folder, tags } = (await db.filings.get(of)) ?? { tags: [] };
  await fileFlow(db, id, { tags, ...(folder !== undefined && { folder }) });
}
