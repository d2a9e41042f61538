/**
 * Paths: each step is taken for every entry of what the step before gave, and what comes out is laid flat by one level.
 * The hot way is a chain of names through groups; a list in it takes the whole path the general way.
 */
import { HandOver } from '../fault.ts';
import type { FormulaNode } from '../syntax.ts';
import { createSequence, isList, settled, type Sequence, type Value } from '../values.ts';
import { chainOf, isNameAlone, readAll, readName, type Chain } from './chains.ts';
import { compileChoices } from './choices.ts';
import { sorted } from './sorting.ts';
import {
  Uncovered,
  worked,
  type Compiled,
  type Compiling,
  type Names,
  type Run,
  type Scope,
} from './scope.ts';

/** Takes all entries to all that follow; `isLast` keeps a single list of the data as it is. */
type Step = (entries: Sequence, scope: Scope, isLast: boolean) => Sequence;

export function compilePath(node: FormulaNode, names: Names, compiling: Compiling): Compiled {
  const nodes = node.steps ?? [];
  const [first] = nodes;
  if (first === undefined) throw new Uncovered();
  const parts = nodes.map((step) => compileStep(step, names, compiling));
  const steps = parts.map(({ step }) => step);
  const finish = finisherOf(node);
  const walk = compileWalk(first, steps, finish, names, compiling);
  const mayFail = parts.some((one) => one.mayFail);
  const chain = chainOf(node, names);
  return {
    run: chain === undefined ? walk : throughChain(chain, node, steps, finish, walk),
    mayFail,
  };
}

/** Names read through groups; from the first list on, step by step. */
function throughChain(
  { slot, path, length }: Chain,
  node: FormulaNode,
  steps: readonly Step[],
  finish: (entries: Sequence, scope: Scope) => Value,
  walk: Run,
): Run {
  const skipped = length - path.length;
  const isWhole =
    length === steps.length && node.keepSingletonArray !== true && node.keepArray !== true;
  return (here, scope) => {
    let found: Value = slot === undefined ? here : scope.values[slot];
    for (let at = 0; at < path.length; at++) {
      if (isList(found)) {
        if (skipped + at === 0) return walk(here, scope);
        return finish(take(steps, skipped + at, laidFlat([found], scope, false), scope), scope);
      }
      found = readName(found, path[at] as string); // `at` is below the length
      if (found === undefined) return undefined;
    }
    if (found === undefined) return undefined;
    if (isWhole && !(isList(found) && found.sequence === true)) return found;
    const entries = laidFlat([found], scope, length === steps.length);
    return finish(take(steps, length, entries, scope), scope);
  };
}

function compileWalk(
  first: FormulaNode,
  steps: readonly Step[],
  finish: (entries: Sequence, scope: Scope) => Value,
  names: Names,
  compiling: Compiling,
): Run {
  const isAbsolute = first.type === 'variable';
  if (first.consarray === true) {
    const { run: whole } = compiling.compile(first, names);
    return (here, scope) => {
      const entries = whole(!isAbsolute && isList(here) ? here : createSequence(here), scope);
      // What was chosen from brackets need not be a list, and is then walked through in odd ways.
      if (!isList(entries)) throw new HandOver('a path from one entry of brackets');
      return finish(take(steps, 1, entries, scope), scope);
    };
  }
  return (here, scope) => {
    const entries = !isAbsolute && isList(here) ? here : createSequence(here);
    return finish(take(steps, 0, entries, scope), scope);
  };
}

/** The steps from one on; nothing found ends it. */
function take(steps: readonly Step[], from: number, first: Sequence, scope: Scope): Sequence {
  let entries = first;
  for (let at = from; at < steps.length && (at === 0 || entries.length > 0); at++)
    entries = (steps[at] as Step)(entries, scope, at === steps.length - 1); // `at` is below the length
  return entries;
}

/** `[]` in a path keeps a list of one. */
function finisherOf({
  keepSingletonArray,
  keepArray,
}: FormulaNode): (entries: Sequence, scope: Scope) => Value {
  const keepOne = keepSingletonArray === true;
  const keep = keepArray === true;
  return (found, scope) => {
    let entries = found;
    if (keepOne) {
      if (entries.cons === true && entries.sequence !== true) {
        scope.isOdd = true;
        entries = createSequence(entries);
      }
      if (entries.sequence === true) entries.keepSingleton = true;
    }
    return settled(entries, keep);
  };
}

function compileStep(
  node: FormulaNode,
  names: Names,
  compiling: Compiling,
): { readonly step: Step; readonly mayFail: boolean } {
  if (node.tuple === true) throw new Uncovered();
  const { choose, mayFail: choiceMayFail } = compileChoices(node.stages, names, compiling);
  if (node.type === 'sort') {
    const sort = sorted(node, names, compiling);
    const step: Step = (entries, scope) => {
      const inOrder = sort(entries, scope);
      return choose === undefined ? inOrder : (choose(inOrder, scope) as Sequence); // of a list it makes a list
    };
    return { step, mayFail: true };
  }
  const { run, mayFail } = compiling.compile(node, names);
  const step: Step = (entries, scope, isLast) => {
    worked(scope, entries.length);
    const made: Value[] = [];
    for (let at = 0; at < entries.length; at++) {
      const value = run(entries[at], scope);
      const chosen = choose === undefined ? value : choose(value, scope);
      if (chosen !== undefined) made.push(chosen);
    }
    return laidFlat(made, scope, isLast);
  };
  if (!isNameAlone(node)) return { step, mayFail: mayFail || choiceMayFail };
  const name = String(node.value);
  const plainStep: Step = (entries, scope, isLast) => {
    const found = createSequence();
    if (!readAll(entries, name, found)) return step(entries, scope, isLast);
    worked(scope, entries.length);
    return found;
  };
  return { step: plainStep, mayFail: false };
}

/** One level; a single list of the data at the end of a path stays that very list. */
function laidFlat(made: readonly Value[], scope: Scope, isLast: boolean): Sequence {
  const [only] = made;
  if (isLast && made.length === 1 && isList(only) && only.sequence !== true) return only;
  const flat = createSequence();
  for (let at = 0; at < made.length; at++) {
    const value = made[at];
    if (!isList(value)) flat.push(value);
    else if (value.cons === true) {
      scope.isOdd = true;
      flat.push(value);
    } else {
      worked(scope, value.length);
      for (let entry = 0; entry < value.length; entry++) flat.push(value[entry]);
    }
  }
  return flat;
}
