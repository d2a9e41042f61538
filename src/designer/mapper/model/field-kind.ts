import {
  attachmentFormat,
  choicesOf,
  kindsOf,
  resolve,
  type JsonSchema,
} from '../../../shared/index.ts';

/** Which editor a field has, and the word for its type. */
export type FieldKind =
  | 'text'
  | 'number'
  | 'whole-number'
  | 'yes-no'
  | 'date'
  | 'date-time'
  | 'email'
  | 'choice'
  | 'list'
  | 'group'
  | 'file'
  | 'anything';

/** The one kind that a person thinks of; a field that may be several things is "anything". */
export function fieldKindOf(schema: JsonSchema, root: JsonSchema): FieldKind {
  const here = resolve(schema, root);
  const { kinds, open } = kindsOf(here, root);
  if (open && kinds.size === 0) return 'anything';
  if (choicesOf(here, root) !== undefined) return 'choice';
  if (kinds.size > 1)
    return kinds.has('number') && kinds.size === 2 && kinds.has('integer') ? 'number' : 'anything';
  if (kinds.has('array')) return 'list';
  if (kinds.has('object')) return here.format === attachmentFormat ? 'file' : 'group';
  if (kinds.has('boolean')) return 'yes-no';
  if (kinds.has('integer')) return 'whole-number';
  if (kinds.has('number')) return 'number';
  if (here.format === 'date' || here.format === 'date-time' || here.format === 'email')
    return here.format;
  return 'text';
}
