import type { Flow } from '../../flow/index.ts';
import type { FlowTest } from '../../runtime/contract.ts';
import type { Json } from '../../shared/index.ts';
import { keepContents, keepTest, type BindingRow, type Database } from '../../storage/contract.ts';
import { keepNewFlow } from './flow-storage.ts';

/** What becomes of a file once a person has accepted it. */
export interface FlowToImport {
  readonly flow: Flow;
  readonly tests: readonly FlowTest[];
  readonly sampleContents: Readonly<Record<string, Json>>;
  /** Flows that it calls and that are not here yet. */
  readonly called: readonly Flow[];
  /** Accounts of this browser that were chosen in the review. */
  readonly bindings: readonly BindingRow[];
}

/** Keeps all of it, or nothing: neither where a flow of it has come here since it was looked at. */
export async function keepImported(
  db: Database,
  { flow, tests, sampleContents, called, bindings }: FlowToImport,
  at: number,
): Promise<void> {
  const tables = [db.flows, db.summaries, db.histories, db.journal];
  await db.transaction('rw', [...tables, db.samples, db.tests, db.bindings], async () => {
    await keepContents(db, sampleContents, at);
    for (const test of tests) await keepTest(db, flow.id, test);
    for (const each of [...called, flow]) await keepNewFlow(db, each, at);
    await db.bindings.bulkPut([...bindings]);
  });
}
