/**
 * A service's own list of fields (custom fields, properties) as the schema of what an operation needs.
 *
 * 1. Each entry is `{ name, title, help, type, choices, hidden }`, shaped by the call's `take.output`. `type`: `text`, `number`, `yes-no`,
 *    `date`, `date-time`, `choice`; anything else is a text.
 * 2. What the operation itself says of a field stays; the service only adds.
 * 3. The texts are the service's: shown as text, like everything that was imported.
 */
import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonObject,
  type JsonSchema,
} from '../../shared/index.ts';
import type { HttpCall } from '../component/call.ts';
import type { Component } from '../component/component.ts';

type Fields = NonNullable<NonNullable<HttpCall['take']>['fields']>;

/** More than any service has; the rest is not offered. */
const mostFields = 2000;

/** The one message `{ input }` of a describing operation; undefined where the component has no such operation. */
export function describedInput(
  { of, at }: Fields,
  entries: readonly Json[],
  component: Component | undefined,
): JsonObject | undefined {
  const schema = component?.operations.find(({ id }) => id === of)?.slots['input']?.schema;
  if (schema === undefined) return undefined;
  const further = Object.fromEntries(
    entries.slice(0, mostFields).flatMap((entry): [string, JsonSchema][] => {
      const name = textIn(entry, 'name');
      return name === '' ||
        name === '__proto__' ||
        (isJsonObject(entry) && entry['hidden'] === true)
        ? []
        : [[name, schemaOf(entry, name)]];
    }),
  );
  const input = withFields(schema, at.split('/').slice(1), further);
  return input === undefined ? undefined : { input: input as Json as JsonObject };
}

/** With the fields in the group at a place of the data. */
function withFields(
  schema: JsonSchema,
  [name, ...more]: readonly string[],
  further: Readonly<Record<string, JsonSchema>>,
): JsonSchema | undefined {
  const own = schema.properties ?? {};
  if (name === undefined) return { ...schema, properties: { ...further, ...own } };
  const group = Object.hasOwn(own, name) ? own[name] : undefined;
  const inside = group && withFields(group, more, further);
  return inside && { ...schema, properties: { ...own, [name]: inside } };
}

const kinds: Readonly<Record<string, JsonSchema>> = {
  number: { type: 'number' },
  'yes-no': { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  'date-time': { type: 'string', format: 'date-time' },
};

function schemaOf(entry: Json, name: string): JsonSchema {
  const title = textIn(entry, 'title');
  const help = textIn(entry, 'help');
  const type = textIn(entry, 'type');
  const choices = type === 'choice' ? choicesIn(entry) : [];
  return {
    ...(Object.hasOwn(kinds, type) ? kinds[type] : { type: 'string' as const }),
    title: title === '' ? name : title,
    ...(help === '' ? {} : { description: help }),
    ...(choices.length === 0 ? {} : { oneOf: choices }),
  };
}

function choicesIn(entry: Json): readonly JsonSchema[] {
  const said = isJsonObject(entry) ? entry['choices'] : undefined;
  const seen = new Set<string>();
  return (isJsonList(said) ? said : []).flatMap((each): JsonSchema[] => {
    const value = textIn(each, 'value');
    if (value === '' || seen.has(value)) return [];
    seen.add(value);
    const label = textIn(each, 'label');
    return [{ const: value, title: label === '' ? value : label }];
  });
}

function textIn(value: Json, name: string): string {
  const said = isJsonObject(value) ? value[name] : undefined;
  return typeof said === 'string' ? said.slice(0, 1000) : '';
}
