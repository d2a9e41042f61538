import type { Binding } from '../../../mapping/index.ts';

/** What a text editor holds: words the person typed and pills, in turn. Always starts and ends with words (maybe empty). */
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

/** The parts with a pill at a caret: inside the words at `index`, after `offset` characters. */
export function insertPill(
  parts: readonly TextPart[],
  index: number,
  offset: number,
  pill: Binding,
): readonly TextPart[] {
  const words = parts[index];
  if (typeof words !== 'string') return tidyParts([...parts, pill]);
  const before = words.slice(0, offset);
  const after = words.slice(offset);
  return tidyParts([...parts.slice(0, index), before, pill, after, ...parts.slice(index + 1)]);
}

/** The parts without the one at `index`; the words around it join. */
export function removePart(parts: readonly TextPart[], index: number): readonly TextPart[] {
  return tidyParts(parts.filter((_, at) => at !== index));
}
