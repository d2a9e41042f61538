import {
  itemsOf,
  kindsOf,
  propertiesOf,
  resolve,
  titleOf,
  type JsonPath,
  type JsonSchema,
} from '../../shared/index.ts';
import type { Segment } from '../binding.ts';
import { isRefusedName } from '../evaluate/frame.ts';
import type { SourceType } from '../types/source-type.ts';
import { withoutNull } from '../types/schema-make.ts';

const maxDepth = 6;
const maxFields = 5000;
/** Groups and fields looked at: one whose fields are such groups again doubles at every level. */
const maxVisits = 20_000;

/** A field of the target that can be filled on its own: everything but groups that name their fields. */
export interface TargetField {
  readonly path: JsonPath;
  readonly names: readonly string[];
  readonly title: string;
  readonly schema: JsonSchema;
}

/** A field of a source; `{ each }` in its path for every list around it. */
export interface SourceField {
  readonly from: string;
  readonly step: string;
  /** Position of its source: later steps are nearer. */
  readonly order: number;
  readonly path: readonly Segment[];
  readonly names: readonly string[];
  readonly title: string;
  readonly schema: JsonSchema;
  readonly lists: number;
}

const knownTargets = new WeakMap<JsonSchema, readonly TargetField[]>();
const knownSources = new WeakMap<SourceType, Map<number, readonly SourceField[]>>();

/** The same list for the same schema: what is worked out about its names is kept with it. */
export function targetFields(target: JsonSchema): readonly TargetField[] {
  let found = knownTargets.get(target);
  if (found === undefined) knownTargets.set(target, (found = findTargetFields(target)));
  return found;
}

/** Likewise for a source at its place among the sources. */
export function sourceFields(source: SourceType, order: number): readonly SourceField[] {
  let byOrder = knownSources.get(source);
  if (byOrder === undefined) knownSources.set(source, (byOrder = new Map()));
  let found = byOrder.get(order);
  if (found === undefined) byOrder.set(order, (found = findSourceFields(source, order)));
  return found;
}

function findTargetFields(target: JsonSchema): readonly TargetField[] {
  const found: TargetField[] = [];
  let visits = 0;
  walk(target, target, [], '', 0);
  return found;

  function walk(
    schema: JsonSchema,
    root: JsonSchema,
    path: readonly string[],
    title: string,
    depth: number,
  ): void {
    if (found.length >= maxFields || visits++ >= maxVisits) return;
    const here = resolve(schema, root);
    const inner = Object.entries(propertiesOf(here, root));
    if (inner.length > 0 && kindsOf(here, root).kinds.has('object') && depth < maxDepth) {
      for (const [name, property] of inner) {
        if (resolve(property, root).readOnly === true || isRefusedName(name)) continue;
        walk(property, root, [...path, name], titleOf(resolve(property, root), name), depth + 1);
      }
      return;
    }
    if (path.length > 0) found.push({ path: [...path], names: path, title, schema: here });
  }
}

function findSourceFields(source: SourceType, order: number): readonly SourceField[] {
  const found: SourceField[] = [];
  const root = source.schema;
  const readable = (group: JsonSchema): readonly (readonly [string, JsonSchema])[] =>
    Object.entries(propertiesOf(group, root)).filter(([name]) => !isRefusedName(name));
  walk(root, [], [], '', 0, 0);
  return found;

  function walk(
    schema: JsonSchema,
    path: readonly Segment[],
    names: readonly string[],
    title: string,
    lists: number,
    depth: number,
  ): void {
    if (found.length >= maxFields || depth > maxDepth) return;
    const here = withoutNull(schema, root);
    if (path.length > 0) {
      found.push({
        from: source.from,
        step: source.title,
        order,
        path,
        names,
        title,
        schema: here,
        lists,
      });
    }
    const { kinds } = kindsOf(here, root);
    if (kinds.has('object')) {
      for (const [name, property] of readable(here)) {
        walk(
          property,
          [...path, name],
          [...names, name],
          titleOf(resolve(property, root), name),
          lists,
          depth + 1,
        );
      }
    } else if (kinds.has('array')) {
      const entry = withoutNull(itemsOf(here, root) ?? {}, root);
      if (!kindsOf(entry, root).kinds.has('object')) return;
      for (const [name, property] of readable(entry)) {
        walk(
          property,
          [...path, { each: true }, name],
          [...names, name],
          titleOf(resolve(property, root), name),
          lists + 1,
          depth + 1,
        );
      }
    }
  }
}
