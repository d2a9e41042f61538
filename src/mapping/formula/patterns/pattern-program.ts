/** A pattern's tree as a row of instructions, for `run-pattern.ts`. */
import { UnreadPattern, type Edge, type PatternNode, type ReadPattern } from './read-pattern.ts';

/** Whether a character (a unit of UTF-16) fits. */
export type Fits = (unit: number) => boolean;

export type Instruction =
  | { readonly do: 'character'; readonly fits: Fits; readonly back: boolean }
  /** So many characters that fit, one after the other. */
  | {
      readonly do: 'row';
      readonly fits: Fits;
      readonly from: number;
      readonly to: number;
      readonly lazy: boolean;
      readonly back: boolean;
    }
  | { readonly do: 'edge'; readonly edge: Edge }
  /** Goes on with the first; with the second where that does not lead to the end. */
  | { readonly do: 'either'; first: number; second: number }
  | { readonly do: 'go'; to: number }
  | { readonly do: 'keep'; readonly slot: number }
  | { readonly do: 'forget'; readonly from: number; readonly to: number }
  /** Where the text was, into a slot of its own; and whether it has moved since. */
  | { readonly do: 'mark'; readonly slot: number }
  | { readonly do: 'moved'; readonly slot: number }
  | { readonly do: 'again'; readonly number: number; readonly back: boolean }
  | { readonly do: 'look'; readonly wanted: boolean; readonly to: number }
  | { readonly do: 'end' };

export interface PatternProgram {
  readonly instructions: readonly Instruction[];
  readonly groups: number;
  /** Two for each group, and one for each mark. */
  readonly slots: number;
}

/** A pattern that repeats something long very often is written out longer than this. */
const mostInstructions = 20_000;

/** `fitsOf`: how one character of the pattern is tried. Throws `UnreadPattern` where it would be too long. */
export function programOf(
  { tree, groups }: ReadPattern,
  fitsOf: (character: Extract<PatternNode, { readonly type: 'character' }>) => Fits,
): PatternProgram {
  const instructions: Instruction[] = [];
  let slots = groups * 2;
  write(tree, false);
  put({ do: 'end' });
  return { instructions, groups, slots };

  function put<Put extends Instruction>(instruction: Put): Put {
    if (instructions.length >= mostInstructions) throw new UnreadPattern('too long');
    instructions.push(instruction);
    return instruction;
  }

  /** `back`: inside a look behind, where the text is read towards its beginning. */
  function write(node: PatternNode, back: boolean): void {
    switch (node.type) {
      case 'character':
        put({ do: 'character', fits: fitsOf(node), back });
        return;
      case 'edge':
        put({ do: 'edge', edge: node.edge });
        return;
      case 'sequence':
        for (const part of back ? node.parts.toReversed() : node.parts) write(part, back);
        return;
      case 'choice':
        writeChoice(node.ways, back);
        return;
      case 'group':
        put({ do: 'keep', slot: node.number * 2 + (back ? 1 : 0) });
        write(node.inside, back);
        put({ do: 'keep', slot: node.number * 2 + (back ? 0 : 1) });
        return;
      case 'again':
        put({ do: 'again', number: node.number, back });
        return;
      case 'look': {
        const look = { do: 'look' as const, wanted: node.wanted, to: 0 };
        put(look);
        write(node.inside, node.behind);
        put({ do: 'end' });
        look.to = instructions.length;
        return;
      }
      case 'repeat':
        writeRepeat(node, back);
    }
  }

  function writeChoice(ways: readonly PatternNode[], back: boolean): void {
    const ends: { to: number }[] = [];
    for (const [at, way] of ways.entries()) {
      const isLast = at === ways.length - 1;
      const either = isLast ? undefined : put({ do: 'either', first: 0, second: 0 });
      if (either !== undefined) either.first = instructions.length;
      write(way, back);
      if (!isLast) ends.push(put({ do: 'go', to: 0 }));
      if (either !== undefined) either.second = instructions.length;
    }
    for (const end of ends) end.to = instructions.length;
  }

  function writeRepeat(
    { inside, from, to, lazy, groups: of }: Extract<PatternNode, { readonly type: 'repeat' }>,
    back: boolean,
  ): void {
    if (inside.type === 'character') {
      put({ do: 'row', fits: fitsOf(inside), from, to, lazy, back });
      return;
    }
    const once = (): void => {
      if (of[0] < of[1]) put({ do: 'forget', from: of[0] * 2, to: of[1] * 2 });
      write(inside, back);
    };
    for (let time = 0; time < from; time++) once();
    const mark = slots++;
    const perhaps = (): { first: number; second: number } => {
      const either = put({ do: 'either', first: 0, second: 0 });
      const body = instructions.length;
      put({ do: 'mark', slot: mark });
      once();
      // A time that takes nothing leads nowhere new.
      put({ do: 'moved', slot: mark });
      either[lazy ? 'second' : 'first'] = body;
      return either;
    };
    const leave = lazy ? 'first' : 'second';
    if (to === Number.POSITIVE_INFINITY) {
      const start = instructions.length;
      const either = perhaps();
      put({ do: 'go', to: start });
      either[leave] = instructions.length;
      return;
    }
    const open: { first: number; second: number }[] = [];
    for (let time = from; time < to; time++) open.push(perhaps());
    for (const either of open) either[leave] = instructions.length;
  }
}
