/**
 * JSONata's own functions, borrowed: called directly they cost a tenth, and they stay exact because they are the same.
 *
 * The library has no door for them. Its debugging hook, called at the first node of any evaluation before anything
 * waits, hands out the environment in which they are bound. `library.differential.test.ts` fails when that changes.
 */
import jsonata from 'jsonata';
import type { Value } from './values.ts';

export interface BorrowedFunction {
  readonly _jsonata_function: true;
  readonly implementation: (this: unknown, ...args: Value[]) => Value;
  readonly signature?: {
    readonly definition: string;
    /** The arguments as the function takes them (the entry in place of a missing one, lists around single ones), or a throw. */
    validate(args: readonly Value[], here: Value): Value[];
  };
}

let environment: jsonata.Environment | undefined;

export function borrowed(name: string): BorrowedFunction | undefined {
  environment ??= openLibrary();
  const found: unknown = environment.lookup(name);
  return typeof found === 'object' && found !== null && '_jsonata_function' in found
    ? (found as BorrowedFunction)
    : undefined;
}

function openLibrary(): jsonata.Environment {
  let seen: jsonata.Environment | undefined;
  const expression = jsonata('0');
  const atFirstNode = Symbol.for('jsonata.__evaluate_entry') as unknown as string; // typed for names only
  expression.assign(atFirstNode, (_node: unknown, _here: unknown, inner: jsonata.Environment) => {
    seen = inner;
  });
  void expression.evaluate(undefined);
  if (seen === undefined)
    throw new Error('JSONata does not call its hook at the first node any more');
  return seen;
}
