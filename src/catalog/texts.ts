/**
 * What people read of a component, and the component with that in another language. A door of its own: only a page that
 * speaks another language needs it.
 *
 * 1. Data stays as it is: ids, samples, defaults, the values of choices.
 * 2. The title of a way out stays in English beside the other language: behind a Join, data is found by that name.
 */
import { wordsOf, type JsonSchema, type Text } from '../shared/index.ts';
import type { HttpCall } from './component/call.ts';
import type { Component } from './component/component.ts';
import type { CredentialType } from './component/credential-type.ts';
import type { Operation } from './component/operation.ts';
import type { ComponentSummary } from './summary.ts';

/** What a component says in another language, by what it says in English. */
export type ComponentTexts = Readonly<Record<string, string>>;

/** The component as people of that language read it; what is not among the texts stays in English. */
export function inLanguage(
  component: Component,
  language: string,
  texts: ComponentTexts,
): Component {
  return told(component, tellingOf(language, texts));
}

/** The same of what is known before it is used. */
export function summaryInLanguage(
  summary: ComponentSummary,
  language: string,
  texts: ComponentTexts,
): ComponentSummary {
  const telling = tellingOf(language, texts);
  return {
    ...withTexts(summary, ['title', 'description'], telling),
    categories: summary.categories.map(telling.text),
    operations: summary.operations.map((operation) => withTexts(operation, ['title'], telling)),
  };
}

function tellingOf(language: string, texts: ComponentTexts): Telling {
  const text = (words: Text): string => {
    const own = typeof words === 'string' ? undefined : words[language];
    return own ?? translated(wordsOf(words), texts);
  };
  return { text, wayOut: (words) => ({ en: wordsOf(words), [language]: text(words) }) };
}

/** Schemas that are no component's own; the same object for the same schema. */
export function schemasInLanguage(texts: ComponentTexts): (schema: JsonSchema) => JsonSchema {
  const known = new WeakMap<JsonSchema, JsonSchema>();
  return (schema) => {
    let found = known.get(schema);
    if (found === undefined)
      known.set(schema, (found = toldSchema(schema, (words) => translated(words, texts))));
    return found;
  };
}

/** Everything that a component says, in English, each text once. */
export function textsOf(component: Component): readonly string[] {
  const found = new Set<string>();
  const hear = (words: Text): string => {
    found.add(wordsOf(words));
    return wordsOf(words);
  };
  told(component, { text: hear, wayOut: hear });
  return [...found];
}

function translated(english: string, texts: ComponentTexts): string {
  return (Object.hasOwn(texts, english) ? texts[english] : undefined) ?? english;
}

interface Telling {
  readonly text: (words: Text) => string;
  readonly wayOut: (words: Text) => Text;
}

function told(component: Component, telling: Telling): Component {
  return {
    ...withTexts(component, ['title', 'description'], telling),
    categories: component.categories.map(telling.text),
    ...(component.limits !== undefined && {
      limits: component.limits.map((limit) => withTexts(limit, ['of'], telling)),
    }),
    credentials: component.credentials.map((type) => toldCredentialType(type, telling)),
    operations: component.operations.map((operation) => toldOperation(operation, telling)),
  };
}

function toldCredentialType(type: CredentialType, telling: Telling): CredentialType {
  const { verify, whereToFind } = type;
  return {
    ...withTexts(type, ['title', 'description'], telling),
    schema: toldSchema(type.schema, telling.text),
    ...(verify !== undefined && { verify: withTexts(verify, ['says'], telling) }),
    ...(whereToFind !== undefined && { whereToFind: withTexts(whereToFind, ['text'], telling) }),
  };
}

function toldOperation(operation: Operation, telling: Telling): Operation {
  const { ports, branches, settings, slots, output, call } = operation;
  const out = ports?.out;
  return {
    ...withTexts(operation, ['title', 'description'], telling),
    ...(Array.isArray(out) && {
      ports: { ...ports, out: out.map((port) => withWayOut(port, telling)) },
    }),
    ...(branches !== undefined && {
      branches: { ...branches, otherwise: withWayOut(branches.otherwise, telling) },
    }),
    ...(settings !== undefined && { settings: toldSchema(settings, telling.text) }),
    slots: Object.fromEntries(
      Object.entries(slots).map(([name, slot]) => [
        name,
        {
          ...withTexts(slot, ['title', 'help'], telling),
          ...(slot.schema !== undefined && { schema: toldSchema(slot.schema, telling.text) }),
        },
      ]),
    ),
    ...(output !== undefined && { output: toldSchema(output, telling.text) }),
    ...(call.via === 'http' && { call: toldCall(call as HttpCall, telling) }),
    ...((call.via === 'wsdl' || call.via === 'openapi') && {
      call: withTexts(call, ['doubt'], telling),
    }),
  };
}

/** What refusals mean is said in our own words where the service has only a code. */
function toldCall(call: HttpCall, telling: Telling): HttpCall {
  const { take } = call;
  const codes = take?.errors?.codes;
  if (codes === undefined) return call;
  const told = Object.entries(codes).map(
    ([code, meaning]) => [code, withTexts(meaning, ['says'], telling)] as const,
  );
  return {
    ...call,
    take: { ...take, errors: { ...take?.errors, codes: Object.fromEntries(told) } },
  };
}

function withWayOut<Way extends { readonly title: Text }>(way: Way, { wayOut }: Telling): Way {
  return { ...way, title: wayOut(way.title) };
}

function withTexts<Key extends string, Part extends { readonly [Each in Key]?: Text | undefined }>(
  part: Part,
  keys: readonly Key[],
  { text }: Telling,
): Part {
  const texts = keys.flatMap((key) => {
    const words = part[key];
    return words === undefined ? [] : [[key, text(words)] as const];
  });
  return { ...part, ...Object.fromEntries(texts) };
}

/** Where a schema has other schemas: one by name, or one or a list of them. */
const byName: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'definitions',
]);
const inside: ReadonlySet<string> = new Set([
  'items',
  'prefixItems',
  'additionalItems',
  'additionalProperties',
  'unevaluatedProperties',
  'oneOf',
  'anyOf',
  'allOf',
  'not',
]);

function toldSchema(schema: JsonSchema, text: (words: string) => string): JsonSchema {
  return withParts(schema, (part, keyword) => {
    if (typeof part === 'string')
      return keyword === 'title' || keyword === 'description' ? text(part) : part;
    if (byName.has(keyword) && isGroup(part)) return withParts(part, toldPart);
    return inside.has(keyword) ? toldPart(part) : part;
  });

  function toldPart(part: unknown): unknown {
    if (Array.isArray(part)) return part.map(toldPart);
    return isGroup(part) ? toldSchema(part, text) : part;
  }
}

function withParts<Whole extends object>(
  whole: Whole,
  change: (part: unknown, name: string) => unknown,
): Whole {
  const parts = Object.entries(whole).map(([name, part]) => [name, change(part, name)] as const);
  // Each part is of the kind that it was: only words in it are others.
  return Object.fromEntries(parts) as Whole;
}

function isGroup(part: unknown): part is object {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}
