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

/** What a field built by hand can be. `kept` is what only its source could say (a choice, a format, lists of lists). */
export type ShapeKind =
  | 'text'
  | 'email'
  | 'number'
  | 'whole'
  | 'yes-no'
  | 'date'
  | 'date-time'
  | 'group'
  | 'any'
  | 'kept';

/** One field of a shape that a person edits. */
export interface ShapeField {
  /** From the shape's root: names, and `{ each }` into a list's entry. */
  readonly path: readonly Segment[];
  readonly name: string;
  readonly title: string;
  readonly kind: ShapeKind;
  /** A list of these. */
  readonly isList: boolean;
  readonly required: boolean;
}

/** The kind of a place: of the whole shape, or of one field. */
export function shapeKindOf(
  schema: JsonSchema,
  root: JsonSchema,
): { readonly kind: ShapeKind; readonly isList: boolean } {
  const entry = isListIn(schema, root) ? itemsOf(schema, root) : undefined;
  return entry === undefined
    ? { kind: kindIn(schema, root), isList: false }
    : { kind: kindIn(entry, root), isList: true };
}

/** The fields of the group at a place (of each entry, where it is a list); none where there is no group. */
export function shapeFields(root: JsonSchema, at: readonly Segment[]): readonly ShapeField[] {
  const { schema, path } = groupAt(root, at);
  const required = new Set(requiredOf(schema, root));
  return Object.entries(propertiesOf(schema, root)).map(([name, property]) => ({
    path: [...path, name],
    name,
    title: titleOf(resolve(property, root), name),
    ...shapeKindOf(property, root),
    required: required.has(name),
  }));
}

/** The group whose fields are edited at a place, with the way to it. */
export function groupAt(
  root: JsonSchema,
  at: readonly Segment[],
): { readonly schema: JsonSchema; readonly path: readonly Segment[] } {
  let schema = resolve(root, root);
  for (const segment of at) {
    const next =
      typeof segment === 'string' ? propertiesOf(schema, root)[segment] : itemsOf(schema, root);
    schema = resolve(next, root);
  }
  return isListIn(schema, root)
    ? { schema: resolve(itemsOf(schema, root), root), path: [...at, { each: true }] }
    : { schema, path: at };
}

function isListIn(schema: JsonSchema, root: JsonSchema): boolean {
  const { kinds, open } = kindsOf(schema, root);
  return !open && kinds.size === 1 && kinds.has('array');
}

function kindIn(schema: JsonSchema, root: JsonSchema): ShapeKind {
  const here = resolve(schema, root);
  const { kinds, open } = kindsOf(here, root);
  if (open && kinds.size === 0) return 'any';
  if (here.enum !== undefined || here.const !== undefined || kinds.size !== 1) return 'kept';
  if (kinds.has('object')) return 'group';
  if (kinds.has('boolean')) return 'yes-no';
  if (kinds.has('integer')) return 'whole';
  if (kinds.has('number')) return 'number';
  if (!kinds.has('string')) return 'kept';
  const { format } = here;
  if (format === 'date' || format === 'date-time' || format === 'email') return format;
  return format === undefined ? 'text' : 'kept';
}
