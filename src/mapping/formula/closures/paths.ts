/**
 * Paths: each step is taken for every entry of what the step before gave, and what comes out is laid flat by one level.
 * The hot way is a chain of names through groups; the first list in it takes the whole path the general way.
 */
import { HandOver } from '../fault.ts';
import type { FormulaNode, FormulaStage } from '../syntax.ts';
import {
  createSequence,
  isFunction,
  isList,
  isNumeric,
  isTrue,
  settled,
  type Sequence,
  type Value,
} from '../values.ts';
import { sorted } from './sorting.ts';
import { Uncovered, worked, type Compiled, type Compiling, type Names, type Run } from './scope.ts';

/** Takes all entries to all that follow; `isLast` keeps a single list of the data as it is. */
type Step = (entries: Sequence, scope: Scope, isLast: boolean) => Sequence;
type Scope = Parameters<Run>[1];
/** Keeps some of what there is. */
type Choose = (value: Value, scope: Scope) => Sequence;

export function compilePath(node: FormulaNode, names: Names, compiling: Compiling): Compiled {
  const nodes = node.steps ?? [];
  const [first] = nodes;
  if (first === undefined) throw new Uncovered();
  const chain = compileChain(node, names);
  const walk = compileWalk(node, nodes, first, names, compiling);
  if (chain === undefined) return walk;
  const { run, mayFail } = walk;
  return {
    run: (here, scope) => {
      const found = chain(scope);
      return found === unclear ? run(here, scope) : found;
    },
    mayFail,
  };
}

function compileWalk(
  node: FormulaNode,
  nodes: readonly FormulaNode[],
  first: FormulaNode,
  names: Names,
  compiling: Compiling,
): Compiled {
  const parts = nodes.map((step) => compileStep(step, names, compiling));
  const steps = parts.map(({ step }) => step);
  const whole = first.consarray === true ? compiling.compile(first, names).run : undefined;
  const isAbsolute = first.type === 'variable';
  const keepOne = node.keepSingletonArray === true;
  const keep = node.keepArray === true;
  const run: Run = (here, scope) => {
    let entries: Sequence = !isAbsolute && isList(here) ? here : createSequence(here);
    for (let at = 0; at < steps.length; at++) {
      entries =
        at === 0 && whole !== undefined
          ? listFrom(whole(entries, scope))
          : (steps[at] as Step)(entries, scope, at === steps.length - 1); // `at` is below the length
      if (entries.length === 0) break;
    }
    if (keepOne) {
      if (entries.cons === true && entries.sequence !== true) entries = createSequence(entries);
      if (entries.sequence === true) entries.keepSingleton = true;
    }
    return settled(entries, keep);
  };
  return { run, mayFail: parts.some(({ mayFail }) => mayFail) };
}

/** Brackets make a list; what was then chosen from it need not be one, and is then walked through in odd ways. */
function listFrom(value: Value): Sequence {
  if (!isList(value)) throw new HandOver('a path from one entry of brackets');
  return value;
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
    return {
      step: (entries, scope) => choose(sort(entries, scope), scope) as Sequence,
      mayFail: true,
    };
  }
  const { run, mayFail } = compiling.compile(node, names);
  const step: Step = (entries, scope, isLast) => {
    worked(scope, entries.length);
    const made: Value[] = [];
    for (let at = 0; at < entries.length; at++) {
      const value = choose(run(entries[at], scope), scope);
      if (value !== undefined) made.push(value);
    }
    return laidFlat(made, scope, isLast);
  };
  return { step, mayFail: mayFail || choiceMayFail };
}

function laidFlat(made: readonly Value[], scope: Scope, isLast: boolean): Sequence {
  const [only] = made;
  if (isLast && made.length === 1 && isList(only) && only.sequence !== true) return only;
  const flat = createSequence();
  for (const value of made) {
    if (!isList(value) || value.cons === true) flat.push(value);
    else {
      worked(scope, value.length);
      for (let at = 0; at < value.length; at++) flat.push(value[at]);
    }
  }
  return flat;
}

