import { FormulaFault, HandOver, placed } from '../fault.ts';
import type { FormulaNode } from '../syntax.ts';
import {
  createSequence,
  isList,
  isNumeric,
  isSame,
  isTrue,
  settled,
  toText,
  type Value,
} from '../values.ts';
import { Uncovered, worked, type Compiled, type Compiling, type Names, type Run } from './scope.ts';

type Operate = (left: Value, right: Value) => Value;

/** `a + b`, `a & b`, `a < b`, `a and b`, `[a..b]`: both sides first, then the operator, which names itself when it fails. */
export function compileBinary(node: FormulaNode, names: Names, compiling: Compiling): Compiled {
  const token = String(node.value);
  const { position } = node;
  if (node.lhs === undefined || node.rhs === undefined || !('type' in node.lhs))
    throw new Uncovered();
  const left = compiling.compile(node.lhs, names);
  const right = compiling.compile(node.rhs, names);
  if (token === 'and' || token === 'or')
    return { run: compileLogic(token, left.run, right.run, position), mayFail: true };
  if (token === '..') return { run: compileRange(left.run, right.run, position), mayFail: true };
  const operate = Object.hasOwn(operators, token) ? operators[token] : undefined;
  if (operate === undefined) throw new Uncovered();
  const run: Run = (here, scope) => {
    const first = left.run(here, scope);
    const second = right.run(here, scope);
    try {
      const made = operate(first, second);
      if (typeof made === 'number' && !Number.isFinite(made)) scope.isOdd = true;
      return made;
    } catch (cause) {
      throw placed(cause, position, token);
    }
  };
  const neverFails = token === '=' || token === '!=' || token === 'in';
  return { run, mayFail: !neverFails || left.mayFail || right.mayFail };
}

const operators: Readonly<Record<string, Operate>> = {
  '+': arithmetic((left, right) => left + right),
  '-': arithmetic((left, right) => left - right),
  '*': arithmetic((left, right) => left * right),
  '/': arithmetic((left, right) => left / right),
  '%': arithmetic((left, right) => left % right),
  '=': (left, right) => left !== undefined && right !== undefined && isSame(left, right),
  '!=': (left, right) => left !== undefined && right !== undefined && !isSame(left, right),
  '<': comparison((left, right) => left < right),
  '<=': comparison((left, right) => left <= right),
  '>': comparison((left, right) => left > right),
  '>=': comparison((left, right) => left >= right),
  '&': (left, right) => toText(left) + toText(right),
  in: (left, right) =>
    left !== undefined &&
    right !== undefined &&
    (isList(right) ? right.some((entry) => entry === left) : right === left),
};

function arithmetic(count: (left: number, right: number) => number): Operate {
  return (left, right) => {
    if (left !== undefined && !isNumeric(left)) throw new FormulaFault('T2001', 0, '', left);
    if (right !== undefined && !isNumeric(right)) throw new FormulaFault('T2002', 0, '', right);
    return left === undefined || right === undefined ? undefined : count(left, right);
  };
}

function comparison(holds: (left: string | number, right: string | number) => boolean): Operate {
  return (left, right) => {
    if (!isComparable(left)) throw new FormulaFault('T2010', 0, '', left);
    if (!isComparable(right)) throw new FormulaFault('T2010', 0, '', right);
    if (left === undefined || right === undefined) return undefined;
    if (typeof left !== typeof right) throw new FormulaFault('T2009', 0, '', left);
    return holds(left, right);
  };
}

function isComparable(value: Value): value is string | number | undefined {
  return value === undefined || typeof value === 'string' || typeof value === 'number';
}

function compileLogic(
  token: 'and' | 'or',
  left: Run,
  right: Run,
  position: number | undefined,
): Run {
  const decided = token === 'or';
  return (here, scope) => {
    const first = left(here, scope);
    try {
      // JSONata names this operator for whatever fails on its right side.
      return isTrue(first) === decided ? decided : isTrue(right(here, scope));
    } catch (cause) {
      throw placed(cause, position, token);
    }
  };
}

/** JSONata allows ten million; long before that the library is asked, which has limits of its own. */
const longestRange = 1_000_000;

function compileRange(left: Run, right: Run, position: number | undefined): Run {
  return (here, scope) => {
    const first = left(here, scope);
    const last = right(here, scope);
    if (first !== undefined && !Number.isInteger(first))
      throw new FormulaFault('T2003', position, '..', first);
    if (last !== undefined && !Number.isInteger(last))
      throw new FormulaFault('T2004', position, '..', last);
    if (first === undefined || last === undefined) return undefined;
    const [from, to] = [first as number, last as number];
    if (from > to) return undefined;
    const size = to - from + 1;
    if (size > longestRange) throw new HandOver('a long range');
    worked(scope, size);
    const made = createSequence();
    for (let number = from; number <= to; number++) made.push(number);
    return settled(made, false);
  };
}

/** `-a`. */
export function compileMinus(node: FormulaNode, names: Names, compiling: Compiling): Compiled {
  if (node.expression === undefined) throw new Uncovered();
  const { run } = compiling.compile(node.expression, names);
  const { position } = node;
  return {
    run: (here, scope) => {
      const value = run(here, scope);
      if (value === undefined) return undefined;
      if (isNumeric(value)) return -value;
      throw new FormulaFault('D1002', position, '-', value);
    },
    mayFail: true,
  };
}
