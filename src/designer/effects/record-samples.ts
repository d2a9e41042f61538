import { basisOf, type Flow, type Operation, type SampleEntry } from '../../flow/index.ts';
import { currentSample } from '../../storage/contract.ts';
import type { KeptSample } from '../../worker/worker-client.ts';
import type { Workbench } from '../state/workbench.ts';

/**
 * Makes what a run gave the samples of its steps: the run worker has kept the contents, the document names their hashes,
 * with nothing to undo. What the store did not take stays for this session.
 */
export function recordSamples(
  { document, samples }: Pick<Workbench, 'document' | 'samples'>,
  kept: readonly KeptSample[],
  /** The flow as it ran: it may have been changed since. */
  ran: Pick<Flow, 'steps' | 'edges'>,
): void {
  const { flow, readOnly } = document.getState();
  if (flow === undefined) return;
  const now = samples.getState().byStep;
  const fresh = Object.fromEntries(kept.map(({ step, sample }) => [step, sample]));
  samples.replaceAll({ ...now, ...fresh });
  const entries = kept.flatMap(({ entry }) => entry ?? []);
  if (readOnly || entries.length === 0) return;

  const steps = new Set(entries.map(({ step }) => step));
  const others = flow.samples.filter(
    ({ step, name }) => !steps.has(step) || name !== currentSample,
  );
  // What each was made from is known once all have their hashes.
  const known = { ...ran, samples: [...entries, ...others] };
  const operations = entries.flatMap((entry): Operation[] =>
    flow.steps.some(({ id }) => id === entry.step)
      ? [{ type: 'sample.set', step: entry.step, name: entry.name, sample: withBasis(entry) }]
      : [],
  );
  document.apply({ type: 'batch', label: '', operations }, { quiet: true });

  function withBasis(entry: SampleEntry): SampleEntry {
    const basis = basisOf(known, entry.step);
    return basis === undefined ? entry : { ...entry, basis };
  }
}
