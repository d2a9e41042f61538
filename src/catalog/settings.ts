import { isJsonObject, type Json, type JsonSchema } from '../shared/index.ts';
import type { Operation } from './component/operation.ts';
import { atPointer } from './json-pointer.ts';

export type Settings = Readonly<Record<string, Json>>;

type WithSettings = Pick<Operation, 'settings'>;

const filled = new WeakMap<WithSettings, WeakMap<Settings, Settings>>();

/** The settings as a call sees them: what the person left alone has its default, at every level of groups; what is not in play is not there. */
export function settingsWithDefaults(operation: WithSettings, settings: Settings): Settings {
  if (operation.settings === undefined) return settings;
  let known = filled.get(operation);
  if (known === undefined) filled.set(operation, (known = new WeakMap()));
  let whole = known.get(settings);
  if (whole === undefined) known.set(settings, (whole = inPlay(operation.settings, settings)));
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

const forms = new WeakMap<Operation, Map<string, JsonSchema>>();

/**
 * What the settings are filled against as they stand. A setting with `onlyIf` (`{ "paging": ["page", "offset"] }`: other
 * settings and the values of theirs) belongs to it only while each of those has one of these values; what was entered
 * before stays in the step.
 */
export function settingsForm(operation: Operation, settings: Settings): JsonSchema | undefined {
  const schema = operation.settings;
  if (schema === undefined) return undefined;
  const idle = idleIn(schema, settingsWithDefaults(operation, settings));
  if (idle.size === 0) return schema;
  let known = forms.get(operation);
  if (known === undefined) forms.set(operation, (known = new Map()));
  const key = [...idle].join('\n');
  let form = known.get(key);
  if (form === undefined) known.set(key, (form = without(schema, idle)));
  return form;
}

function inPlay(schema: JsonSchema, settings: Settings): Settings {
  const whole = withDefaults(schema, settings, 0);
  const idle = idleIn(schema, whole);
  return idle.size === 0
    ? whole
    : Object.fromEntries(Object.entries(whole).filter(([name]) => !idle.has(name)));
}

function idleIn(schema: JsonSchema, settings: Settings): ReadonlySet<string> {
  const properties = Object.entries(schema.properties ?? {});
  return new Set(
    properties.filter(([, property]) => !isInPlay(property, settings)).map(([name]) => name),
  );
}

function isInPlay(property: JsonSchema, settings: Settings): boolean {
  const { onlyIf } = property as { readonly onlyIf?: Readonly<Record<string, readonly Json[]>> };
  return Object.entries(onlyIf ?? {}).every(([name, values]) => {
    const value = settings[name];
    return value !== undefined && values.includes(value);
  });
}

function without(schema: JsonSchema, idle: ReadonlySet<string>): JsonSchema {
  // What was entered for a setting that is not asked for now is no mistake.
  const { additionalProperties: _closed, ...open } = schema;
  return {
    ...open,
    properties: Object.fromEntries(
      Object.entries(schema.properties ?? {}).filter(([name]) => !idle.has(name)),
    ),
    required: (schema.required ?? []).filter((name) => !idle.has(name)),
  };
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
