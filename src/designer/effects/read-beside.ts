import type { Flow } from '../../flow/index.ts';
import type { Workbench } from '../state/workbench.ts';
import type { OpenedStore } from './known-of-store.ts';

/** Contents of samples, their names, and the tests; what comes back puts them into their stores. */
export async function readBeside(
  { samples, shelves, tests }: Pick<Workbench, 'samples' | 'shelves' | 'tests'>,
  [db, store]: OpenedStore,
  flow: Flow,
): Promise<() => void> {
  const [found, known, kept] = await Promise.all([
    store.loadSamples(db, flow.samples),
    store.loadShelves(db, flow.id),
    store.loadTests(db, flow.id),
  ]);
  return () => {
    samples.replaceAll({ ...samples.getState().byStep, ...found });
    shelves.replaceAll({ ...shelves.getState().byStep, ...known });
    tests.replaceAll(kept);
  };
}
