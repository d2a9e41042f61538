/** Big samples stay in the store until somebody looks: a page that holds them all would stand still for each run. */
import { sourcesOf } from '../../flow/index.ts';
import { loadSample, type Database } from '../../storage/contract.ts';
import type { Workbench } from '../state/workbench.ts';

type Bench = Pick<Workbench, 'samples'>;

/** Brings the samples of some steps into the page; resolves when they are there. */
export async function fetchSamples(
  { samples }: Bench,
  openDatabase: () => Promise<Database>,
  steps: readonly string[],
): Promise<void> {
  const wanted = steps.filter((step) => samples.getState().byStep[step]?.apart !== undefined);
  if (wanted.length === 0) return;
  const db = await openDatabase();
  await Promise.all(
    wanted.map(async (step) => {
      const sample = samples.getState().byStep[step];
      if (sample?.apart === undefined) return;
      const found = await loadSample(db, sample.apart, sample.origin);
      // A run may have given another one meanwhile.
      if (samples.getState().byStep[step] === sample) samples.set(step, found);
    }),
  );
}

/** Fetches what the step that is looked at gave, and what its fields may read. Gives the way to stop. */
export function fetchLookedAt(
  bench: Bench & Pick<Workbench, 'document' | 'view' | 'catalog'>,
  openDatabase: () => Promise<Database>,
): () => void {
  const { document, view, samples, catalog } = bench;
  const fetch = (): void => {
    const { selectedStep: step } = view.getState();
    const { flow } = document.getState();
    if (step === undefined || flow === undefined) return;
    if (Object.values(samples.getState().byStep).every(({ apart }) => apart === undefined)) return;
    const read = sourcesOf(flow, catalog, step).map(({ from }) => from);
    void fetchSamples(bench, openDatabase, [step, ...read]).catch(() => undefined); // the list of flows says that the store cannot be read
  };
  const stops = [view.subscribe(fetch), samples.subscribe(fetch)];
  return () => {
    for (const stop of stops) stop();
  };
}
