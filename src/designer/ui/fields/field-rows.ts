import {
  attachmentFormat,
  choicesOf,
  isJsonList,
  isJsonObject,
  itemsOf,
  kindsOf,
  propertiesOf,
  requiredOf,
  resolve,
  titleOf,
  type Json,
  type JsonSchema,
} from '../../../shared/index.ts';

/** What a value is, without a word of the schema's own language. */
export type KindWord =
  | 'text'
  | 'number'
  | 'whole'
  | 'yes-no'
  | 'date'
  | 'date-time'
  | 'email'
  | 'address'
  | 'group'
  | 'file'
  | 'choice'
  | 'any';

export interface FieldKind {
  readonly word: KindWord;
  /** A list of these, and of how many levels. */
  readonly lists: number;
  readonly mayBeEmpty: boolean;
}

/** One line of "what it needs" or "what it gives". */
export interface FieldRow {
  readonly key: string;
  readonly title: string;
  readonly help: string;
  readonly depth: number;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly example: Json | undefined;
}

/** Deeper groups are in the whole example. */
const deepest = 2;

/** A schema's fields, groups opened two levels deep, each with its place in the example. */
export function fieldRows(
  schema: JsonSchema | undefined,
  example: Json | undefined,
): readonly FieldRow[] {
  if (schema === undefined) return [];
  const rows: FieldRow[] = [];
  collect(schema, schema, example, 0, '', rows);
  return rows;
}

/** The kind of one field, in words' codes. */
export function fieldKind(schema: JsonSchema, root: JsonSchema): FieldKind {
  const { kinds, nullable, open } = kindsOf(schema, root);
  const mayBeEmpty = nullable && !open;
  if (kinds.has('array') && kinds.size === 1) {
    const inner = fieldKind(itemsOf(schema, root) ?? {}, root);
    return { word: inner.word, lists: inner.lists + 1, mayBeEmpty };
  }
  return { word: wordOf(resolve(schema, root), root), lists: 0, mayBeEmpty };
}

function wordOf(schema: JsonSchema, root: JsonSchema): KindWord {
  if (choicesOf(schema, root) !== undefined) return 'choice';
  const { kinds } = kindsOf(schema, root);
  if (kinds.size > 1 && !(kinds.size === 2 && kinds.has('integer') && kinds.has('number')))
    return 'any';
  if (kinds.has('object')) return schema.format === attachmentFormat ? 'file' : 'group';
  if (kinds.has('number')) return 'number';
  if (kinds.has('integer')) return 'whole';
  if (kinds.has('boolean')) return 'yes-no';
  if (!kinds.has('string')) return 'any';
  return formatWords[schema.format ?? ''] ?? 'text';
}

const formatWords: Readonly<Record<string, KindWord>> = {
  date: 'date',
  'date-time': 'date-time',
  email: 'email',
  'idn-email': 'email',
  uri: 'address',
  url: 'address',
};

function collect(
  schema: JsonSchema,
  root: JsonSchema,
  example: Json | undefined,
  depth: number,
  under: string,
  rows: FieldRow[],
): void {
  for (const { name, schema: part, ...row } of fieldsIn(schema, root, example)) {
    const key = `${under}/${name}`;
    rows.push({ ...row, key, depth, example: named(resolve(part, root), row.example) });
    if (depth < deepest) collect(part, root, row.example, depth + 1, key, rows);
  }
}

/** A field, and what is known of it; `schema` has what is in it. */
export interface Field extends Omit<FieldRow, 'key' | 'depth'> {
  readonly name: string;
  readonly schema: JsonSchema;
}

/** The fields of a group, or of the entries of a list of groups: one level. */
export function fieldsIn(schema: JsonSchema, root: JsonSchema, example?: Json): readonly Field[] {
  const group = groupIn(schema, root);
  const inside = firstGroup(example);
  const required = new Set(requiredOf(group, root));
  return Object.entries(propertiesOf(group, root)).map(([name, part]) => {
    const here = resolve(part, root);
    return {
      name,
      schema: part,
      title: titleOf(here, name),
      help: here.description ?? '',
      kind: fieldKind(part, root),
      required: required.has(name),
      example: inside?.[name] ?? here.examples?.[0],
    };
  });
}

/** A chosen option reads by its title. */
function named(schema: JsonSchema, value: Json | undefined): Json | undefined {
  const options = schema.oneOf ?? schema.anyOf;
  return (
    options?.find((option) => option.const !== undefined && option.const === value)?.title ?? value
  );
}

/** A list shows the fields of its entries. */
function groupIn(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const items = itemsOf(schema, root);
  return items === undefined ? resolve(schema, root) : groupIn(items, root);
}

function firstGroup(example: Json | undefined): Readonly<Record<string, Json>> | undefined {
  if (isJsonList(example)) return firstGroup(example[0]);
  return isJsonObject(example) ? example : undefined;
}
