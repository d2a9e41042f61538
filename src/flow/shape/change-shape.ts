import {
  failure,
  humanise,
  itemsOf,
  propertiesOf,
  resolve,
  success,
  type JsonSchema,
  type Result,
  type Wording,
} from '../../shared/index.ts';
import { isRefusedName, type Segment } from '../../mapping/index.ts';
import { groupAt, shapeKindOf, type ShapeKind } from './shape-fields.ts';

/** One change of a shape, as data. `at` is a group for `add`, else the field itself. */
export type ShapeChange =
  | { readonly type: 'add'; readonly at: readonly Segment[]; readonly name: string }
  | { readonly type: 'rename'; readonly at: readonly Segment[]; readonly name: string }
  | {
      readonly type: 'set-kind';
      readonly at: readonly Segment[];
      readonly kind: ShapeKind;
      readonly isList: boolean;
    }
  | { readonly type: 'set-required'; readonly at: readonly Segment[]; readonly required: boolean }
  | { readonly type: 'move'; readonly at: readonly Segment[]; readonly by: -1 | 1 }
  | { readonly type: 'remove'; readonly at: readonly Segment[] }
  /** All that is at the place as this schema says: from an example, or as the next step needs it. */
  | { readonly type: 'take'; readonly at: readonly Segment[]; readonly schema: JsonSchema };

/** The shape after a change, what was not touched as it was; or why it cannot be (a name that is taken or refused). */
export function changeShape(root: JsonSchema, change: ShapeChange): Result<JsonSchema, Wording> {
  if (change.type === 'add') {
    const name = change.name.trim();
    const why = whyNotNamed(root, change.at, name);
    if (why !== undefined) return why;
    return success(
      changeAt(root, root, change.at, (group) => ({
        ...asGroup(group),
        properties: { ...propertiesOf(group, root), [name]: { title: humanise(name), ...text } },
      })),
    );
  }
  if (change.type === 'set-kind') {
    return success(
      changeAt(root, root, change.at, (field) => ofKind(field, root, change.kind, change.isList)),
    );
  }
  if (change.type === 'take') {
    const { at, schema } = change;
    return success(
      at.length === 0
        ? schema
        : changeAt(root, root, at, (field) => ({ ...withoutWords(schema), ...wordsOf(field) })),
    );
  }
  const name = change.at.at(-1);
  if (typeof name !== 'string') return success(root);
  const at = change.at.slice(0, -1);
  if (change.type === 'rename') {
    const next = change.name.trim();
    if (next === name) return success(root);
    const why = whyNotNamed(root, at, next);
    if (why !== undefined) return why;
    return success(changeAt(root, root, at, (group) => renamed(group, root, name, next)));
  }
  return success(
    changeAt(root, root, at, (group) => {
      switch (change.type) {
        case 'set-required':
          return withRequired(group, name, change.required);
        case 'move':
          return moved(group, root, name, change.by);
        case 'remove':
          return removed(group, root, name);
      }
    }),
  );
}

const text: JsonSchema = { type: 'string' };
const kinds: Readonly<Record<Exclude<ShapeKind, 'kept'>, JsonSchema>> = {
  text,
  email: { type: 'string', format: 'email' },
  number: { type: 'number' },
  whole: { type: 'integer' },
  'yes-no': { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  'date-time': { type: 'string', format: 'date-time' },
  group: { type: 'object', properties: {} },
  any: {},
};

function whyNotNamed(
  root: JsonSchema,
  at: readonly Segment[],
  name: string,
): Result<never, Wording> | undefined {
  const because = (code: string) => failure({ code: `flow.shape-name-${code}`, params: { name } });
  if (name === '') return because('empty');
  if (isRefusedName(name)) return because('refused');
  const { schema } = groupAt(root, at);
  return Object.keys(propertiesOf(schema, root)).includes(name) ? because('taken') : undefined;
}

/** A copy down to the place; what was a reference on the way is written out, so that the others it serves stay. */
function changeAt(
  schema: JsonSchema,
  root: JsonSchema,
  at: readonly Segment[],
  change: (schema: JsonSchema) => JsonSchema,
): JsonSchema {
  const here = resolve(schema, root);
  const [segment, ...rest] = at;
  if (segment === undefined) return change(here);
  if (typeof segment !== 'string')
    return { ...here, items: changeAt(itemsOf(here, root) ?? {}, root, rest, change) };
  const properties = propertiesOf(here, root);
  return {
    ...here,
    properties: {
      ...properties,
      [segment]: changeAt(properties[segment] ?? {}, root, rest, change),
    },
  };
}

function asGroup(schema: JsonSchema): JsonSchema {
  return schema.type === undefined ? { ...schema, type: 'object' } : schema;
}

/** The field as another kind: its words stay, and so does what is inside when one becomes many or many one. */
function ofKind(field: JsonSchema, root: JsonSchema, kind: ShapeKind, isList: boolean): JsonSchema {
  const now = shapeKindOf(field, root);
  if (now.kind === kind && now.isList === isList) return field;
  const entry = now.isList ? resolve(itemsOf(field, root), root) : withoutWords(field);
  const one = now.kind === kind || kind === 'kept' ? entry : kinds[kind];
  return { ...wordsOf(field), ...(isList ? { type: 'array', items: one } : one) };
}

function wordsOf({ title, description, $defs, definitions }: JsonSchema): JsonSchema {
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...($defs === undefined ? {} : { $defs }),
    ...(definitions === undefined ? {} : { definitions }),
  };
}

function withoutWords(schema: JsonSchema): JsonSchema {
  const { title: _t, description: _d, $defs: _s, definitions: _o, ...rest } = schema;
  return rest;
}

/** In its place, with the title that the new name makes. */
function renamed(group: JsonSchema, root: JsonSchema, name: string, next: string): JsonSchema {
  return {
    ...group,
    properties: Object.fromEntries(
      Object.entries(propertiesOf(group, root)).map(([own, property]) =>
        own === name
          ? [next, { ...resolve(property, root), title: humanise(next) }]
          : [own, property],
      ),
    ),
    ...(group.required === undefined
      ? {}
      : { required: group.required.map((own) => (own === name ? next : own)) }),
  };
}

function withRequired(group: JsonSchema, name: string, required: boolean): JsonSchema {
  const { required: now = [], ...rest } = group;
  const others = now.filter((own) => own !== name);
  const next = required ? [...others, name] : others;
  return next.length === 0 ? rest : { ...rest, required: next };
}

function moved(group: JsonSchema, root: JsonSchema, name: string, by: -1 | 1): JsonSchema {
  const entries = Object.entries(propertiesOf(group, root));
  const at = entries.findIndex(([own]) => own === name);
  const to = at + by;
  const field = entries[at];
  if (field === undefined || to < 0 || to >= entries.length) return group;
  return {
    ...group,
    properties: Object.fromEntries(entries.toSpliced(at, 1).toSpliced(to, 0, field)),
  };
}

/** What was taken out is not to come in again as a field that the group does not name. */
function removed(group: JsonSchema, root: JsonSchema, name: string): JsonSchema {
  const rest = Object.entries(propertiesOf(group, root)).filter(([own]) => own !== name);
  return {
    ...withRequired(group, name, false),
    properties: Object.fromEntries(rest),
    additionalProperties: group.additionalProperties ?? false,
  };
}
