import { FormulaFault, HandOver } from '../fault.ts';
import { isRefusedName } from '../../evaluate/frame.ts';
import type { FormulaNode } from '../syntax.ts';
import { appended, isList, type Sequence, type Value } from '../values.ts';
import { Uncovered, type Compiled, type Compiling, type Names, type Run } from './scope.ts';

/** `[a, b, [c]]`: lists are laid flat, those in brackets of their own are not; what is nothing is left out. */
export function compileList(node: FormulaNode, names: Names, compiling: Compiling): Compiled {
  const items = (node.expressions ?? []).map((item) => ({
    compiled: compiling.compile(item, names),
    isWhole: item.value === '[',
  }));
  const isStep = node.consarray === true;
  const run: Run = (here, scope) => {
    let made: Sequence = [];
    for (const { compiled, isWhole } of items) {
      const value = compiled.run(here, scope);
      if (value === undefined) continue;
      if (isWhole && isMarked(value)) scope.isOdd = true;
      if (isWhole || !isList(value)) made.push(value);
      else made = appended(made, value) as Sequence; // of lists it makes a list
    }
    if (isStep) made.cons = true;
    return made;
  };
  return sideBySide(
    run,
    items.map(({ compiled }) => compiled),
  );
}

/** `{"name": value}`: fields that are nothing are left out. */
export function compileGroup(node: FormulaNode, names: Names, compiling: Compiling): Compiled {
  const { lhs, position } = node;
  if (lhs === undefined || 'type' in lhs) throw new Uncovered();
  const pairs = lhs.map(([key, value]) => ({
    key: compiling.compile(key, names),
    value: compiling.compile(value, names),
  }));
  const values: Run = (here, scope) => {
    // A list here is put into groups by key.
    if (isList(here)) throw new HandOver('a group of a list');
    const group: Record<string, Value> = {};
    const taken = new Set<string>();
    const fields: { readonly name: string; readonly make: Run }[] = [];
    for (const { key, value } of pairs) {
      const name = key.run(here, scope);
      if (name === undefined) continue;
      if (typeof name !== 'string') throw new FormulaFault('T1003', position, undefined, name);
      if (name === '_jsonata_lambda' || name === '_jsonata_function')
        throw new FormulaFault('D1013', position, undefined, name);
      if (taken.has(name)) throw new FormulaFault('D1009', position, undefined, name);
      taken.add(name);
      fields.push({ name, make: value.run });
    }
    for (const { name, make } of fields) {
      const value = make(here, scope);
      if (value === undefined) continue;
      if (isRefusedName(name)) throw new FormulaFault('name-refused', position, undefined, name);
      if (isMarked(value)) scope.isOdd = true;
      group[name] = value;
    }
    return group;
  };
  const fixed = fixedNames(lhs.map(([key]) => key));
  const { run } = sideBySide(
    fixed === undefined
      ? values
      : groupOf(
          fixed,
          pairs.map(({ value }) => value.run),
          position,
        ),
    pairs.map(({ value }) => value),
  );
  return { run, mayFail: true };
}

/** The names when they stand there as texts, each once: nothing about them can fail any more. */
function fixedNames(keys: readonly FormulaNode[]): readonly string[] | undefined {
  const names = keys.map((key) =>
    key.type === 'string' && key.predicate === undefined ? String(key.value) : '',
  );
  const isFixed = keys.every((key, at) => key.type === 'string' && key.value === names[at]);
  const isOwnMark = names.some((name) => name.startsWith('_jsonata_'));
  return isFixed && !isOwnMark && new Set(names).size === names.length ? names : undefined;
}

function groupOf(
  names: readonly string[],
  makers: readonly Run[],
  position: number | undefined,
): Run {
  const refused = names.map(isRefusedName);
  return (here, scope) => {
    if (isList(here)) throw new HandOver('a group of a list');
    const group: Record<string, Value> = {};
    for (let at = 0; at < names.length; at++) {
      const value = (makers[at] as Run)(here, scope); // one for each name
      if (value === undefined) continue;
      const name = names[at] as string; // `at` is below the length
      if (refused[at] === true) throw new FormulaFault('name-refused', position, undefined, name);
      if (isMarked(value)) scope.isOdd = true;
      group[name] = value;
    }
    return group;
  };
}

function isMarked(value: Value): boolean {
  return isList(value) && (value.sequence === true || value.cons === true);
}

/** JSONata makes these parts side by side: when several may fail, only it knows which failure it tells. */
function sideBySide(run: Run, parts: readonly Compiled[]): Compiled {
  const mayFail = parts.some((one) => one.mayFail);
  if (parts.filter((one) => one.mayFail).length < 2) return { run, mayFail };
  return {
    run: (here, scope) => {
      try {
        return run(here, scope);
      } catch (cause) {
        throw cause instanceof HandOver ? cause : new HandOver('one of several failed');
      }
    },
    mayFail,
  };
}
