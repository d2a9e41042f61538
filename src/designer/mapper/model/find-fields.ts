import {
  itemsOf,
  kindsOf,
  propertiesOf,
  resolve,
  titleOf,
  type JsonPath,
  type JsonSchema,
} from '../../../shared/index.ts';

const deepest = 6;
/** A form may be endless: this many fields are looked at, the near ones first. */
const mostLookedAt = 5_000;

export type Found = ReadonlyMap<string, 'itself' | 'inside'>;

/**
 * Fields whose label or key holds the words, and the groups on the way to them, by `fieldPlace`. Fields of the top are
 * looked at before those inside groups.
 */
export function findFields(root: JsonSchema, words: string): Found | undefined {
  const needle = words.trim().toLocaleLowerCase('en');
  if (needle === '') return undefined;
  const found = new Map<string, 'itself' | 'inside'>();
  let level: { path: JsonPath; schema: JsonSchema }[] = [{ path: [], schema: root }];
  let left = mostLookedAt;
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    const below: typeof level = [];
    for (const { path, schema } of level) {
      for (const [name, property] of Object.entries(propertiesOf(schema, root))) {
        if (left-- <= 0) return found;
        const here = resolve(property, root);
        const at = [...path, name];
        const texts = [titleOf(here, name), name];
        if (texts.some((text) => text.toLocaleLowerCase('en').includes(needle))) note(at);
        const { kinds } = kindsOf(here, root);
        if (kinds.has('object')) below.push({ path: at, schema: here });
        const entry = kinds.has('array') ? itemsOf(here, root) : undefined;
        if (entry !== undefined) below.push({ path: [...at, 0], schema: resolve(entry, root) });
      }
    }
    level = below;
  }
  return found;

  function note(path: JsonPath): void {
    found.set(fieldPlace(path), 'itself');
    for (let end = path.length - 1; end > 0; end--) {
      const around = fieldPlace(path.slice(0, end));
      if (!found.has(around)) found.set(around, 'inside');
    }
  }
}

/** A field's key with every entry of a list counted as one place. */
export function fieldPlace(path: JsonPath): string {
  return JSON.stringify(path.map((step) => (typeof step === 'number' ? 0 : step)));
}

/** Whether a field is shown while something is looked for: it was found, is around what was found, or is inside it. */
export function isShown(path: JsonPath, found: Found | undefined): boolean {
  if (found === undefined || found.has(fieldPlace(path))) return true;
  for (let end = path.length - 1; end > 0; end--)
    if (found.get(fieldPlace(path.slice(0, end))) === 'itself') return true;
  return false;
}
