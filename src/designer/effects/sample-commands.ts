/**
 * What a person does with the samples of a step. Nothing of it is a change of the flow: it is kept in this browser, and
 * the flow only names the content that is current (for what is out of date, and for an export).
 *
 * 1. Contents come from the store, big ones later than small ones: what was asked for last is what is shown.
 * 2. What was begun in a flow is about that flow: another one that is opened meanwhile gets nothing of it.
 */
import type { Json } from '../../shared/index.ts';
import {
  keepSample,
  keepShelf,
  loadSample,
  loadShelves,
  type Database,
  type SampleShelf,
  type ShelfSample,
  type StepSample,
} from '../../storage/contract.ts';
import { say } from '../../words/index.ts';
import {
  currentOf,
  emptyShelf,
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

  /** The last that was asked for at each step. */
  const asked = new Map<string, object>();

  /** An answer that comes after the next wish, or when another flow is open, is nobody's any more. */
  function begin(step: string) {
    const flow = document.getState().flow?.id;
    const mine = {};
    asked.set(step, mine);
    const isHere = () => document.getState().flow?.id === flow;
    return { flow, isHere, isLast: () => isHere() && asked.get(step) === mine };
  }

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
    keepOn(flow.id, step, () => Promise.resolve(shelf));
  }

  function keepOn(flow: string, step: string, shelf: (db: Database) => Promise<SampleShelf>): void {
    void openDatabase()
      .then(async (db) => keepShelf(db, flow, step, await shelf(db)))
      .catch(tellNotKept);
  }

  function tellNotKept(): void {
    toasts.show({ text: say('samples.not-kept'), tone: 'trouble' });
  }

  /** The content of the current sample; a step without one shows what its description invents. */
  async function contentOf(shelf: SampleShelf): Promise<StepSample | 'none' | 'gone'> {
    const current = currentOf(shelf);
    if (current === undefined) return 'none';
    const found = await openDatabase()
      .then((db) => loadSample(db, current.hash))
      .catch(() => undefined);
    if (found === undefined) {
      toasts.show({ text: say('samples.gone'), tone: 'trouble' });
      return 'gone';
    }
    return { ...found, origin: current.origin, at: current.at };
  }

  function show(step: string, content: StepSample | 'none' | 'gone'): void {
    if (content !== 'gone') samples.set(step, content === 'none' ? undefined : content);
  }

  async function make(
    step: string,
    messages: readonly Json[],
    rest: Pick<ShelfSample, 'origin' | 'pinned'> & { readonly name?: string },
  ): Promise<void> {
    const at = Date.now();
    const { isHere } = begin(step);
    try {
      await samples.whenRead();
      if (!isHere()) return;
      // What the flow alone knew of comes onto the shelf before another content stands in its place.
      shelves.set(step, shelfOf(bench, step));
      samples.set(step, { origin: rest.origin, messages, at });
      const { hash, size } = await keepSample(await openDatabase(), step, {
        origin: rest.origin,
        messages,
        at,
      });
      if (!isHere()) return;
      const fresh = { id: crypto.randomUUID(), at, hash, size, count: messages.length, ...rest };
      put(step, withMade(shelfOf(bench, step), fresh));
    } catch {
      tellNotKept();
    }
  }

  return {
    async choose(step, id) {
      const { isLast } = begin(step);
      const content = await contentOf(withChosen(shelfOf(bench, step), id));
      if (content === 'gone' || !isLast()) return;
      const shelf = withChosen(shelfOf(bench, step), id);
      show(step, content);
      put(step, shelf);
    },
    change: (step, id, change) => put(step, withChanged(shelfOf(bench, step), id, change)),
    async remove(step, id) {
      const { flow, isHere, isLast } = begin(step);
      const before = shelfOf(bench, step);
      const content = await contentOf(without(before, id));
      if (isHere()) {
        const after = without(shelfOf(bench, step), id);
        if (isLast()) show(step, content);
        put(step, after);
      }
      return () => {
        if (isHere()) void putBack(step, before, id);
        else if (flow !== undefined)
          keepOn(flow, step, async (db) =>
            withBack((await loadShelves(db, flow))[step] ?? emptyShelf, before, id),
          );
      };
    },
    writeByHand: (step, name, messages) =>
      make(step, messages, {
        origin: 'by-hand',
        pinned: true,
        ...(name.trim() !== '' && { name: name.trim() }),
      }),
    useExample: (step, example) => make(step, [example], { origin: 'schema', pinned: false }),
    leaveOut(step, leftOut) {
      const { isHere } = begin(step);
      void samples.whenRead().then(() => {
        if (isHere()) put(step, withLeftOut(shelfOf(bench, step), leftOut));
      }, tellNotKept);
    },
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

  /** What was recorded or made meanwhile stays. */
  async function putBack(step: string, before: SampleShelf, id: string): Promise<void> {
    const { isHere, isLast } = begin(step);
    const content = await contentOf(withBack(shelfOf(bench, step), before, id));
    if (!isHere()) return;
    const back = withBack(shelfOf(bench, step), before, id);
    if (isLast()) show(step, content);
    put(step, back);
  }
}
