import { kindsOf, propertiesOf, resolve, type JsonSchema } from '../../../shared/index.ts';

/** A field as the builder offers it. `any` also stands for what the builder cannot say. */
export interface BuiltField {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'yes-no' | 'date' | 'date-time' | 'text-list' | 'any';
}

const kinds: Readonly<Record<BuiltField['kind'], JsonSchema>> = {
  text: { type: 'string' },
  number: { type: 'number' },
  'yes-no': { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  'date-time': { type: 'string', format: 'date-time' },
  'text-list': { type: 'array', items: { type: 'string' } },
  any: {},
};

/** The fields of a shape, as the builder shows them. */
export function builtFields(schema: JsonSchema | undefined): readonly BuiltField[] {
  if (schema === undefined) return [];
  return Object.entries(propertiesOf(schema, schema)).map(([name, part]) => ({
    name,
    kind: kindOf(part, schema),
  }));
}

/** The shape of these fields. A field that was not touched keeps everything it had before. */
export function schemaOfFields(
  fields: readonly BuiltField[],
  before: JsonSchema | undefined,
): JsonSchema {
  const old = before === undefined ? {} : propertiesOf(before, before);
  const properties: Record<string, JsonSchema> = {};
  for (const { name, kind } of fields) {
    if (name === '' || name === '__proto__') continue;
    const was = old[name];
    properties[name] =
      was !== undefined && before !== undefined && kindOf(was, before) === kind ? was : kinds[kind];
  }
  return {
    ...(before?.title !== undefined && { title: before.title }),
    ...(before?.$defs !== undefined && { $defs: before.$defs }),
    type: 'object',
    properties,
  };
}

function kindOf(schema: JsonSchema, root: JsonSchema): BuiltField['kind'] {
  const here = resolve(schema, root);
  const { kinds: named } = kindsOf(here, root);
  if (named.size !== 1) return 'any';
  if (named.has('boolean')) return 'yes-no';
  if (named.has('number') || named.has('integer')) return 'number';
  if (named.has('string'))
    return here.format === 'date' || here.format === 'date-time' ? here.format : 'text';
  if (named.has('array') && kindsOf(here.items, root).kinds.has('string')) return 'text-list';
  return 'any';
}
