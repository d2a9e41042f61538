/**
 * The ways in which a value may be made: branches of `oneOf`/`anyOf`, or the kinds of a thing that a `discriminator`
 * names. Unions inside unions are one list; positions count every branch, "or nothing" among them, so that what a
 * document stored stays true.
 */
import type { JsonSchema } from '../json-schema.ts';
import type { Json } from '../json.ts';
import { anything, asSchema } from './as-schema.ts';
import { branchTitle } from './branch.ts';
import { choicesOf } from './choices.ts';
import { decide, decidingField, fixed, type DecidedBy, type Leaf } from './deciding.ts';
import { kindWord, type KindWord } from './kind-word.ts';
import { branchesOf, kindsOf } from './kinds.ts';
import { mergeSchemas } from './merge.ts';
import { atPointer } from './pointer.ts';
import { propertiesOf, requiredOf } from './properties.ts';
import { rememberByRoot } from './remember.ts';
import { resolve } from './resolve.ts';
import { humanise, titleOf } from './titles.ts';

export interface Variant {
  /** Position among all branches: what a binding stores. */
  readonly at: number;
  /** What the description calls it; undefined where it has no name and `fields` or `kind` have to speak. */
  readonly title: string | undefined;
  readonly kind: KindWord;
  /** The titles of up to three fields that the other variants do not ask for, or do not have. */
  readonly fields: readonly string[];
  readonly decidedBy: DecidedBy;
  /** The whole of it: what all variants share, and this branch. */
  readonly schema: JsonSchema;
}

/** The variants to choose from; none where there is nothing to choose: one branch, "or nothing", a list of values. */
export function variantsOf(schema: JsonSchema | undefined, root: JsonSchema): readonly Variant[] {
  const here = asSchema(schema);
  return here === undefined ? none : known(here, root);
}
const none: readonly Variant[] = [];

/** The schema with one variant chosen; unchanged where there is no such variant. */
export function variantSchema(
  schema: JsonSchema | undefined,
  at: number,
  root: JsonSchema,
): JsonSchema {
  const found = variantsOf(schema, root).find((variant) => variant.at === at);
  return found?.schema ?? resolve(schema, root);
}

/** More branches than this are not worth choosing from. */
const most = 256;

const known = rememberByRoot((schema, root): readonly Variant[] => {
  const here = resolve(schema, root);
  if (choicesOf(here, root) !== undefined) return none;
  const leaves = leavesOf(here, root);
  const told = leaves.filter(({ written }) => !isOnlyNull(written, root));
  if (told.length < 2 || leaves.length > most) return none;
  const parts = told.map((leaf) => ({
    leaf,
    schema: resolve(
      mergeSchemas(leaf.around, withoutNullBranch(resolve(leaf.written, root)), 'own'),
      root,
    ),
  }));
  const field = decidingField(parts, root);
  return parts.map(({ leaf, schema: whole }, at): Variant => {
    const value = field?.values[at] ?? [];
    const others = parts.filter((part) => part.leaf !== leaf).map((part) => part.schema);
    const own = requiredOf(whole, root).filter((name) => name !== field?.name);
    const fields = own.filter(
      (name) => !others.some((other) => requiredOf(other, root).includes(name)),
    );
    return {
      at: leaf.at,
      title: branchTitle(leaf.written, root) ?? nameOfValue(value),
      kind: kindWord(whole, root),
      fields: (fields.length > 0 ? fields : alone(whole, others, root))
        .filter((name) => name !== field?.name)
        .slice(0, 3)
        .map((name) => titleOf(propertiesOf(whole, root)[name], name)),
      decidedBy: decide(whole, others, field?.name, value, fields, root),
      schema: field === undefined ? whole : fixed(whole, field, value),
    };
  });
});

/** What only this one has, though it need not be there. */
function alone(
  schema: JsonSchema,
  others: readonly JsonSchema[],
  root: JsonSchema,
): readonly string[] {
  if (others.length > 20) return []; // a name of the description is there then
  return Object.keys(propertiesOf(schema, root)).filter((name) =>
    others.every((other) => propertiesOf(other, root)[name] === undefined),
  );
}

function leavesOf(schema: JsonSchema, root: JsonSchema): readonly Leaf[] {
  const leaves: Leaf[] = [];
  let at = 0;
  const visit = (union: JsonSchema, around: JsonSchema, above: readonly JsonSchema[]): void => {
    const { oneOf, anyOf, discriminator, ...own } = union;
    const rest = oneOf !== undefined && anyOf !== undefined ? { ...own, anyOf } : own;
    const shared = mergeSchemas(around, rest, 'own');
    for (const written of branchesOf(union)) {
      const inside = resolve(written, root);
      if (above.includes(inside) || leaves.length > most) continue;
      if (branchesOf(inside).length > 0 && isChoiceOfGroups(inside, root) && above.length < 8)
        visit(inside, shared, [...above, inside]);
      else leaves.push({ at: at++, written, around: shared, discriminator });
    }
  };
  if (branchesOf(schema).length > 0) visit(schema, anything, [schema]);
  else {
    // A thing with kinds: the discriminator alone names them, each built on this very schema.
    const { discriminator } = schema;
    for (const name of new Set(Object.values(discriminator?.mapping ?? {}))) {
      const $ref = pointersOf(name).find((pointer) => atPointer(root, pointer) !== undefined);
      if ($ref === undefined || resolve({ $ref }, root) === schema) continue;
      leaves.push({ at: at++, written: { $ref }, around: anything, discriminator });
    }
  }
  return leaves;
}

/** A union inside a union is one list with it when it is about several groups of fields, not "this or nothing". */
function isChoiceOfGroups(schema: JsonSchema, root: JsonSchema): boolean {
  const groups = branchesOf(schema).filter((branch) => {
    const inside = resolve(branch, root);
    return kindsOf(inside, root).kinds.has('object') && inside.properties !== undefined;
  });
  return groups.length > 1;
}

function isOnlyNull(schema: JsonSchema, root: JsonSchema): boolean {
  const { kinds, open } = kindsOf(schema, root);
  return !open && kinds.size === 0;
}

function withoutNullBranch(schema: JsonSchema): JsonSchema {
  const branches = branchesOf(schema);
  const some = branches.filter((branch) => branch.type !== 'null');
  const [only] = some;
  if (branches.length < 2 || some.length !== 1 || only === undefined) return schema;
  const { oneOf: _one, anyOf: _any, ...own } = schema;
  return { ...own, allOf: [only] };
}

/** A mapping holds references, or bare names of schemas. */
function pointersOf(target: string): readonly string[] {
  return target.startsWith('#')
    ? [target]
    : ['#/components/schemas/', '#/$defs/', '#/definitions/'].map((place) => place + target);
}

function nameOfValue([value]: readonly Json[]): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? humanise(value) : undefined;
}
