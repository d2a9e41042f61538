/**
 * The samples that a step has in this browser: many, by name; one of them is current.
 *
 * 1. A recording takes the place of the last one that nobody named or pinned; named and pinned ones stay.
 * 2. A pinned sample stays current: what a run gives then lies beside it. So is what a person made until they unpin it.
 * 3. The flow names the content of the current one (`flow.samples`); names and pins are this browser's.
 */
import type { SampleEntry } from '../../flow/index.ts';
import { currentSample, type SampleShelf, type ShelfSample } from '../../storage/contract.ts';
import type { Workbench } from './workbench.ts';

export const emptyShelf: SampleShelf = { samples: [] };

/** As many as a person can keep apart; the oldest that nobody named or pinned go first. */
const mostSamples = 20;

/** The samples of a step, as they are now; those of a file or of an older version are not on a shelf yet. */
export function shelfOf(
  { document, samples, shelves }: Pick<Workbench, 'document' | 'samples' | 'shelves'>,
  step: string,
): SampleShelf {
  const shelf = shelves.getState().byStep[step] ?? emptyShelf;
  const entry = document.getState().flow?.samples.find((each) => each.step === step);
  const sample = samples.getState().byStep[step];
  return entry === undefined || sample === undefined
    ? shelf
    : withEntry(shelf, entry, { count: sample.messages.length, at: sample.at ?? 0 });
}

export function currentOf({ samples, current }: SampleShelf): ShelfSample | undefined {
  return samples.find(({ id }) => id === current);
}

/** Whether a run leaves the current sample where it is. */
export function staysCurrent(shelf: SampleShelf | undefined): boolean {
  return shelf !== undefined && currentOf(shelf)?.pinned === true;
}

/** What a run gave. */
export function withRecorded(shelf: SampleShelf, fresh: ShelfSample): SampleShelf {
  const others = shelf.samples.filter(
    ({ origin, name, pinned }) => origin !== 'recorded' || name !== undefined || pinned,
  );
  return limited({
    ...shelf,
    samples: [fresh, ...others],
    current: staysCurrent(shelf) ? (shelf.current ?? fresh.id) : fresh.id,
  });
}

/** What a person wrote or asked for. */
export function withMade(shelf: SampleShelf, fresh: ShelfSample): SampleShelf {
  const others = shelf.samples.filter(
    ({ origin, name, pinned }) =>
      fresh.origin !== 'schema' || origin !== 'schema' || name !== undefined || pinned,
  );
  return limited({ ...shelf, samples: [fresh, ...others], current: fresh.id });
}

export function withChosen(shelf: SampleShelf, id: string): SampleShelf {
  return shelf.samples.some((sample) => sample.id === id) ? { ...shelf, current: id } : shelf;
}

/** Another content, name or pin of a sample. Without a name it is called by where it is from. */
export function withChanged(
  shelf: SampleShelf,
  id: string,
  change: Partial<Omit<ShelfSample, 'id'>>,
): SampleShelf {
  return {
    ...shelf,
    samples: shelf.samples.map((sample) => {
      if (sample.id !== id) return sample;
      const { name, ...changed } = { ...sample, ...change };
      return name === undefined || name.trim() === '' ? changed : { ...changed, name: name.trim() };
    }),
  };
}

/** Without a sample; when it was the current one, the first of the others is. */
export function without(shelf: SampleShelf, id: string): SampleShelf {
  const { current, ...others } = shelf;
  const samples = shelf.samples.filter((sample) => sample.id !== id);
  const next = current === id ? samples[0]?.id : current;
  return { ...others, samples, ...(next !== undefined && { current: next }) };
}

/** With a sample that was deleted, where it was; in use again, unless another one is by now. */
export function withBack(now: SampleShelf, before: SampleShelf, id: string): SampleShelf {
  const at = before.samples.findIndex((sample) => sample.id === id);
  const sample = before.samples[at];
  if (sample === undefined || now.samples.some((other) => other.id === id)) return now;
  const isWanted = before.current === id && now.current === without(before, id).current;
  return {
    ...now,
    samples: now.samples.toSpliced(at, 0, sample),
    ...(isWanted && { current: id }),
  };
}

export function withLeftOut(shelf: SampleShelf, leftOut: boolean): SampleShelf {
  const { leftOut: _before, ...others } = shelf;
  return leftOut ? { ...others, leftOut: true } : others;
}

/** What the flow says of the current sample. */
export function entryOf(shelf: SampleShelf, step: string): SampleEntry | undefined {
  const sample = currentOf(shelf);
  if (sample === undefined) return undefined;
  const { hash, size, origin, basis } = sample;
  return {
    step,
    name: currentSample,
    hash,
    size,
    origin,
    ...(basis !== undefined && { basis }),
  };
}

/** The shelf with what the flow names as current: the flow may know of a sample that this browser knows nothing more of. */
export function withEntry(
  shelf: SampleShelf,
  { hash, size, origin = 'recorded', basis }: SampleEntry,
  { count, at }: Pick<ShelfSample, 'count' | 'at'>,
): SampleShelf {
  if (currentOf(shelf)?.hash === hash) return shelf;
  const known = shelf.samples.find((sample) => sample.hash === hash);
  if (known !== undefined) return { ...shelf, current: known.id };
  const sample = { id: hash, origin, pinned: false, at, hash, size, count };
  return withMade(shelf, basis === undefined ? sample : { ...sample, basis });
}

function limited(shelf: SampleShelf): SampleShelf {
  if (shelf.samples.length <= mostSamples) return shelf;
  const last = shelf.samples.findLast(
    ({ id, name, pinned }) => id !== shelf.current && name === undefined && !pinned,
  );
  return last === undefined
    ? shelf
    : { ...shelf, samples: shelf.samples.filter((sample) => sample !== last) };
}
