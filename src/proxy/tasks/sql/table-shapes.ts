/** What a step needs and gives, told from the real table: the schemas behind `describedBy`. */
import { ownTitle, type JsonObject, type JsonSchema } from '../../../shared/index.ts';
import type { Column, Table } from './database.ts';
import { comparisons, namedConditions, type Condition } from './statements.ts';

/** "order_id" -> "Order id", "createdAt" -> "Created at". */
export function titleOfName(name: string): string {
  const words = name
    .replaceAll(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/[_\-.\s]+/g, ' ')
    .trim()
    .toLowerCase();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

/** A row as it is read. */
export function rowShape(table: Table): JsonSchema {
  return {
    type: 'object',
    title: titleOfName(table.name),
    properties: fields(table.columns, ({ isNullable, ...column }) =>
      isNullable ? nullable(fieldShape(column)) : fieldShape(column),
    ),
    required: table.columns.map(({ name }) => name),
    additionalProperties: false,
  };
}

/** A row to be added: what the database fills by itself need not be given. */
export function newRowShape(table: Table): JsonSchema {
  const columns = table.columns.filter(({ isGenerated }) => !isGenerated);
  return {
    type: 'object',
    title: titleOfName(table.name),
    properties: fields(columns, writtenShape),
    required: columns
      .filter(({ isNullable, hasDefault }) => !isNullable && !hasDefault)
      .map(({ name }) => name),
    additionalProperties: false,
  };
}

/** A row to be changed: its key, and whatever shall be different. */
export function changedRowShape(table: Table, key: readonly string[]): JsonSchema {
  const columns = table.columns.filter(
    ({ name, isGenerated }) => key.includes(name) || !isGenerated,
  );
  return {
    type: 'object',
    title: titleOfName(table.name),
    properties: fields(inKeyOrder(columns, key), (column) =>
      key.includes(column.name) ? fieldShape(column) : writtenShape(column),
    ),
    required: [...key],
    additionalProperties: false,
  };
}

/** A row to be added or changed: what a new row needs, and the key in any case. */
export function upsertedRowShape(table: Table, key: readonly string[]): JsonSchema {
  const shape = newRowShape(table);
  const keys = table.columns.filter(({ name }) => key.includes(name));
  return {
    ...shape,
    properties: { ...fields(keys, fieldShape), ...shape.properties },
    required: [...new Set([...key, ...(shape.required ?? [])])],
  };
}

/** What tells a row. */
export function keyShape(table: Table, key: readonly string[]): JsonSchema {
  const columns = table.columns.filter(({ name }) => key.includes(name));
  return {
    type: 'object',
    ...ownTitle('which-rows'),
    properties: fields(inKeyOrder(columns, key), fieldShape),
    required: [...key],
    additionalProperties: false,
  };
}

/** The values that the conditions of a search compare with. */
export function conditionShape(table: Table, conditions: readonly Condition[]): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  for (const { column: name, is, field } of namedConditions(conditions)) {
    const column = table.columns.find((candidate) => candidate.name === name);
    const { takes } = comparisons[is];
    if (column === undefined || takes === 'nothing') continue;
    const title = ownTitle(`is-${is}`, { field: titleOfName(name) });
    const { enum: choices, ...plain } = column.shape;
    const value = is === 'equals' && choices !== undefined ? column.shape : plain;
    properties[field] =
      takes === 'list'
        ? {
            type: 'array',
            ...title,
            items: { ...column.shape, title: titleOfName(name) },
            minItems: 1,
          }
        : takes === 'text'
          ? { type: 'string', ...title, minLength: 1 }
          : { ...value, ...title };
  }
  return {
    type: 'object',
    ...ownTitle('which-rows'),
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

/** How many rows were changed. */
export const countShape: JsonSchema = {
  type: 'object',
  ...ownTitle('rows'),
  properties: { count: { type: 'integer', ...ownTitle('number-of-rows'), minimum: 0 } },
  required: ['count'],
  additionalProperties: false,
};

export function asMessage(shapes: {
  readonly input: JsonSchema;
  readonly output: JsonSchema;
}): JsonObject {
  return shapes as unknown as JsonObject; // a schema is JSON
}

export function nullable(shape: JsonSchema): JsonSchema {
  const { type, enum: choices, ...rest } = shape;
  if (type === undefined) return shape;
  return {
    ...rest,
    type: [...(typeof type === 'string' ? [type] : type), 'null'],
    ...(choices !== undefined && { enum: [...choices, null] }),
  };
}

function writtenShape(column: Column): JsonSchema {
  return column.isNullable ? nullable(fieldShape(column)) : fieldShape(column);
}

function fieldShape({
  name,
  shape,
  comment,
}: Pick<Column, 'name' | 'shape' | 'comment'>): JsonSchema {
  return {
    title: titleOfName(name),
    ...shape,
    ...(comment !== undefined && comment !== '' && { description: comment }),
  };
}

function fields(
  columns: readonly Column[],
  shapeOf: (column: Column) => JsonSchema,
): Record<string, JsonSchema> {
  return Object.fromEntries(columns.map((column) => [column.name, shapeOf(column)]));
}

function inKeyOrder(columns: readonly Column[], key: readonly string[]): readonly Column[] {
  const rank = ({ name }: Column): number => (key.includes(name) ? key.indexOf(name) : key.length);
  return columns.toSorted((one, other) => rank(one) - rank(other));
}
