import { isJsonObject, type Json, type JsonSchema } from '../shared/index.ts';
import type { Operation } from './component.ts';
import { atPointer } from './json-pointer.ts';

export type Settings = Readonly<Record<string, Json>>;

const filled = new WeakMap<Operation, WeakMap<Settings, Settings>>();

/** The settings as a call sees them: what the person left alone has its default, at every level of groups. */
export function settingsWithDefaults(operation: Operation, settings: Settings): Settings {
  if (operation.settings === undefined) return settings;
  let known = filled.get(operation);
  if (known === undefined) filled.set(operation, (known = new WeakMap()));
  let whole = known.get(settings);
  if (whole === undefined)
    known.set(settings, (whole = withDefaults(operation.settings, settings, 0)));
  return whole;
}

/** Those of the named settings (`/settings/table`) that are not there yet. */
export function missingSettings(
  operation: Operation,
  needs: readonly string[],
  settings: Settings,
): readonly string[] {
  const whole = { settings: settingsWithDefaults(operation, settings) };
  return needs.filter((place) => {
    const value = atPointer(whole, place);
    return value === undefined || value === null || value === '';
  });
}

const deepest = 8;

function withDefaults(schema: JsonSchema, given: Settings, depth: number): Settings {
  let made: Record<string, Json> | undefined;
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    const next = depth < deepest ? defaultOf(property, value, depth) : value;
    if (next !== undefined && next !== value) (made ??= { ...given })[name] = next;
  }
  return made ?? given;
}

function defaultOf(schema: JsonSchema, value: Json | undefined, depth: number): Json | undefined {
  const start = value ?? schema.default;
  if (schema.properties === undefined || (start !== undefined && !isJsonObject(start)))
    return start;
  const inside = withDefaults(schema, start ?? {}, depth + 1);
  return start === undefined && Object.keys(inside).length === 0 ? undefined : inside;
}
