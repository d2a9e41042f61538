import {
  choiceTitle,
  isAttachment,
  isJsonList,
  isJsonObject,
  writeJson,
  type Json,
  type JsonSchema,
} from '../../../shared/index.ts';
import { sizeWords } from '../../ui/size-words.ts';

/** What a value is called where it stands: its own text, or a word for what has none. */
export type CellText =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** The value behind a label. */ readonly raw?: string;
    }
  | { readonly kind: 'yes' | 'no' | 'empty' | 'missing' }
  | { readonly kind: 'entries' | 'fields'; readonly count: number };

/** Entries of a plain list that one cell still shows; a browser takes half a second to lay out a hundred thousand. */
const mostJoined = 100;

/** A value in one cell. A choice reads as its label; foreign text stays as it is. */
export function cellText(
  value: Json | undefined,
  schema?: JsonSchema,
  root?: JsonSchema,
): CellText {
  if (value === undefined) return { kind: 'missing' };
  if (value === null || value === '') return { kind: 'empty' };
  if (value === true) return { kind: 'yes' };
  if (value === false) return { kind: 'no' };
  if (isJsonList(value)) {
    const plain =
      value.length > 0 &&
      value.length <= mostJoined &&
      value.every((entry) => entry !== null && typeof entry !== 'object');
    return plain
      ? { kind: 'text', text: value.map(plainText).join(', ') }
      : { kind: 'entries', count: value.length };
  }
  if (isAttachment(value))
    return { kind: 'text', text: `${value.name} (${sizeWords(value.size)})` };
  if (isJsonObject(value)) return { kind: 'fields', count: Object.keys(value).length };
  const text = plainText(value);
  const label = schema === undefined ? undefined : choiceTitle(value, schema, root ?? schema);
  return label === undefined || label === text
    ? { kind: 'text', text }
    : { kind: 'text', text: label, raw: text };
}

function plainText(value: Json): string {
  return typeof value === 'string' ? value : writeJson(value);
}
