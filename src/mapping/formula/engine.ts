/**
 * Formulas on JSONata: its parser, then closures where they cover the formula, else the library.
 *
 * 1. A formula sees its refs as `$a`, `$b`, …: no step, no flow, no host. `$` and `$$` are nothing at its top.
 * 2. What leaves is plain JSON or a failure in words, whichever way it was made.
 * 3. `list` gives a list whatever there is: one entry is a list of one, nothing is an empty list. `single` gives one
 *    value; several are a failure, never silently the first.
 */
import { isJsonList, type Json } from '../../shared/index.ts';
import type { FormulaBinding } from '../binding.ts';
import type { EvaluationContext } from '../evaluate/context.ts';
import { compileCovered, type CoveredFormula } from './closures/compile.ts';
import type { Scope } from './closures/scope.ts';
import { FormulaFailure, failureOf } from './failures.ts';
import { compileLibrary, type Library } from './library.ts';
import { plain, plainOutside } from './plain.ts';
import { functionNames } from './functions.ts';
import { namesIn } from './names.ts';
import {
  later,
  type FormulaEngine,
  type FormulaReading,
  type FormulaType,
  type RunnableFormula,
} from './port.ts';
import { mistakeOf, parseText, type FormulaNode } from './syntax.ts';
import { typeOfTree, type Made } from './types.ts';
import { nodesIn } from './walk.ts';

export const jsonataEngine: FormulaEngine = {
  compile(formula) {
    const parsed = parseText(formula.text);
    if (!parsed.ok) return alwaysFails(failureOf(parsed.mistake));
    const names = Object.keys(formula.refs);
    const { tree } = parsed;
    const nodes = nodesIn(tree);
    const covered = compileCovered(tree, names);
    const library = compileLibrary(parsed, names);
    const give = formula.result === 'list' ? asList : asSingle;
    return {
      run: covered === undefined ? () => later : runCovered(covered, give),
      runLater: (inputs, context) => runInLibrary(library, inputs, context, give),
      usesChance: nodes.some(isChance),
    };
  },
  read: readFormula,
  typeOf(formula, fields) {
    const parsed = parseText(formula.text);
    const made = parsed.ok ? typeOfTree(parsed.tree, fields) : undefined;
    return typeAs(formula.result, made);
  },
  functions: functionNames,
};

function readFormula(text: string): FormulaReading {
  const parsed = parseText(text);
  if (parsed.ok) return { ok: true, names: namesIn(parsed.tree) };
  const { position = text.length, token } = parsed.mistake;
  const to = Math.min(position, text.length);
  // What is missing at the end has no length.
  const length = token === '(end)' ? 0 : typeof token === 'string' ? token.length : 1;
  return { ok: false, failure: failureOf(parsed.mistake), from: Math.max(0, to - length), to };
}

function typeAs(result: FormulaBinding['result'], made: Made | undefined): FormulaType {
  const { schema = {}, many = 'open', mayMiss = true } = made ?? {};
  if (result === 'list')
    return { schema: { type: 'array', items: schema }, mayMiss: false, several: 'never' };
  switch (many) {
    case 'one':
      return { schema, mayMiss, several: 'never' };
    case 'some':
      return { schema, mayMiss: true, several: 'maybe' };
    case 'list':
      return { schema, mayMiss, several: 'always' };
    case 'open':
      return { schema: {}, mayMiss, several: 'unknown' };
  }
}

type Give = (value: Json | undefined) => Json | undefined | FormulaFailure;

function alwaysFails(failure: FormulaFailure): RunnableFormula {
  return { run: () => failure, runLater: () => Promise.resolve(failure), usesChance: false };
}

function runCovered({ run, room }: CoveredFormula, give: Give): RunnableFormula['run'] {
  return (inputs, context) => {
    const values = inputs.length === room ? (inputs as unknown[]) : spacious(inputs, room);
    const scope: Scope = { values, root: undefined, context, work: 0, isOdd: false };
    try {
      const made = run(undefined, scope);
      return give(scope.isOdd ? plain(made) : plainOutside(made));
    } catch (cause) {
      const mistake = mistakeOf(cause);
      // Whatever these do not know, JSONata says: too much to do, or a mistake of ours.
      return isOwnCode(mistake.code) ? later : failureOf(mistake);
    }
  };
}

function spacious(inputs: readonly (Json | undefined)[], room: number): unknown[] {
  const values = new Array<unknown>(room);
  for (let at = 0; at < inputs.length; at++) values[at] = inputs[at];
  return values;
}

function isOwnCode(code: string): boolean {
  return code === 'unknown' || code === 'too-large';
}

async function runInLibrary(
  library: Library,
  inputs: readonly (Json | undefined)[],
  context: EvaluationContext,
  give: Give,
): Promise<Json | undefined | FormulaFailure> {
  try {
    return give(await library(inputs, context, undefined));
  } catch (cause) {
    return failureOf(mistakeOf(cause));
  }
}

const asList: Give = (value) => (value === undefined ? [] : isJsonList(value) ? value : [value]);

const asSingle: Give = (value) =>
  isJsonList(value) ? new FormulaFailure('formula-gives-list', { count: value.length }) : value;

function isChance({ type, value }: FormulaNode): boolean {
  return type === 'variable' && (value === 'random' || value === 'shuffle' || value === 'eval');
}
