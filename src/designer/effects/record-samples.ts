import type { Json } from '../../shared/index.ts';
import type { MessageRecord } from '../../runtime/contract.ts';
import type { Workbench } from '../state/workbench.ts';
import type { Database } from '../storage/database.ts';
import { currentSample, keepSample } from '../storage/sample-storage.ts';

const messagesKept = 20;

/**
 * Makes the first messages of each step of a run its sample. Outputs invented for held writes are no samples.
 * The document names a sample by its hash, without an entry in the history: a test is nothing to undo.
 */
export async function recordSamples(
  bench: Pick<Workbench, 'document' | 'run' | 'samples'> & {
    readonly openDatabase: () => Promise<Database>;
  },
  page: (step: string, limit: number) => Promise<{ readonly records: readonly MessageRecord[] }>,
): Promise<void> {
  const { run } = bench.run.getState();
  const { flow } = bench.document.getState();
  if (run === undefined || flow === undefined) return;
  for (const [step, { counts }] of Object.entries(run.steps)) {
    if (counts.out === 0) continue;
    const { records } = await page(step, messagesKept);
    const messages = records
      .filter((record) => record.state === 'done')
      .flatMap<Json>((record) => record.output ?? [])
      .slice(0, messagesKept);
    // The person may have closed the flow, or begun another test, while the records came.
    if (
      bench.document.getState().flow?.id !== flow.id ||
      bench.run.getState().run?.runId !== run.runId
    )
      return;
    if (messages.length > 0) await keep(step, messages);
  }

  async function keep(step: string, messages: readonly Json[]): Promise<void> {
    const at = Date.now();
    bench.samples.set(step, { origin: 'recorded', messages, at });
    const { readOnly } = bench.document.getState();
    if (readOnly) return;
    try {
      const sample = await keepSample(await bench.openDatabase(), step, messages, at);
      bench.document.apply(
        { type: 'sample.set', step, name: currentSample, sample },
        { quiet: true },
      );
    } catch {
      // The store is full or off: autosave says so; the sample stays for this session.
    }
  }
}
