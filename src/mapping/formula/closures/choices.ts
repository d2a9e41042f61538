/** What stands in brackets behind a step: a position, or a test for each entry. */
import { HandOver } from '../fault.ts';
import type { FormulaNode, FormulaStage } from '../syntax.ts';
import { createSequence, isList, isNumeric, isTrue, type Sequence, type Value } from '../values.ts';
import {
  Uncovered,
  worked,
  type Compiled,
  type Compiling,
  type Names,
  type Run,
  type Scope,
} from './scope.ts';

/** Keeps some of what there is. */
type Choose = (value: Value, scope: Scope) => Sequence;

/** What stands in brackets behind a node that is no path. */
export function withPredicates(
  compiled: Compiled,
  node: FormulaNode,
  names: Names,
  compiling: Compiling,
): Compiled {
  if (node.predicate === undefined) return compiled;
  const { choose, mayFail } = compileChoices(node.predicate, names, compiling);
  if (choose === undefined) return compiled;
  const { run } = compiled;
  return {
    run: (here, scope) => choose(run(here, scope), scope),
    mayFail: compiled.mayFail || mayFail,
  };
}

export function compileChoices(
  stages: readonly FormulaStage[] | undefined,
  names: Names,
  compiling: Compiling,
): { choose: ((value: Value, scope: Scope) => Value) | undefined; mayFail: boolean } {
  if (stages === undefined || stages.length === 0) return { choose: undefined, mayFail: false };
  const choices = stages.map(({ type, expr }): Choose => {
    if (type !== 'filter' || expr === undefined) throw new Uncovered();
    return expr.type === 'number'
      ? atPosition(Number(expr.value))
      : where(compiling.compile(expr, names).run);
  });
  const [only, ...more] = choices;
  return {
    choose:
      only !== undefined && more.length === 0
        ? only
        : (value, scope) => {
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
    // Nothing is one entry too, and may be chosen.
    if (value === undefined) scope.isOdd = true;
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
