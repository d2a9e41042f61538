/**
 * Calls of JSONata's functions. The function and its checks are the library's own (`borrowed.ts`); where the arguments
 * are plainly what it takes, the checks are passed by. Those that wait for a callback are made again here, for texts.
 */
import { borrowed, type BorrowedFunction } from '../borrowed.ts';
import { HandOver, placed } from '../fault.ts';
import type { FormulaNode } from '../syntax.ts';
import { createSequence, isFunction, isList, type Value } from '../values.ts';
import { worldly } from '../world.ts';
import { quickFunctions } from './quick-functions.ts';
import { takesPlainly } from './signatures.ts';
import {
  Uncovered,
  worked,
  type Compiled,
  type Compiling,
  type Names,
  type Run,
  type Scope,
} from './scope.ts';

/** The function is called with what is there; `before` stands in front of the arguments (`~>`). */
export function compileCall(
  node: FormulaNode,
  before: Compiled | undefined,
  names: Names,
  compiling: Compiling,
): Compiled {
  const { procedure, position } = node;
  const name = String(procedure?.value);
  // A field of that name hides the function.
  if (procedure?.type !== 'variable' || procedure.predicate !== undefined || names.has(name))
    throw new Uncovered();
  const own = borrowed(name);
  if (own?.signature === undefined || !covered.has(name)) throw new Uncovered();
  const args = [
    ...(before === undefined ? [] : [before]),
    ...(node.arguments ?? []).map((argument) => compiling.compile(argument, names)),
  ].map(({ run }) => run);
  const isPlain = takesPlainly(own.signature.definition, args.length);
  const call = callerOf(name, own);
  const check = (given: Value[], here: Value): Value[] =>
    own.signature?.validate(given, here) ?? given;
  const run: Run = (here, scope) => {
    const given = new Array<Value>(args.length);
    for (let at = 0; at < args.length; at++) given[at] = argumentOf(args[at] as Run, here, scope); // `at` is below the length
    try {
      const made = call(isPlain(given) ? given : check(given, here), scope);
      if (typeof made === 'number' && !Number.isFinite(made)) scope.isOdd = true;
      return made;
    } catch (cause) {
      throw placed(cause, position, name);
    }
  };
  return { run, mayFail: true };
}

/** Those that take functions, read formulas out of texts or copy what need not be copied stay in the library. */
const covered: ReadonlySet<string> = new Set(
  (
    'sum count max min average string substring substringBefore substringAfter lowercase uppercase length trim pad ' +
    'contains replace split join formatNumber formatBase formatInteger parseInteger number floor ceil round abs sqrt ' +
    'power random boolean not zip keys lookup append exists merge reverse error assert type sort shuffle distinct ' +
    'base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl toMillis fromMillis now millis'
  ).split(' '),
);

function argumentOf(run: Run, here: Value, scope: Scope): Value {
  const value = run(here, scope);
  if (typeof value === 'string') worked(scope, value.length >> 6);
  else if (typeof value === 'object' && value !== null) {
    if (isList(value)) worked(scope, value.length);
    if (isFunction(value)) throw new HandOver('a group that says it is a function');
  } else if (typeof value === 'bigint') throw new HandOver('long digits');
  return value;
}

type Call = (args: Value[], scope: Scope) => Value;

function callerOf(name: string, { implementation }: BorrowedFunction): Call {
  const ofWorld = worldly(name);
  if (ofWorld !== undefined) return (args, { context }) => ofWorld(context).call(asked, ...args);
  const quick = quickFunctions[name];
  if (quick !== undefined) return quick;
  return (args) => implementation.apply(asked, args);
}

/** What a function of the library's is told about its surroundings. */
const asked = { createSequence };
