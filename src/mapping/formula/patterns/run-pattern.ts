/**
 * Tries a pattern on a text, going back where a way does not lead to the end, as JavaScript's own engine does; but it
 * counts what it does.
 *
 * 1. What is to be tried later lies on a stack of its own: a long text does not end the thread's.
 * 2. Slots that change are written down, so that going back finds them as they were.
 */
import type { Fits, Instruction, PatternProgram } from './pattern-program.ts';
import type { Edge } from './read-pattern.ts';

/** What may still be done. */
export interface Effort {
  left: number;
}

/** There are more ways to read the text than can be tried. */
export class TooManyWays extends Error {
  override readonly name = 'TooManyWays';
}

/** Somewhere to go back to: an instruction and a place of the text, and how much of the notes counted then. */
interface Later {
  readonly at: number;
  place: number;
  readonly notes: number;
  /** Of a row: as far as the place may still move, and how; what has to fit there, where one more is taken. */
  readonly last: number;
  readonly step: number;
  readonly fits?: Fits;
}

type Row = Extract<Instruction, { readonly do: 'row' }>;

const nowhere = -1;
/** So much may lie there to be tried later: some fifty megabytes. */
const mostLater = 1_000_000;

/** The slots when the pattern fits at this place: of each group where it begins and ends, -1 where it took no part. */
export function fitAt(
  program: PatternProgram,
  text: string,
  start: number,
  isByLine: boolean,
  isSame: (one: number, other: number) => boolean,
  effort: Effort,
): readonly number[] | undefined {
  const { instructions } = program;
  const slots = new Array<number>(program.slots).fill(nowhere);
  const end = run(0, start);
  if (end === undefined) return undefined;
  slots[0] = start;
  slots[1] = end;
  return slots;

  /** Where the text is at the end of this part of the program; undefined where it does not fit. */
  function run(from: number, begin: number): number | undefined {
    const later: Later[] = [];
    const notes: number[] = [];
    let at = from;
    let place = begin;
    const note = (slot: number, value: number): void => {
      notes.push(slot, slots[slot] as number); // every slot is filled
      slots[slot] = value;
    };
    const undo = (to: number): void => {
      while (notes.length > to) {
        const value = notes.pop() as number; // slot and value are put together
        slots[notes.pop() as number] = value;
      }
    };
    while (--effort.left >= 0 && later.length < mostLater) {
      const instruction = instructions[at];
      if (instruction === undefined) throw new Error('a pattern runs past its end');
      if (instruction.do === 'end') return place;
      if (!step(instruction) && !goBack()) {
        undo(0);
        return undefined;
      }
    }
    throw new TooManyWays();

    /** Does one instruction; false: the text does not fit. */
    function step(instruction: Exclude<Instruction, { readonly do: 'end' }>): boolean {
      at++;
      switch (instruction.do) {
        case 'character': {
          const { fits, back } = instruction;
          const found = fitsAt(fits, place, 0, back ? -1 : 1);
          place += back ? -1 : 1;
          return found;
        }
        case 'row':
          return row(instruction);
        case 'edge':
          return isEdge(instruction.edge, text, place, isByLine);
        case 'either':
          later.push({ at: instruction.second, place, notes: notes.length, last: place, step: 0 });
          at = instruction.first;
          return true;
        case 'go':
          at = instruction.to;
          return true;
        case 'keep':
        case 'mark':
          note(instruction.slot, place);
          return true;
        case 'forget':
          for (let slot = instruction.from; slot < instruction.to; slot++) note(slot, nowhere);
          return true;
        case 'moved':
          return slots[instruction.slot] !== place;
        case 'again': {
          const length = lengthAgain(instruction.number, place, instruction.back);
          place += (instruction.back ? -1 : 1) * (length ?? 0);
          return length !== undefined;
        }
        case 'look':
          return look(instruction.wanted, instruction.to);
      }
    }

    function row({ fits, from: least, to: most, lazy, back }: Row): boolean {
      const direction = back ? -1 : 1;
      const room = back ? place : text.length - place;
      const furthest = Math.min(most, room);
      const wanted = lazy ? least : furthest;
      let taken = 0;
      while (taken < wanted && fitsAt(fits, place, taken, direction)) taken++;
      effort.left -= taken >>> 3;
      if (taken < least) return false;
      const reached = place + taken * direction;
      const last = place + (lazy ? furthest : least) * direction;
      // Later a lazy row takes one more, another one goes on with one less.
      if (reached !== last)
        later.push({
          at,
          place: reached,
          notes: notes.length,
          last,
          step: lazy ? direction : -direction,
          ...(lazy && { fits }),
        });
      place = reached;
      return true;
    }

    function look(wanted: boolean, to: number): boolean {
      const before = [...slots];
      const found = run(at, place) !== undefined;
      const after = [...slots];
      // What was kept inside counts where it is wanted, and is undone like everything else.
      for (const [slot, value] of before.entries()) slots[slot] = value;
      if (found && wanted)
        for (const [slot, value] of after.entries()) if (value !== before[slot]) note(slot, value);
      at = to;
      return found === wanted;
    }

    /** Goes on with what was left for later; false: nothing was. */
    function goBack(): boolean {
      for (let back = later.at(-1); back !== undefined; back = later.at(-1)) {
        undo(back.notes);
        if (back.step === 0) {
          later.pop();
          ({ at, place } = back);
          return true;
        }
        if (back.fits !== undefined && !fitsAt(back.fits, back.place, 0, back.step)) {
          later.pop();
          continue;
        }
        back.place += back.step;
        if (back.place === back.last) later.pop();
        ({ at, place } = back);
        return true;
      }
      return false;
    }
  }

  function fitsAt(fits: Fits, place: number, taken: number, step: number): boolean {
    const unit = step < 0 ? place - taken - 1 : place + taken;
    return unit >= 0 && unit < text.length && fits(text.charCodeAt(unit));
  }

  function lengthAgain(number: number, place: number, back: boolean): number | undefined {
    const from = slots[number * 2] ?? nowhere;
    const to = slots[number * 2 + 1] ?? nowhere;
    // A group that took no part fits everywhere.
    if (from === nowhere || to === nowhere) return 0;
    const length = to - from;
    const start = back ? place - length : place;
    if (start < 0 || start + length > text.length) return undefined;
    effort.left -= length >>> 3;
    for (let at = 0; at < length; at++)
      if (!isSame(text.charCodeAt(from + at), text.charCodeAt(start + at))) return undefined;
    return length;
  }
}

function isEdge(edge: Edge, text: string, place: number, isByLine: boolean): boolean {
  switch (edge) {
    case 'start':
      return place === 0 || (isByLine && isLineEnd(text.charCodeAt(place - 1)));
    case 'end':
      return place === text.length || (isByLine && isLineEnd(text.charCodeAt(place)));
    case 'word':
      return isWord(text, place - 1) !== isWord(text, place);
    case 'within':
      return isWord(text, place - 1) === isWord(text, place);
  }
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029;
}

function isWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (
    (unit >= 48 && unit <= 57) ||
    (unit >= 65 && unit <= 90) ||
    unit === 95 ||
    (unit >= 97 && unit <= 122)
  );
}
