/**
 * The patterns of formulas: what JavaScript's own engine finds, but a pattern that can read a text in too many ways ends
 * with a failure in words instead of holding up its thread, which nobody could reach any more.
 *
 * 1. A short text and a pattern that is known to be tame go to the engine itself.
 * 2. Everything else is read step by step (`run-pattern.ts`), so many steps for one pattern of one evaluation.
 */
import { isTamePattern, mostTried } from '../../../shared/index.ts';
import { FormulaFault } from '../fault.ts';
import { programOf, type Fits, type PatternProgram } from './pattern-program.ts';
import { readPattern, UnreadPattern, type PatternNode } from './read-pattern.ts';
import { fitAt, TooManyWays, type Effort } from './run-pattern.ts';

/** About a second, and besides so many for each character of a text: what grows with the text alone comes to its end. */
const mostSteps = 4_000_000;
const stepsOfCharacter = 10;

/** What JSONata asks of a pattern. */
export class BoundedPattern {
  lastIndex = 0;
  readonly #engine: RegExp;
  readonly #effort: Effort;
  #text: string | undefined;

  constructor(pattern: RegExp, steps = mostSteps) {
    this.#engine = new RegExp(pattern);
    this.#effort = { left: steps };
  }

  /** The next find from `lastIndex` on, as `RegExp.exec` of a global pattern gives it. */
  exec(text: string): (string[] & { index: number }) | null {
    const { source, ignoreCase } = this.#engine;
    const found =
      text.length <= mostTried && !ignoreCase && isTamePattern(source)
        ? this.#byEngine(text)
        : this.#stepByStep(text);
    if (found === null) this.lastIndex = 0;
    return found;
  }

  #byEngine(text: string): (string[] & { index: number }) | null {
    this.#engine.lastIndex = this.lastIndex;
    const found = this.#engine.exec(text);
    this.lastIndex = this.#engine.lastIndex;
    return found;
  }

  #stepByStep(text: string): (string[] & { index: number }) | null {
    const { source, ignoreCase, multiline } = this.#engine;
    const program = programFor(source, ignoreCase);
    if (program === undefined) throw new FormulaFault('pattern-slow', undefined, source);
    if (this.#text !== text) this.#effort.left += text.length * stepsOfCharacter;
    this.#text = text;
    const { first, onlyAtStart } = program;
    const last = onlyAtStart && !multiline ? Math.min(0, text.length) : text.length;
    try {
      for (let at = this.lastIndex; at <= last; at++) {
        if (first !== undefined) {
          while (at < text.length && !first(text.charCodeAt(at))) at++;
          if (at >= text.length) return null;
        }
        const slots = fitAt(
          program,
          text,
          at,
          multiline,
          ignoreCase ? isAlike : isEqual,
          this.#effort,
        );
        if (slots === undefined) continue;
        this.lastIndex = slots[1] ?? at;
        return foundOf(text, slots, program.groups);
      }
      return null;
    } catch (cause) {
      if (cause instanceof TooManyWays) throw new FormulaFault('pattern-slow', undefined, source);
      throw cause;
    }
  }
}

function foundOf(
  text: string,
  slots: readonly number[],
  groups: number,
): string[] & { index: number } {
  const found = Array.from({ length: groups }, (_, group) => {
    const [from = -1, to = -1] = slots.slice(group * 2, group * 2 + 2);
    return from < 0 || to < 0 ? undefined : text.slice(from, to);
  });
  // A group that took no part is nothing, as in the engine's own finds, whose type says otherwise too.
  return Object.assign(found as string[], { index: slots[0] ?? 0 });
}

interface KnownProgram extends PatternProgram {
  /** What every find begins with; not known where it may begin with nothing. */
  readonly first: Fits | undefined;
  readonly onlyAtStart: boolean;
}

const known = new Map<string, KnownProgram | undefined>();
const mostKnown = 100;

function programFor(source: string, ignoreCase: boolean): KnownProgram | undefined {
  const name = `${ignoreCase ? 'i' : ''}/${source}`;
  if (!known.has(name)) {
    if (known.size >= mostKnown) known.clear();
    known.set(name, madeProgram(source, ignoreCase));
  }
  return known.get(name);
}

function madeProgram(source: string, ignoreCase: boolean): KnownProgram | undefined {
  try {
    const program = programOf(readPattern(source), (character) => fitsOf(character, ignoreCase));
    const begins = program.instructions.find((instruction) => instruction.do !== 'keep');
    return {
      ...program,
      first:
        begins?.do === 'character' || (begins?.do === 'row' && begins.from > 0)
          ? begins.fits
          : undefined,
      onlyAtStart: begins?.do === 'edge' && begins.edge === 'start',
    };
  } catch (cause) {
    if (cause instanceof UnreadPattern) return undefined;
    throw cause;
  }
}

/** One character is tried by the engine itself, once for each that comes by. */
function fitsOf(
  { source, only }: Extract<PatternNode, { readonly type: 'character' }>,
  ignoreCase: boolean,
): Fits {
  if (only !== undefined && !ignoreCase) return (unit) => unit === only;
  const one = new RegExp(`^(?:${source})$`, ignoreCase ? 'i' : '');
  const tried = new Map<number, boolean>();
  return (unit) => {
    let fits = tried.get(unit);
    if (fits === undefined) tried.set(unit, (fits = one.test(String.fromCharCode(unit))));
    return fits;
  };
}

function isEqual(one: number, other: number): boolean {
  return one === other;
}

/** Without regard to case (ECMA-262, 22.2.2.7.3). */
function isAlike(one: number, other: number): boolean {
  return one === other || upper(one) === upper(other);
}

function upper(unit: number): number {
  const text = String.fromCharCode(unit).toUpperCase();
  const code = text.charCodeAt(0);
  return text.length !== 1 || (unit >= 128 && code < 128) ? unit : code;
}
