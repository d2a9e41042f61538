/**
 * What `@rjsf/core` asks of a validator, over `@cfworker/json-schema`. The form itself shows no errors from here (the
 * wrapper decides when a field may complain); this answers which branch of a choice fits.
 */
import { dereference, validate, type Schema } from '@cfworker/json-schema';
import {
  ROOT_SCHEMA_PREFIX,
  toErrorSchema,
  withIdRefPrefix,
  type RJSFSchema,
  type ValidatorType,
} from '@rjsf/utils';
import type { JsonSchema } from '../../../shared/index.ts';
import { misfitsOf, plain, schemaBase } from './validation.ts';

type Lookup = ReturnType<typeof dereference>;
const roots = new WeakMap<object, Lookup>();

export const formValidator: ValidatorType<unknown, RJSFSchema> = {
  validateFormData(formData, schema) {
    const errors = misfitsOf(schema as JsonSchema, formData).map(({ path, keyword }) => ({
      name: keyword,
      property: path.map((part) => `.${part}`).join(''),
      message: keyword,
      stack: keyword,
    }));
    return { errors, errorSchema: toErrorSchema(errors) };
  },
  isValid(schema, formData, rootSchema) {
    try {
      const lookup = Object.create(rootLookup(rootSchema)) as Lookup;
      const part = structuredClone(withIdRefPrefix<RJSFSchema>(schema)) as Schema;
      dereference(part, lookup, new URL('part', schemaBase));
      return validate(plain(formData) ?? null, part, '2020-12', lookup, true).valid;
    } catch {
      return false;
    }
  },
  rawValidation: (schema, formData) => ({
    errors: misfitsOf(schema as JsonSchema, formData) as never[],
  }),
};

function rootLookup(root: RJSFSchema): Lookup {
  const known = roots.get(root);
  if (known !== undefined) return known;
  const own = {
    ...structuredClone(root),
    $id: new URL(ROOT_SCHEMA_PREFIX, schemaBase).href,
  } as Schema;
  const lookup = dereference(own, Object.create(null) as Lookup, schemaBase);
  roots.set(root, lookup);
  return lookup;
}
