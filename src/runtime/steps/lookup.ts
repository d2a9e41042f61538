import { settingsWithDefaults } from '../../catalog/index.ts';
import { isJsonList, isJsonObject, type Json } from '../../shared/index.ts';
import { refusedAt } from '../failure.ts';
import type { Executor } from './executor.ts';
import { done, fromFields, refused } from './from-fields.ts';

type Index = ReadonlyMap<string, Json>;

/** Finds the entry of a list that has the same value in one of its fields. A list is read once, however many messages look into it. */
export const lookup: Executor = {
  form: 'inline',
  make(setup) {
    const { field, otherwise } = settingsWithDefaults(setup.operation, setup.step.settings);
    const name = String(field ?? '');
    const indexes = new WeakMap<readonly Json[], Index>();
    return fromFields(setup, (fields) => {
      const { list, key } = isJsonObject(fields) ? fields : {};
      if (!isJsonList(list)) return refused(fields, refusedAt('steps.not-a-list', ['list']));
      const input = { key: key ?? null };
      const wanted = keyOf(key);
      if (wanted === undefined) return refused(input, refusedAt('steps.lookup-no-key', ['key']));
      let index = indexes.get(list);
      if (index === undefined) indexes.set(list, (index = indexOf(list, name)));
      if (index.size === 0 && list.length > 0)
        return refused(input, refusedAt('steps.lookup-no-field', ['list'], { name }));
      const found = index.get(wanted);
      if (found !== undefined) return done(input, found);
      if (otherwise === 'drop') return { state: 'dropped', input };
      if (otherwise === 'empty') return done(input, {});
      return refused(
        input,
        refusedAt('steps.lookup-nothing', ['key'], { key: wanted.slice(0, 100) }),
      );
    });
  },
};

/** The first entry of each value. */
function indexOf(list: readonly Json[], name: string): Index {
  const index = new Map<string, Json>();
  for (const entry of list) {
    const key = keyOf(fieldOf(entry, name));
    if (key !== undefined && !index.has(key)) index.set(key, entry);
  }
  return index;
}

/** A field by its name, or inside groups by names with dots between. */
function fieldOf(entry: Json, name: string): Json | undefined {
  if (isJsonObject(entry) && Object.hasOwn(entry, name)) return entry[name];
  let here: Json | undefined = entry;
  for (const part of name.split('.'))
    here = isJsonObject(here) && Object.hasOwn(here, part) ? here[part] : undefined;
  return here;
}

/** The number 7 and the text "7" are the same: one of the two services writes it otherwise. */
function keyOf(value: Json | undefined): string | undefined {
  if (value === undefined || value === null || typeof value === 'object') return undefined;
  const text = String(value).trim();
  return text === '' ? undefined : text;
}
