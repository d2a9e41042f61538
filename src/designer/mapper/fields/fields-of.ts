import {
  propertiesOf,
  requiredOf,
  resolve,
  titleOf,
  type JsonPath,
  type JsonSchema,
} from '../../../shared/index.ts';
import { targetKey } from '../mapping-desk.ts';

/** A field of a group, as its row needs it. */
export interface FieldFacts {
  readonly name: string;
  readonly path: JsonPath;
  readonly key: string;
  readonly schema: JsonSchema;
  readonly label: string;
  readonly required: boolean;
}

/** The fields of a group, required ones first. */
export function fieldsOf(
  path: JsonPath,
  schema: JsonSchema,
  root: JsonSchema,
): readonly FieldFacts[] {
  const required = new Set(requiredOf(schema, root));
  const fields = Object.entries(propertiesOf(schema, root)).map(([name, property]): FieldFacts => {
    const here = resolve(property, root);
    const own = [...path, name];
    return {
      name,
      path: own,
      key: targetKey(own),
      schema: here,
      label: titleOf(here, name),
      required: required.has(name),
    };
  });
  return [
    ...fields.filter((field) => field.required),
    ...fields.filter((field) => !field.required),
  ];
}
