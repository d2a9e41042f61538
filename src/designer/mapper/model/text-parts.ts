/**
 * What a text editor holds: words the person typed and pills, in turn. A place in it is counted in characters, and a
 * pill counts as one.
 */
import type { Binding } from '../../../mapping/index.ts';

/** Always starts and ends with words (maybe empty), so a caret fits anywhere. */
export type TextPart = string | Binding;

/** A binding as an editor's parts: nothing is one empty text, a text's parts stay apart, everything else is one pill. */
export function partsOf(binding: Binding | undefined): readonly TextPart[] {
  if (binding === undefined) return [''];
  if (binding.kind === 'literal' && typeof binding.value === 'string') return [binding.value];
  if (binding.kind === 'text') return tidyParts(binding.parts);
  return ['', binding, ''];
}

/** What the parts mean: nothing at all, words, one pill alone as itself (its type stays), or text with fields. */
export function bindingOf(parts: readonly TextPart[]): Binding | undefined {
  const filled = parts.filter((part) => part !== '');
  const [only] = filled;
  if (only === undefined) return undefined;
  if (filled.length > 1) return { kind: 'text', parts: filled };
  return typeof only === 'string' ? { kind: 'literal', value: only } : only;
}

/** Neighbouring words are joined, and every pill stands between two texts (maybe empty), so a caret fits anywhere. */
export function tidyParts(parts: readonly TextPart[]): readonly TextPart[] {
  const tidy: TextPart[] = [''];
  for (const part of parts) {
    const last = tidy.at(-1);
    if (typeof part === 'string' && typeof last === 'string') tidy[tidy.length - 1] = last + part;
    else if (typeof part === 'string') tidy.push(part);
    else tidy.push(...(typeof last === 'string' ? [part] : ['', part]));
  }
  if (typeof tidy.at(-1) !== 'string') tidy.push('');
  return tidy;
}

export function lengthOf(parts: readonly TextPart[]): number {
  return parts.reduce((sum, part) => sum + lengthOfPart(part), 0);
}

/** The parts between two places; words are cut. */
export function cutParts(
  parts: readonly TextPart[],
  start: number,
  end: number,
): readonly TextPart[] {
  const cut: TextPart[] = [];
  let at = 0;
  for (const part of parts) {
    const length = lengthOfPart(part);
    if (at < end && at + length > start) {
      if (typeof part === 'string') cut.push(part.slice(Math.max(0, start - at), end - at));
      else cut.push(part);
    }
    at += length;
  }
  return cut;
}

/** The parts with what is between two places taken out and something else put there. */
export function replaceParts(
  parts: readonly TextPart[],
  start: number,
  end: number,
  put: readonly TextPart[],
): readonly TextPart[] {
  return tidyParts([
    ...cutParts(parts, 0, start),
    ...put,
    ...cutParts(parts, end, lengthOf(parts)),
  ]);
}

/** The parts with a pill behind all the rest: after words that do not end in a space, one is put between. */
export function addPill(parts: readonly TextPart[], pill: Binding): readonly TextPart[] {
  const last = parts.filter((part) => part !== '').at(-1);
  const joins = last === undefined || (typeof last === 'string' && /\s$/.test(last));
  return tidyParts([...parts, ...(joins ? [] : [' ']), pill]);
}

/** Which pill (counted among the pills) ends at a place, or begins there. */
export function pillBeside(
  parts: readonly TextPart[],
  place: number,
  side: 'before' | 'after',
): number | undefined {
  let at = 0;
  let pill = -1;
  for (const part of parts) {
    if (typeof part !== 'string') {
      pill++;
      if (side === 'before' ? at + 1 === place : at === place) return pill;
    }
    at += lengthOfPart(part);
  }
  return undefined;
}

/** The place right before a pill, counted among the pills. */
export function placeOfPill(parts: readonly TextPart[], pill: number): number {
  let at = 0;
  let seen = 0;
  for (const part of parts) {
    if (typeof part !== 'string' && seen++ === pill) return at;
    at += lengthOfPart(part);
  }
  return at;
}

export function isPill(part: TextPart): part is Binding {
  return typeof part !== 'string';
}

function lengthOfPart(part: TextPart): number {
  return typeof part === 'string' ? part.length : 1;
}
