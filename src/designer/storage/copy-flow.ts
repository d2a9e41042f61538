import type { Flow } from '../../flow/index.ts';
import {
  keepShelf,
  keepTest,
  loadShelves,
  loadTests,
  type Database,
} from '../../storage/contract.ts';
import { listBindings } from './credential-storage.ts';
import { saveFlow } from './flow-storage.ts';
import { journalOf, type History } from './journal.ts';

/** Keeps a flow once more, under an id and a name of its own, with what lies beside it: accounts, samples, tests. */
export async function copyFlow(
  db: Database,
  { id: of, ...flow }: Flow,
  copy: { readonly id: string; readonly name: string },
  at: number,
  history: History = { past: [], future: [] },
): Promise<void> {
  const { id } = copy;
  const [bindings, shelves, tests] = await Promise.all([
    listBindings(db, of),
    loadShelves(db, of),
    loadTests(db, of),
  ]);
  const rows = journalOf(id, history, 0);
  await saveFlow(db, { flow: { ...flow, ...copy }, rev: 0, at, rows, number: rows.length });
  await db.bindings.bulkPut(bindings.map((binding) => ({ ...binding, flow: id })));
  for (const [step, shelf] of Object.entries(shelves)) await keepShelf(db, id, step, shelf);
  for (const test of tests) await keepTest(db, id, { ...test, id: `${test.id}-${id}` });
}
