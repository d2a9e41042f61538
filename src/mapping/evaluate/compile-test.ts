import type { Json } from '../../shared/index.ts';
import type { Comparison, Condition, Operator } from '../binding.ts';
import { type Compile, fail, type Frame, type Place } from './frame.ts';
import { shown } from './shown.ts';
import { isEmpty, isSameJson, order, timeBetween } from './compare.ts';
import { parseMoment } from '../conversions/moment.ts';

export type Test = (frame: Frame) => boolean;
type Compare = (left: Json, right: Json, frame: Frame) => boolean | undefined;

/** A condition as a closure. Every group with nothing in it: "all" holds, "any" does not. */
export function compileTest(condition: Condition, place: Place, compile: Compile): Test {
  if ('all' in condition) {
    const tests = condition.all.map((inner) => compileTest(inner, place, compile));
    return (frame) => tests.every((test) => test(frame));
  }
  if ('any' in condition) {
    const tests = condition.any.map((inner) => compileTest(inner, place, compile));
    return (frame) => tests.some((test) => test(frame));
  }
  if ('not' in condition) {
    const inner = compileTest(condition.not, place, compile);
    return (frame) => !inner(frame);
  }
  return compileComparison(condition, place, compile);
}

/**
 * A value that is not there equals nothing, contains nothing and has no order, so only "is not", "does not contain"
 * and "is empty" hold for it. Two values that have no order (a group and a number) are a failure, not a silent no.
 */
function compileComparison(comparison: Comparison, place: Place, compile: Compile): Test {
  const { is } = comparison;
  const here: Place =
    comparison.left.kind === 'ref'
      ? { ...place, origin: { from: comparison.left.from, path: comparison.left.path } }
      : place;
  const left = compile(comparison.left, here);
  if (is === 'is-empty') return (frame) => isEmpty(left(frame));
  if (is === 'is-not-empty') return (frame) => !isEmpty(left(frame));
  if (is === 'is-yes') return (frame) => left(frame) === true;
  if (is === 'is-no') return (frame) => left(frame) === false;
  if (is === 'equals' && comparison.right?.kind === 'literal') {
    const { value } = comparison.right;
    if (typeof value === 'string' || typeof value === 'boolean')
      return (frame) => left(frame) === value;
  }
  const right = comparison.right === undefined ? () => undefined : compile(comparison.right, place);
  const holdsForNothing = is === 'not-equals' || is === 'not-contains';
  const compare: Compare = comparisons[is];
  return (frame) => {
    const first = left(frame);
    const second = right(frame);
    if (first === undefined || second === undefined) return holdsForNothing;
    const holds = compare(first, second, frame);
    if (holds !== undefined) return holds;
    if (first === null || second === null) return holdsForNothing;
    fail(frame, here, 'cannot-compare', { left: shown(first), right: shown(second) }, first);
    return false;
  };
}

const comparisons: Record<
  Exclude<Operator, 'is-empty' | 'is-not-empty' | 'is-yes' | 'is-no'>,
  Compare
> = {
  equals: isSameJson,
  'not-equals': (left, right) => !isSameJson(left, right),
  contains,
  'not-contains': (left, right) => {
    const holds = contains(left, right);
    return holds === undefined ? undefined : !holds;
  },
  'starts-with': (left, right) =>
    typeof left === 'string' && typeof right === 'string' ? left.startsWith(right) : undefined,
  'ends-with': (left, right) =>
    typeof left === 'string' && typeof right === 'string' ? left.endsWith(right) : undefined,
  greater: ordered((sign) => sign > 0),
  'greater-or-equal': ordered((sign) => sign >= 0),
  less: ordered((sign) => sign < 0),
  'less-or-equal': ordered((sign) => sign <= 0),
  before: inTime((difference) => difference < 0),
  after: inTime((difference) => difference > 0),
  'is-one-of': (left, right) =>
    Array.isArray(right)
      ? right.some((choice: Json) => isSameJson(left, choice))
      : isSameJson(left, right),
};

function contains(left: Json, right: Json): boolean | undefined {
  if (Array.isArray(left)) return left.some((entry: Json) => isSameJson(entry, right));
  return typeof left === 'string' && typeof right === 'string' ? left.includes(right) : undefined;
}

function ordered(holds: (sign: number) => boolean): Compare {
  return (left, right, frame) => {
    const sign = order(left, right, frame.context.timeZone);
    return sign === undefined ? undefined : holds(sign);
  };
}

function inTime(holds: (difference: number) => boolean): Compare {
  return (left, right, frame) => {
    if (typeof left !== 'string' || typeof right !== 'string') return undefined;
    const first = parseMoment(left);
    const second = parseMoment(right);
    if (first === undefined || second === undefined) return undefined;
    const difference = timeBetween(first, second, frame.context.timeZone);
    return difference === undefined ? undefined : holds(difference);
  };
}
