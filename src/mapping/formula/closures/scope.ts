import type { EvaluationContext } from '../../evaluate/context.ts';
import { HandOver } from '../fault.ts';
import type { FormulaNode } from '../syntax.ts';
import type { Value } from '../values.ts';

/** What one evaluation of a formula sees. */
export interface Scope {
  /** The refs' values in the order of their names, then variables of the formula's own. */
  readonly values: Value[];
  /** What `$$` is. A binding's formula has none: it sees its refs and nothing else. */
  readonly root: Value;
  readonly context: EvaluationContext;
  /** Entries looked at so far; see `worked`. */
  work: number;
  /** Something was made that is no plain JSON and may be inside the result: a marked list, a number without end. */
  isOdd: boolean;
}

/** Makes a node's value for one entry (`here` is what `$` is). */
export type Run = (here: Value, scope: Scope) => Value;

export interface Compiled {
  readonly run: Run;
  /** It may throw; what may not can stand beside others in brackets without asking which failure comes first. */
  readonly mayFail: boolean;
}

/** The formula has a part that only JSONata itself can do. Thrown while compiling, never while running. */
export class Uncovered extends Error {
  override readonly name = 'Uncovered';
}

/** Names that are known where a node stands, by their place among the values. */
export type Names = ReadonlyMap<string, number>;

/** What compiling one formula shares. */
export interface Compiling {
  /** How many values an evaluation holds. */
  room: number;
  compile(node: FormulaNode, names: Names): Compiled;
}

/** Lists of lists of lists can cost more than a person waits: then JSONata goes on, under its own limit of time. */
const workAtMost = 5_000_000;

export function worked(scope: Scope, entries: number): void {
  scope.work += entries;
  if (scope.work > workAtMost) throw new HandOver('much to do');
}
