import { attachmentFormat } from '../attachment.ts';
import type { JsonSchema } from '../json-schema.ts';
import { kindsOf } from './kinds.ts';
import { resolve } from './resolve.ts';

/** The plain word (a key of the catalog's `kind-…`) for what a schema holds. */
export type KindWord =
  | 'text'
  | 'number'
  | 'whole-number'
  | 'yes-no'
  | 'list'
  | 'group'
  | 'date'
  | 'date-time'
  | 'email'
  | 'address'
  | 'unique-id'
  | 'file'
  | 'nothing'
  | 'anything'
  | 'several';

const formats: Readonly<Record<string, KindWord>> = {
  date: 'date',
  'date-time': 'date-time',
  email: 'email',
  uri: 'address',
  url: 'address',
  uuid: 'unique-id',
};

export function kindWord(schema: JsonSchema, root: JsonSchema = schema): KindWord {
  const { kinds, nullable, open } = kindsOf(schema, root);
  if (open) return 'anything';
  const [only, ...more] = kinds;
  if (only === undefined) return nullable ? 'nothing' : 'anything';
  if (more.length > 0)
    return kinds.size === 2 && kinds.has('integer') && kinds.has('number') ? 'number' : 'several';
  switch (only) {
    case 'string':
      return formats[resolve(schema, root).format ?? ''] ?? 'text';
    case 'number':
      return 'number';
    case 'integer':
      return 'whole-number';
    case 'boolean':
      return 'yes-no';
    case 'array':
      return 'list';
    case 'object':
      return resolve(schema, root).format === attachmentFormat ? 'file' : 'group';
  }
}
