/**
 * What Footbridge calls a field itself is a sentence of the message catalogs until a person's page says it: whoever describes a
 * service's data (a database's tables) speaks no language.
 */
import { isJsonList, isJsonObject, type Json } from '../json.ts';
import type { JsonSchema } from '../json-schema.ts';
import type { Wording, WordParams } from '../problem.ts';

const keys = { title: 'x-title', description: 'x-description' } as const;
/** The one area of the catalogs that such words come from. */
const area = 'shapes.';

/** Part of a schema: a title to be said where it has none of the service's own. `name` is a sentence of `shapes` in `words/`. */
export function ownTitle(name: string, params: WordParams = {}): JsonSchema {
  return noted(keys.title, name, params);
}

/** The same for a description. */
export function ownDescription(name: string): JsonSchema {
  return noted(keys.description, name, {});
}

function noted(key: string, name: string, params: WordParams): JsonSchema {
  return { [key]: { code: `${area}${name}`, params } } as JsonSchema; // keywords of our own, which every reader of schemas leaves alone
}

/** A description with all such words said. */
export function sayOwnWords(json: Json, say: (wording: Wording) => string): Json {
  if (isJsonList(json)) return json.map((entry) => sayOwnWords(entry, say));
  if (!isJsonObject(json)) return json;
  const { [keys.title]: title, [keys.description]: description, ...rest } = json;
  const said = (own: Json | undefined, key: 'title' | 'description'): Record<string, Json> =>
    isWording(own) && rest[key] === undefined ? { [key]: say(own) } : {};
  return {
    ...said(title, 'title'),
    ...said(description, 'description'),
    ...Object.fromEntries(Object.entries(rest).map(([key, part]) => [key, sayOwnWords(part, say)])),
  };
}

function isWording(own: Json | undefined): own is Json & Wording {
  if (own === undefined || !isJsonObject(own)) return false;
  const { code, params } = own;
  return typeof code === 'string' && code.startsWith(area) && isPlain(params);
}

function isPlain(params: Json | undefined): boolean {
  return (
    params !== undefined &&
    isJsonObject(params) &&
    Object.values(params).every((value) => typeof value === 'string' || typeof value === 'number')
  );
}