/** What stands in brackets behind a node that is no path. */
export function withPredicates(
  compiled: Compiled,
  node: FormulaNode,
  names: Names,
  compiling: Compiling,
): Compiled {
  if (node.predicate === undefined) return compiled;
  const { choose, mayFail } = compileChoices(node.predicate, names, compiling);
  const { run } = compiled;
  return {
    run: (here, scope) => choose(run(here, scope), scope),
    mayFail: compiled.mayFail || mayFail,
  };
}

function compileChoices(
  stages: readonly FormulaStage[] | undefined,
  names: Names,
  compiling: Compiling,
): { choose: (value: Value, scope: Scope) => Value; mayFail: boolean } {
  if (stages === undefined || stages.length === 0)
    return { choose: (value) => value, mayFail: false };
  const choices = stages.map(({ type, expr }): Choose => {
    if (type !== 'filter' || expr === undefined) throw new Uncovered();
    return expr.type === 'number'
      ? atPosition(Number(expr.value))
      : where(compiling.compile(expr, names).run);
  });
  return {
    choose: (value, scope) => {
      let chosen = value;
      for (const choice of choices) chosen = choice(chosen, scope);
      return chosen;
    },
    mayFail: stages.some(({ expr }) => expr?.type !== 'number'),
  };
}

/** `[0]`, `[-1]`: one entry; one that is a list is that list. */
function atPosition(wanted: number): Choose {
  const position = Math.floor(wanted);
  return (value) => {
    const entries = entriesOf(value);
    const found = entries[position < 0 ? entries.length + position : position];
    if (isList(found)) return found;
    const chosen = createSequence();
    if (found !== undefined) chosen.push(found);
    return chosen;
  };
}

/** `[price > 10]`: those for which it is true; a number, or several, are positions. */
function where(test: Run): Choose {
  return (value, scope) => {
    const chosen = createSequence();
    const entries = entriesOf(value);
    worked(scope, entries.length);
    for (let at = 0; at < entries.length; at++) {
      const entry = entries[at];
      const made = test(entry, scope);
      if (isNumeric(made)) {
        if (isAt(made, at, entries.length)) chosen.push(entry);
      } else if (isList(made) && areNumbers(made)) {
        for (const position of made)
          if (isAt(position as number, at, entries.length)) chosen.push(entry);
      } else if (isTrue(made)) chosen.push(entry);
    }
    return chosen;
  };
}

function isAt(wanted: number, at: number, length: number): boolean {
  const position = Math.floor(wanted);
  return (position < 0 ? length + position : position) === at;
}

function areNumbers(list: Sequence): boolean {
  return list.filter((entry) => !isNumeric(entry)).length === 0; // looks at all: one may be endless
}

function entriesOf(value: Value): Sequence {
  if ((value as { readonly tupleStream?: unknown } | null | undefined)?.tupleStream)
    throw new HandOver('a field that is called as a mark of JSONata');
  return isList(value) ? value : createSequence(value);
}

const unclear = Symbol('a list on the way');

/** `$a.b.c` through groups: reads, and stops at the first list. */
function compileChain(
  { steps = [], keepArray, keepSingletonArray }: FormulaNode,
  names: Names,
): ((scope: Scope) => Value) | undefined {
  const [first, ...rest] = steps;
  if (first?.type !== 'variable' || keepArray === true || keepSingletonArray === true)
    return undefined;
  const slot = names.get(String(first.value));
  const isPlain = (step: FormulaNode): boolean =>
    step.stages === undefined &&
    step.predicate === undefined &&
    step.keepArray !== true &&
    step.group === undefined;
  if (slot === undefined || !isPlain(first)) return undefined;
  if (!rest.every((step) => step.type === 'name' && isPlain(step))) return undefined;
  const path = rest.map(({ value }) => String(value));
  return (scope) => {
    let here: Value = scope.values[slot];
    for (let at = 0; at < path.length; at++) {
      if (typeof here !== 'object' || here === null) return undefined;
      if (isList(here)) return unclear;
      const name = path[at] as string; // `at` is below the length
      if (!Object.hasOwn(here, name) || isFunction(here)) return undefined;
      here = (here as Record<string, Value>)[name];
    }
    return here;
  };
}
