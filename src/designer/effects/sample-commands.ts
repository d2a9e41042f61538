/**
 * What a person does with the samples of a step. Nothing of it is a change of the flow: it is kept in this browser, and
 * the flow only names the content that is current (for what is out of date, and for an export).
 */
import type { Json } from '../../shared/index.ts';
import {
  keepSample,
  keepShelf,
  loadSample,
  type Database,
  type SampleShelf,
  type ShelfSample,
} from '../../storage/contract.ts';
import { say } from '../../words/index.ts';
import {
  currentOf,
  entryOf,
  shelfOf,
  withBack,
  withChanged,
  withChosen,
  withLeftOut,
  withMade,
  without,
  withRecorded,
} from '../state/sample-shelf.ts';
import type { SampleCommands, Workbench } from '../state/workbench.ts';

type Stores = Pick<Workbench, 'document' | 'samples' | 'shelves' | 'toasts'>;

export function createSampleCommands(
  bench: Stores & { readonly openDatabase: () => Promise<Database> },
): SampleCommands {
  const { document, samples, shelves, toasts, openDatabase } = bench;

  function put(step: string, shelf: SampleShelf): void {
    const { flow, readOnly } = document.getState();
    shelves.set(step, shelf);
    if (flow === undefined || readOnly) return;
    const sample = entryOf(shelf, step);
    const named = flow.samples.find((entry) => entry.step === step);
    if (named?.hash !== sample?.hash || named?.origin !== sample?.origin)
      document.apply(
        { type: 'sample.set', step, name: sample?.name ?? named?.name ?? '', sample },
        { quiet: true },
      );
    void openDatabase()
      .then((db) => keepShelf(db, flow.id, step, shelf))
      .catch(tellNotKept);
  }

  function tellNotKept(): void {
    toasts.show({ text: say('samples.not-kept'), tone: 'trouble' });
  }

  /** Brings the content of the current sample; a step without one shows what its description invents. */
  async function bring(step: string, shelf: SampleShelf): Promise<boolean> {
    const current = currentOf(shelf);
    if (current === undefined) {
      samples.set(step, undefined);
      return true;
    }
    const found = await openDatabase()
      .then((db) => loadSample(db, current.hash))
      .catch(() => undefined);
    if (found === undefined) {
      toasts.show({ text: say('samples.gone'), tone: 'trouble' });
      return false;
    }
    samples.set(step, { ...found, origin: current.origin, at: current.at });
    return true;
  }

  async function make(
    step: string,
    messages: readonly Json[],
    rest: Pick<ShelfSample, 'origin' | 'pinned'> & { readonly name?: string },
  ): Promise<void> {
    const at = Date.now();
    try {
      await samples.whenRead();
      const before = shelfOf(bench, step);
      samples.set(step, { origin: rest.origin, messages, at });
      const { hash, size } = await keepSample(await openDatabase(), step, {
        origin: rest.origin,
        messages,
        at,
      });
      const fresh = { id: crypto.randomUUID(), at, hash, size, count: messages.length, ...rest };
      put(step, withMade(before, fresh));
    } catch {
      tellNotKept();
    }
  }

  return {
    async choose(step, id) {
      const shelf = withChosen(shelfOf(bench, step), id);
      if (await bring(step, shelf)) put(step, shelf);
    },
    change: (step, id, change) => put(step, withChanged(shelfOf(bench, step), id, change)),
    async remove(step, id) {
      const before = shelfOf(bench, step);
      const after = without(before, id);
      await bring(step, after);
      put(step, after);
      return () => {
        // What was recorded or made meanwhile stays.
        const back = withBack(shelfOf(bench, step), before, id);
        void bring(step, back).then(() => put(step, back));
      };
    },
    writeByHand: (step, name, messages) =>
      make(step, messages, {
        origin: 'by-hand',
        pinned: true,
        ...(name.trim() !== '' && { name: name.trim() }),
      }),
    useExample: (step, example) => make(step, [example], { origin: 'schema', pinned: false }),
    leaveOut: (step, leftOut) =>
      void samples
        .whenRead()
        .then(() => put(step, withLeftOut(shelfOf(bench, step), leftOut)), tellNotKept),
    recorded({ step, hash, size, basis }, count, at) {
      const fresh: ShelfSample = {
        id: crypto.randomUUID(),
        origin: 'recorded',
        pinned: false,
        at,
        hash,
        size,
        count,
        ...(basis !== undefined && { basis }),
      };
      put(step, withRecorded(shelfOf(bench, step), fresh));
    },
  };
}
