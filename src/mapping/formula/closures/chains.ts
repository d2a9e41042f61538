import { isPlainName } from '../../evaluate/read-path.ts';
import type { FormulaNode } from '../syntax.ts';
import { isFunction, isList, type Value } from '../values.ts';
import type { Names } from './scope.ts';

/** The plain names at the begin of a path: `$a.b.c`, `b.c`. */
export interface Chain {
  /** Where it begins: a variable's place among the values; undefined: the entry itself. */
  readonly slot: number | undefined;
  readonly path: readonly string[];
  /** How many steps of the path it is. */
  readonly length: number;
}

export function chainOf({ steps = [] }: FormulaNode, names: Names): Chain | undefined {
  const [first] = steps;
  if (first === undefined || !isPlain(first)) return undefined;
  const slot = first.type === 'variable' ? names.get(String(first.value)) : undefined;
  if (slot === undefined && !isNameAlone(first)) return undefined;
  const skipped = slot === undefined ? 0 : 1;
  const rest = steps.slice(skipped);
  const end = rest.findIndex((step) => !isNameAlone(step));
  const path = (end === -1 ? rest : rest.slice(0, end)).map(({ value }) => String(value));
  return { slot, path, length: skipped + path.length };
}

/** What a group has under a name that nothing inherits; not for lists. */
export function readName(value: Value, name: string): Value {
  if (typeof value !== 'object' || value === null) return undefined;
  const found = (value as Record<string, Value>)[name];
  return found === undefined || isFunction(value) ? undefined : found;
}

/** What a step over groups that are read by one name gives; undefined: there are lists, and it is not as plain as that. */
export function readAll(entries: readonly Value[], name: string, found: Value[]): boolean {
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at];
    if (isList(entry)) return false;
    const value = readName(entry, name);
    if (value === undefined) continue;
    if (isList(value)) return false;
    found.push(value);
  }
  return true;
}

/** A name with nothing behind it. One that groups or lists inherit (`toString`, `__proto__`) is read the careful way. */
export function isNameAlone(step: FormulaNode): boolean {
  return step.type === 'name' && isPlain(step) && isPlainName(String(step.value));
}

function isPlain({ stages, predicate, keepArray, group, consarray, tuple }: FormulaNode): boolean {
  return (
    stages === undefined &&
    predicate === undefined &&
    keepArray !== true &&
    group === undefined &&
    consarray !== true &&
    tuple !== true
  );
}
