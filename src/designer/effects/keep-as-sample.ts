import type { Workbench } from '../state/workbench.ts';
import {
  currentSample,
  keepSample,
  type Database,
  type StepSample,
} from '../../storage/contract.ts';

/**
 * Makes messages the sample of a step. The document names a sample by its hash, without an entry in the history:
 * looking at other data is nothing to undo.
 */
export async function keepAsSample(
  bench: Pick<Workbench, 'document' | 'samples'>,
  openDatabase: () => Promise<Database>,
  step: string,
  sample: StepSample & { readonly at: number },
): Promise<void> {
  bench.samples.set(step, sample);
  if (bench.document.getState().readOnly) return;
  try {
    const entry = await keepSample(await openDatabase(), step, sample);
    bench.document.apply(
      { type: 'sample.set', step, name: currentSample, sample: entry },
      { quiet: true },
    );
  } catch {
    // The store is full or off: autosave says so; the sample stays for this session.
  }
}
