/** Secrets in settings of which nobody says any more with which operation they were typed: told by their names alone. */
import type { Component } from '../../catalog/index.ts';
import { isJsonList, isJsonObject, secretNamesIn, type Json } from '../../shared/index.ts';

type Settings = Readonly<Record<string, Json>>;

/** What is secret in the settings of any operation. */
export function secretNamesOf(components: readonly Component[]): ReadonlySet<string> {
  return new Set(
    components
      .flatMap(({ operations }) => operations)
      .flatMap(({ settings }) => (settings === undefined ? [] : [...secretNamesIn(settings)])),
  );
}

/** Without all that is named so, however deep it is. */
export function withoutNamed(names: ReadonlySet<string>, settings: Settings): Settings {
  const others = Object.entries(settings).filter(([name]) => !names.has(name));
  return Object.fromEntries(others.map(([name, value]) => [name, inside(value)]));

  function inside(value: Json): Json {
    if (isJsonList(value)) return value.map(inside);
    return isJsonObject(value) ? withoutNamed(names, value) : value;
  }
}
