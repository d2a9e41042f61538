/**
 * A step that takes a file apart into messages while it reads it.
 *
 * 1. All or nothing: the file is read once to see that it is what it says, and once more to give what is in it.
 * 2. One piece of it is in memory at a time, and what it gives waits while later steps have enough to do.
 */
import { settingsWithDefaults } from '../../catalog/index.ts';
import type { Json, Result } from '../../shared/index.ts';
import { type Failure, refusedAt } from '../failure.ts';
import type { Calling, CallIo, StepSetup } from './executor.ts';
import { givenFile, lettersSaid, textPieces } from './file-text.ts';
import { takesTime } from './takes-time.ts';

/** Entries that leave before others get a turn. */
const entriesAtOnce = 256;

/** Reads one piece of a text after the other. */
export interface PieceReader {
  /** The entries that are complete with this piece. */
  push(piece: string, isLast: boolean): Result<readonly Json[], Failure>;
}

/** `reader`: a new one for each time that the file is read. `lettersOf`: where the file itself says how its letters are stored, and no setting. */
export function readsFile(
  setup: StepSetup,
  field: string,
  reader: () => Promise<() => PieceReader>,
  lettersOf?: (bytes: Blob) => Promise<string>,
): Calling {
  const said = settingsWithDefaults(setup.operation, setup.step.settings)['letters'];
  const asOneList = setup.step.emit === 'whole-list';
  return takesTime(setup, async ({ fields, context }, io) => {
    const given = await givenFile(fields, field, setup.world.ports.files);
    if (!given.ok) return given.reason;
    const file = given.value;
    const newReader = await reader();
    const letters = (await lettersOf?.(file.bytes)) ?? lettersSaid(said);

    async function* entries(): AsyncGenerator<Result<readonly Json[], Failure>, void> {
      const reading = newReader();
      for await (const piece of textPieces(file, letters)) {
        // A run that has stopped does not come back from here.
        await context.breathe?.();
        if (piece === undefined) {
          yield {
            ok: false,
            reason: refusedAt('steps.file-not-text', [field], { name: file.name }),
          };
          return;
        }
        yield reading.push(piece.text, piece.isLast);
      }
    }

    for await (const found of entries()) if (!found.ok) return found.reason;
    return asOneList ? giveList(entries(), io) : giveEach(entries(), io);
  });
}

type Found = AsyncIterable<Result<readonly Json[], Failure>>;

async function giveEach(found: Found, io: CallIo): Promise<Failure | undefined> {
  let held: readonly Json[] = [];
  for await (const entries of found) {
    if (!entries.ok) return entries.reason;
    for (let at = 0; at < entries.value.length; at += entriesAtOnce) {
      if (held.length > 0 && !(await io.give(held, true))) return undefined;
      held = entries.value.slice(at, at + entriesAtOnce);
    }
  }
  if (held.length > 0) await io.give(held, false);
  return undefined;
}

async function giveList(found: Found, io: CallIo): Promise<Failure | undefined> {
  const list: Json[] = [];
  let room: number | undefined;
  for await (const entries of found) {
    if (!entries.ok) return entries.reason;
    for (const entry of entries.value) {
      const left = io.roomAfter(entry, room);
      if (typeof left !== 'number') return left;
      room = left;
      list.push(entry);
    }
  }
  await io.give([list], false);
  return undefined;
}
