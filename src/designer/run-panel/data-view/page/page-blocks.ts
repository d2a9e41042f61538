/**
 * Data as a page to read: headings, and fields with what they hold. Made one block after the other, so that of a list of
 * 100,000 only what is shown costs anything.
 */
import {
  isAttachment,
  isJsonList,
  isJsonObject,
  itemsOf,
  titleOf,
  type Json,
  type JsonSchema,
} from '../../../../shared/index.ts';
import { recordLabel } from '../../../../runtime/contract.ts';
import { cellText, type CellText } from '../cell-text.ts';
import { fieldsOf } from '../field-order.ts';
import { dateWords } from './date-words.ts';
import { isHtml } from './html-document.ts';
import { pictureSource } from './picture-source.ts';
import { addressOf } from './text-parts.ts';

/** What a field holds, by how it is read. */
export type Content =
  | { readonly kind: 'text' | 'html'; readonly text: string }
  | { readonly kind: 'date'; readonly text: string; readonly words: string }
  | { readonly kind: 'link'; readonly text: string; readonly address: string }
  | { readonly kind: 'picture'; readonly source: string }
  | { readonly kind: 'cell'; readonly cell: CellText };

export type PageBlock =
  | {
      readonly kind: 'heading';
      readonly id: string;
      readonly depth: number;
      /** Of a list's entry. */
      readonly number?: number;
      readonly title: string;
    }
  | {
      readonly kind: 'field';
      readonly id: string;
      readonly title: string;
      readonly key: string;
      readonly content: Content;
    };

/** The first blocks of a value; the others are never made. */
export function firstBlocks(
  most: number,
  ...of: Parameters<typeof pageBlocks>
): readonly PageBlock[] {
  const blocks: PageBlock[] = [];
  for (const block of pageBlocks(...of)) {
    if (blocks.length >= most) break;
    blocks.push(block);
  }
  return blocks;
}

/** The blocks of a value, in the order in which they are read. `stood`: where entries of a searched list stood. */
function* pageBlocks(
  value: Json,
  schema: JsonSchema | undefined,
  stood?: readonly number[],
): Generator<PageBlock> {
  const root = schema ?? {};
  if (isJsonObject(value) && Object.keys(value).length > 0) yield* group(value, schema, '', 0);
  else if (isJsonList(value) && value.length > 0) yield* list(value, schema, '', 0, stood);
  else
    yield {
      kind: 'field',
      id: '',
      title: titleOf(schema, ''),
      key: '',
      content: contentOf(value, schema, root),
    };

  function* group(
    here: Readonly<Record<string, Json>>,
    part: JsonSchema | undefined,
    under: string,
    depth: number,
  ): Generator<PageBlock> {
    const fields = fieldsOf(here, part, root);
    // What is inside something comes after what is not, or it would be read as a part of it.
    for (const { key, value: inner, schema: inside } of fields)
      if (!hasParts(inner))
        yield {
          kind: 'field',
          id: `${under}/${key}`,
          title: titleOf(inside, key),
          key,
          content: contentOf(inner, inside, root),
        };
    for (const { key, value: inner, schema: inside } of fields)
      if (hasParts(inner))
        yield* parts(inner, inside, `${under}/${key}`, depth, titleOf(inside, key));
  }

  function* parts(
    inner: Json,
    inside: JsonSchema | undefined,
    id: string,
    depth: number,
    title: string,
  ): Generator<PageBlock> {
    yield { kind: 'heading', id, depth, title };
    if (isJsonObject(inner)) yield* group(inner, inside, id, depth + 1);
    else if (isJsonList(inner)) yield* list(inner, inside, id, depth + 1);
  }

  function* list(
    here: readonly Json[],
    part: JsonSchema | undefined,
    under: string,
    depth: number,
    places?: readonly number[],
  ): Generator<PageBlock> {
    const items =
      part === undefined ? undefined : (itemsOf(part, root) ?? (under === '' ? part : undefined));
    for (const [at, entry] of here.entries()) {
      const id = `${under}/${at}`;
      const number = (places?.[at] ?? at) + 1;
      if (!hasParts(entry)) {
        yield {
          kind: 'field',
          id,
          title: String(number),
          key: String(at),
          content: contentOf(entry, items, root),
        };
        continue;
      }
      yield { kind: 'heading', id, depth, number, title: recordLabel({ input: entry }) };
      if (isJsonObject(entry)) yield* group(entry, items, id, depth + 1);
      else if (isJsonList(entry)) yield* list(entry, items, id, depth + 1);
    }
  }
}

/** It is read part by part. A list of plain values that stand for themselves reads as one line. */
function hasParts(value: Json): boolean {
  if (isJsonObject(value)) return Object.keys(value).length > 0 && !isAttachment(value);
  return isJsonList(value) && value.length > 0 && !value.every(isPlain);
}

function isPlain(value: Json): boolean {
  return typeof value === 'string'
    ? value.length <= longestInLine && contentOf(value, undefined, {}).kind === 'text'
    : value === null || typeof value !== 'object';
}
const longestInLine = 200;

function contentOf(value: Json, schema: JsonSchema | undefined, root: JsonSchema): Content {
  const cell = cellText(value, schema, root);
  // A choice reads as its label, whatever its value looks like.
  if (typeof value !== 'string' || cell.kind !== 'text' || cell.raw !== undefined)
    return { kind: 'cell', cell };
  const source = pictureSource(value);
  if (source !== undefined) return { kind: 'picture', source };
  const words = dateWords(value);
  if (words !== undefined) return { kind: 'date', text: value, words };
  const address = addressOf(value);
  if (address !== undefined) return { kind: 'link', text: value, address };
  return { kind: isHtml(value) ? 'html' : 'text', text: value };
}
