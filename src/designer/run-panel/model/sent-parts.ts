import {
  isJsonList,
  isJsonObject,
  schemaAt,
  titleOf,
  type Json,
  type JsonObject,
  type JsonPath,
  type JsonSchema,
} from '../../../shared/index.ts';
import type { Operation } from '../../../catalog/index.ts';
import type { Binding } from '../../../mapping/index.ts';

/** Where a request holds what its step took, beside nothing but how the step is set: a task of a database, a question in GraphQL. */
export interface SentParts {
  readonly input: string;
  /** Where it holds all settings of the step, if it does. */
  readonly settings: string | undefined;
}

/** Undefined where a request is made of single fields, or is what the step took as it is. */
export function sentParts(operation: Operation | undefined): SentParts | undefined {
  // The union of calls is open: which of the two a call has, its own kind says.
  const call = operation?.call as
    { readonly body?: { readonly from?: Binding }; readonly with?: Binding } | undefined;
  const made = call?.body?.from ?? call?.with;
  if (made?.kind !== 'object') return undefined;
  const whole = (from: string): string | undefined =>
    Object.entries(made.props).find(
      ([, part]) => part.kind === 'ref' && part.from === from && part.path.length === 0,
    )?.[0];
  const input = whole('input');
  const isBeside = Object.entries(made.props).every(
    ([name, part]) => name === input || (part.kind === 'ref' && part.from === 'settings'),
  );
  return input === undefined || !isBeside ? undefined : { input, settings: whole('settings') };
}

export interface SettingLine {
  readonly name: string;
  readonly title: string;
  readonly words: string;
}

type Labels = Readonly<Record<string, string>>;

/** The settings that the person made, in the words of their form: "Table: orders". */
export function settingLines(
  settings: JsonObject,
  schema: JsonSchema | undefined,
  labels: Labels = {},
): readonly SettingLine[] {
  return Object.entries(settings).flatMap(([name, value]) => {
    const field = schema && schemaAt(schema, [name]);
    const words = field?.readOnly === true ? '' : wordsOf(value, [name], schema, labels);
    return words === '' ? [] : [{ name, title: titleOf(field, name), words }];
  });
}

function wordsOf(
  value: Json,
  path: JsonPath,
  schema: JsonSchema | undefined,
  labels: Labels,
): string {
  const inside = (key: string | number, inner: Json): string =>
    wordsOf(inner, [...path, key], schema, labels);
  if (isJsonList(value)) return value.map((entry, at) => inside(at, entry)).join(', ');
  if (isJsonObject(value))
    return Object.entries(value)
      .map(([name, inner]) => inside(name, inner))
      .join(' ');
  if (value === null) return '';
  const options = (schema && schemaAt(schema, path))?.oneOf ?? [];
  const chosen = options.find((option) => option.const === value);
  return (
    labels[`/settings/${path.join('/')}`] ??
    (chosen === undefined ? String(value) : titleOf(chosen, String(value)))
  );
}
