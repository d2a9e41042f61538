import { isJsonList, isJsonObject, writeJson, type Json } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import type { FieldKind } from './field-rows.ts';

/** "text", "list: group of fields", "date, may be empty". */
export function kindWords(kind: FieldKind): string {
  let words = say(`inspector.kind-${kind.word}`);
  for (let level = 0; level < kind.lists; level += 1)
    words =
      kind.word === 'any'
        ? say('inspector.kind-list')
        : say('inspector.kind-list-of', { of: words });
  return kind.mayBeEmpty ? say('inspector.kind-or-nothing', { kind: words }) : words;
}

/** A value as a person would read it in a table; groups and lists say how much is in them. */
export function valueWords(value: Json): string {
  if (value === null || value === '') return say('inspector.value-empty');
  if (value === true) return say('inspector.value-yes');
  if (value === false) return say('inspector.value-no');
  if (isJsonList(value)) {
    const plain = value.every((entry) => typeof entry === 'string' || typeof entry === 'number');
    return plain && value.length > 0
      ? value.join(', ')
      : say('inspector.value-entries', { count: value.length });
  }
  if (isJsonObject(value)) return '';
  return typeof value === 'string' ? value : writeJson(value);
}
