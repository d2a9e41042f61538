import type { Json } from '../../shared/index.ts';
import { order } from '../evaluate/compare.ts';
import { fail, type Frame, type Place } from '../evaluate/frame.ts';
import { shown } from '../evaluate/shown.ts';
import { addAll, divide, readNumber } from './decimal.ts';
import { notANumber } from './numbers.ts';
import { toPlainText } from './plain-text.ts';

type ConvertList = (list: readonly Json[], frame: Frame, place: Place) => Json | undefined;

/** Entries one after the other; entries that are null add nothing, not even the sign between. */
export function join(by: string): ConvertList {
  return (list, frame, place) => {
    const parts: string[] = [];
    for (const entry of list) {
      if (entry === null) continue;
      const text = toPlainText(entry);
      if (text === undefined)
        return fail(frame, place, 'not-a-text', { value: shown(entry) }, entry);
      parts.push(text);
    }
    return parts.join(by);
  };
}

/** 0 is the first entry, -1 the last one; no such entry is a missing value. */
export function nth(position: number): ConvertList {
  return (list) => list.at(position);
}

export const sum: ConvertList = (list, frame, place) => {
  const numbers = numbersOf(list, frame, place);
  return numbers === undefined ? undefined : addAll(numbers);
};

export const average: ConvertList = (list, frame, place) => {
  const numbers = numbersOf(list, frame, place);
  if (numbers === undefined || numbers.length === 0) return undefined;
  return divide(addAll(numbers), numbers.length);
};

/** The smallest (-1) or largest (1) entry by the order of conditions: numbers, dates, texts. */
export function extreme(sign: -1 | 1): ConvertList {
  return (list, frame, place) => {
    let best: Json | undefined;
    for (const entry of list) {
      if (entry === null) continue;
      const difference = best === undefined ? sign : order(entry, best, frame.context.timeZone);
      if (difference === undefined)
        return fail(
          frame,
          place,
          'cannot-compare',
          { left: shown(entry), right: shown(best) },
          entry,
        );
      if (difference * sign > 0) best = entry;
    }
    return best;
  };
}

/** One list level less; entries that are no lists stay. */
export const flatten: ConvertList = (list) => list.flat(1) as Json[];

function numbersOf(
  list: readonly Json[],
  frame: Frame,
  place: Place,
): (number | bigint)[] | undefined {
  const numbers: (number | bigint)[] = [];
  for (const entry of list) {
    if (entry === null) continue;
    const number = typeof entry === 'string' ? readNumber(entry) : entry;
    if (typeof number !== 'bigint' && (typeof number !== 'number' || !Number.isFinite(number))) {
      return notANumber(entry, frame, place);
    }
    numbers.push(number);
  }
  return numbers;
}
