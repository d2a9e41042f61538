import {
  itemsOf,
  kindsOf,
  propertiesOf,
  requiredOf,
  resolve,
  titleOf,
  type JsonSchema,
} from '../../shared/index.ts';
import type { Segment } from '../../mapping/index.ts';

/** A field of a shape, with the way to it. */
export interface NamedField {
  readonly path: readonly Segment[];
  readonly title: string;
}

/** What is different in a shape that was read again. */
export interface ShapeChanges {
  readonly added: readonly NamedField[];
  readonly gone: readonly NamedField[];
  /** Another kind, a kind that may now be empty, or one that must now be there. */
  readonly other: readonly NamedField[];
}

/** Shapes of services may lead back into themselves: fields further in than this are not held against each other. */
const deepest = 6;

/** Field by field; of a group that is new or gone, the group alone is named. */
export function compareShapes(before: JsonSchema, now: JsonSchema): ShapeChanges {
  const added: NamedField[] = [];
  const gone: NamedField[] = [];
  const other: NamedField[] = [];
  compare(before, now, []);
  return { added, gone, other };

  function compare(
    one: JsonSchema | undefined,
    two: JsonSchema | undefined,
    at: readonly Segment[],
  ) {
    if (at.length >= deepest) return;
    const older = resolve(one, before);
    const newer = resolve(two, now);
    const [listBefore, listNow] = [itemsOf(older, before), itemsOf(newer, now)];
    if (listBefore !== undefined && listNow !== undefined) {
      compare(listBefore, listNow, [...at, { each: true }]);
      return;
    }
    const had = propertiesOf(older, before);
    const has = propertiesOf(newer, now);
    const neededBefore = requiredOf(older, before);
    const neededNow = requiredOf(newer, now);
    for (const [name, property] of Object.entries(has))
      if (had[name] === undefined)
        added.push({ path: [...at, name], title: titleOf(resolve(property, now), name) });
    for (const [name, property] of Object.entries(had)) {
      const path = [...at, name];
      const next = has[name];
      if (next === undefined) {
        gone.push({ path, title: titleOf(resolve(property, before), name) });
        continue;
      }
      const isNeededNow = neededNow.includes(name) && !neededBefore.includes(name);
      if (isNeededNow || kindOf(property, before) !== kindOf(next, now))
        other.push({ path, title: titleOf(resolve(next, now), name) });
      else compare(property, next, path);
    }
  }
}

function kindOf(schema: JsonSchema, root: JsonSchema): string {
  const here = resolve(schema, root);
  const { kinds, nullable } = kindsOf(here, root);
  const items = itemsOf(here, root);
  const entry = items === undefined ? '' : ` of ${[...kindsOf(items, root).kinds].sort().join()}`;
  return `${[...kinds].sort().join()}${entry} ${nullable} ${here.format ?? ''}`;
}
