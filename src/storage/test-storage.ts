import type { FlowTest } from '../runtime/contract.ts';
import type { Database } from './database.ts';

export async function keepTest(db: Database, flow: string, test: FlowTest): Promise<void> {
  await db.tests.put({ id: test.id, flow, test });
}

export async function removeTest(db: Database, id: string): Promise<void> {
  await db.tests.delete(id);
}

/** The tests of a flow, in the order in which they were kept. */
export async function loadTests(db: Database, flow: string): Promise<readonly FlowTest[]> {
  const rows = await db.tests.where({ flow }).toArray();
  return rows.map(({ test }) => test).toSorted((one, other) => one.at - other.at);
}
