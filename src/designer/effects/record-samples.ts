import { basisOf, type Flow, type Operation, type SampleEntry } from '../../flow/index.ts';
import { currentSample } from '../../storage/contract.ts';
import type { KeptSample } from '../../worker/worker-client.ts';
import { staysCurrent } from '../state/sample-shelf.ts';
import type { Workbench } from '../state/workbench.ts';

/**
 * Makes what a run gave the samples of its steps: the run worker has kept the contents, the document names their hashes,
 * with nothing to undo. What the store did not take stays for this session. A pinned sample stays in use, what was left
 * out of the test gave nothing of its own.
 */
export function recordSamples(
  {
    document,
    samples,
    shelves,
    sampleCommands,
  }: Pick<Workbench, 'document' | 'samples' | 'shelves' | 'sampleCommands'>,
  kept: readonly KeptSample[],
  /** The flow as it ran: it may have been changed since. */
  ran: Pick<Flow, 'steps' | 'edges'>,
): void {
  const { flow, readOnly } = document.getState();
  if (flow === undefined) return;
  const { byStep: shelved } = shelves.getState();
  const now = samples.getState().byStep;
  const fresh = kept.filter(({ step }) => !staysCurrent(shelved[step]));
  samples.replaceAll({
    ...now,
    ...Object.fromEntries(fresh.map(({ step, sample }) => [step, sample])),
  });
  const entries = kept.flatMap(({ entry }) => entry ?? []);
  if (readOnly || entries.length === 0) return;

  const steps = new Set(entries.map(({ step }) => step));
  const others = flow.samples.filter(
    ({ step, name }) => !steps.has(step) || name !== currentSample,
  );
  // What each was made from is known once all have their hashes.
  const known = { ...ran, samples: [...entries, ...others] };
  const operations = fresh.flatMap(({ step, entry }): Operation[] =>
    entry !== undefined && flow.steps.some(({ id }) => id === step)
      ? [{ type: 'sample.set', step, name: entry.name, sample: withBasis(entry) }]
      : [],
  );
  document.apply({ type: 'batch', label: '', operations }, { quiet: true });
  for (const { entry, count, sample } of kept)
    if (entry !== undefined)
      sampleCommands.recorded(withBasis(entry), count, sample.at ?? Date.now());

  function withBasis(entry: SampleEntry): SampleEntry {
    const basis = basisOf(known, entry.step);
    return basis === undefined ? entry : { ...entry, basis };
  }
}
