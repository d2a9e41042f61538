import {
  extraPropertiesOf,
  kindsOf,
  propertiesOf,
  propertyAt,
  requiredOf,
  resolve,
  schemaAt,
  titleOf,
  variantsOf,
  type Json,
  type JsonPath,
  type JsonSchema,
  type Variant,
} from '../../../shared/index.ts';
import type { Binding } from '../../../mapping/index.ts';
import { fixedValue } from './switch-variant.ts';

/** What of a group of fields is shown. */
export interface GroupShown {
  /** The ways it may be made, where there are several of groups. */
  readonly variants: readonly Variant[];
  readonly chosen: Variant | undefined;
  /** The fields that can be filled: of the chosen variant, or what all variants share. */
  readonly fields: JsonSchema;
  /** Fields that can only be one thing. */
  readonly fixed: readonly FixedField[];
  /** Names that the description does not list: whether one may add some, and what each of them is. */
  readonly extra: JsonSchema | undefined;
}

export interface FixedField {
  readonly name: string;
  readonly title: string;
  readonly value: Json;
  readonly required: boolean;
}

export function groupShown(
  schema: JsonSchema,
  root: JsonSchema,
  variant: number | undefined,
): GroupShown {
  const variants = variantsOf(schema, root).filter(({ schema: branch }) =>
    kindsOf(branch, root).kinds.has('object'),
  );
  const chosen = variants.find(({ at }) => at === variant);
  const here = chosen?.schema ?? (variants.length > 0 ? shared(schema, root) : schema);
  const properties = propertiesOf(here, root);
  const required = new Set(requiredOf(here, root));
  const fixed = Object.entries(properties).flatMap(([name, property]): FixedField[] => {
    const value = fixedValue(property, root);
    return value === undefined
      ? []
      : [
          {
            name,
            title: titleOf(resolve(property, root), name),
            value,
            required: required.has(name),
          },
        ];
  });
  const extra = extraPropertiesOf(here, root);
  const isFree = extra.allowed && Object.keys(properties).length === 0 && variants.length === 0;
  return {
    variants,
    chosen,
    fields: fixed.length === 0 ? here : withoutNames(here, root, fixed),
    fixed,
    extra: extra.declared || isFree ? extra.schema : undefined,
  };
}

/** What fills names that the description does not list. */
export function ownNames(
  schema: JsonSchema,
  root: JsonSchema,
  binding: Binding | undefined,
): readonly string[] {
  if (binding?.kind !== 'object') return [];
  const properties = propertiesOf(schema, root);
  return Object.keys(binding.props).filter((name) => properties[name] === undefined);
}

/** What a name that the description does not list may be; anything at all for one that has no business there. */
export function ownSchema(schema: JsonSchema, root: JsonSchema, name: string): JsonSchema {
  return propertyAt(schema, name, root) ?? {};
}

/**
 * Whether a group's fields are shown at once: not where it contains itself, nor deep inside others. Every further level
 * opens when it is asked for.
 */
export function opensAtOnce(root: JsonSchema, path: JsonPath, schema: JsonSchema): boolean {
  if (path.length > deepestAtOnce) return false;
  for (let end = 0; end < path.length; end++)
    if (schemaAt(root, path.slice(0, end)) === schema) return false;
  return true;
}

const deepestAtOnce = 3;

function shared(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const { oneOf: _one, anyOf: _any, ...own } = resolve(schema, root);
  return { ...own, type: 'object' };
}

function withoutNames(
  schema: JsonSchema,
  root: JsonSchema,
  fixed: readonly FixedField[],
): JsonSchema {
  const names = new Set(fixed.map(({ name }) => name));
  const { oneOf: _one, anyOf: _any, ...own } = resolve(schema, root);
  return {
    ...own,
    properties: Object.fromEntries(
      Object.entries(propertiesOf(schema, root)).filter(([name]) => !names.has(name)),
    ),
    required: requiredOf(schema, root).filter((name) => !names.has(name)),
  };
}
