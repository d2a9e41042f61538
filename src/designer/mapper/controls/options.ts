import { choicesOf, resolve, type Json, type JsonSchema } from '../../../shared/index.ts';
import type { FieldOption } from '../../ui/schema-form/form-props.ts';

/** The values that a schema lets a person choose from, by name. */
export function optionsOf(schema: JsonSchema, root: JsonSchema): readonly FieldOption[] {
  const here = resolve(schema, root);
  const branches = [...(here.oneOf ?? []), ...(here.anyOf ?? [])];
  return (choicesOf(here, root) ?? []).map((value) => ({
    value,
    label: branches.find((branch) => branch.const === value)?.title ?? plainWords(value),
  }));
}

/** A single value as it is written; nothing for a group or list. */
export function plainWords(value: Json): string {
  return typeof value === 'object' ? '' : String(value);
}
