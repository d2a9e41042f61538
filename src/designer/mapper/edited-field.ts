import { resolve, type JsonSchema } from '../../shared/index.ts';
import type { Binding } from '../../mapping/index.ts';
import type { FieldKind } from './model/field-kind.ts';

/** A place that holds one binding, as its editor needs it: a field, one side of a comparison, what a row of a table uses. */
export interface EditedField {
  /** Unique in the form: where drops go, and what is remembered of it. */
  readonly key: string;
  readonly label: string;
  readonly schema: JsonSchema;
  /** What the schema's references lead into. */
  readonly root: JsonSchema;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly inputId: string;
  readonly describedBy: string | undefined;
}

/** What one change of a field is: `joins` names the stretch of typing it belongs to. */
export type ChangeField = (
  binding: Binding | undefined,
  options?: { readonly joins?: string },
) => void;

const longFormats = new Set(['textarea', 'multiline', 'markdown', 'html']);
const longFrom = 400;

/** Whether a text is more than a line: the schema says so, or allows so much. */
export function isLongText({ schema, root }: Pick<EditedField, 'schema' | 'root'>): boolean {
  const { format, maxLength } = resolve(schema, root);
  return format === undefined ? (maxLength ?? 0) >= longFrom : longFormats.has(format);
}
