/** How the variants of a union are told apart: by a field, by their kind, by what is there, or only by trying. */
import type { JsonSchema, JsonType } from '../json-schema.ts';
import type { Json } from '../json.ts';
import { choicesOf } from './choices.ts';
import { kindsOf } from './kinds.ts';
import { mergeSchemas } from './merge.ts';
import { nameOfPointer } from './pointer.ts';
import { propertiesOf, requiredOf } from './properties.ts';

/** How a value tells which variant it is; `order` when only trying one after the other does. */
export type DecidedBy =
  | { readonly by: 'field'; readonly field: string; readonly values: readonly Json[] }
  | { readonly by: 'kind'; readonly kinds: readonly JsonType[] }
  | { readonly by: 'presence'; readonly fields: readonly string[] }
  | { readonly by: 'order' };

/** One branch of a union, before it has a name. */
export interface Leaf {
  readonly at: number;
  /** As it is written, so that its reference still has a name. */
  readonly written: JsonSchema;
  /** What the unions around it say besides their branches. */
  readonly around: JsonSchema;
  readonly discriminator: JsonSchema['discriminator'];
}

/** A branch and the whole schema that choosing it makes. */
export interface Part {
  readonly leaf: Leaf;
  readonly schema: JsonSchema;
}
export interface DecidingField {
  readonly name: string;
  /** For each variant the values that mean it. */
  readonly values: readonly (readonly Json[])[];
  readonly isNeeded: boolean;
}

/** The property that tells all groups apart: the one that the description names, else one with values of its own in each. */
export function decidingField(parts: readonly Part[], root: JsonSchema): DecidingField | undefined {
  if (!parts.every(({ schema }) => kindsOf(schema, root).kinds.has('object'))) return undefined;
  const named = parts[0]?.leaf.discriminator?.propertyName;
  if (typeof named === 'string') {
    const values = parts.map((part) => meaningOf(part, named, root));
    if (values.every((some) => some.length > 0)) return { name: named, values, isNeeded: true };
  }
  for (const name of Object.keys(propertiesOf(parts[0]?.schema, root))) {
    const values = parts.map(
      ({ schema }) => choicesOf(propertiesOf(schema, root)[name], root) ?? [],
    );
    const all = values.flat();
    const isEach = values.every((some) => some.length > 0);
    if (isEach && new Set(all.map(String)).size === all.length) {
      const isNeeded = parts.every(({ schema }) => requiredOf(schema, root).includes(name));
      return { name, values, isNeeded };
    }
  }
  return undefined;
}

interface Meant {
  readonly leaf: Pick<Leaf, 'written' | 'discriminator'>;
  readonly schema: JsonSchema;
}

/** Which values of the discriminator mean this branch: its mapping's, the branch's own constant, else its name. */
export function meaningOf(
  { leaf: { written, discriminator }, schema }: Meant,
  field: string,
  root: JsonSchema,
): readonly Json[] {
  const ref = written.$ref;
  const mapping = Object.entries(discriminator?.mapping ?? {});
  const mapped = mapping.filter(
    ([, target]) => ref !== undefined && nameOfPointer(target) === nameOfPointer(ref),
  );
  if (mapped.length > 0) return mapped.map(([value]) => value);
  const own = choicesOf(propertiesOf(schema, root)[field], root);
  if (own !== undefined && own.length < 2) return own;
  return typeof ref === 'string' ? [nameOfPointer(ref)] : (own ?? []);
}

/** How a value tells that it is this variant and none of the others. */
export function decide(
  whole: JsonSchema,
  others: readonly JsonSchema[],
  field: string | undefined,
  values: readonly Json[],
  fields: readonly string[],
  root: JsonSchema,
): DecidedBy {
  if (field !== undefined) return { by: 'field', field, values };
  const { kinds, open } = kindsOf(whole, root);
  const isAlone = others.every((other) => {
    const found = kindsOf(other, root);
    return !found.open && ![...kinds].some((kind) => found.kinds.has(kind));
  });
  if (isAlone && !open && kinds.size > 0) return { by: 'kind', kinds: [...kinds] };
  if (fields.length === 0) return { by: 'order' };
  const alone = fields.filter((name) =>
    others.every((other) => propertiesOf(other, root)[name] === undefined),
  );
  return { by: 'presence', fields: alone.length > 0 ? alone : fields };
}

/** The deciding field takes only what means this variant. */
export function fixed(
  schema: JsonSchema,
  { name: field, isNeeded }: DecidingField,
  values: readonly Json[],
): JsonSchema {
  const own = schema.properties?.[field];
  const [only] = values;
  const said: JsonSchema = values.length === 1 ? { const: only as Json } : { enum: values };
  return mergeSchemas(
    schema,
    {
      properties: { [field]: own === undefined ? { type: 'string', ...said } : said },
      ...(isNeeded ? { required: [field] } : {}),
    },
    'own',
  );
}
