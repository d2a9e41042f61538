import { flowTestSchema, type FlowTest } from '../runtime/contract.ts';
import type { Json } from '../shared/index.ts';
import type { Database } from './database.ts';

export interface TestRow {
  readonly id: string;
  readonly flow: string;
  readonly test: FlowTest;
}

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

/** Whether this version can read it as a test. */
export function isTest(listed: Json): boolean {
  return flowTestSchema.safeParse(listed).success;
}

/** The tests that a file brings along, each under a new id; what this version cannot read is left out. */
export function testsIn(listed: readonly Json[], newId: () => string): readonly FlowTest[] {
  return listed.flatMap((each) => {
    const read = flowTestSchema.safeParse(each);
    return read.success ? [{ ...read.data, id: newId() }] : [];
  });
}
