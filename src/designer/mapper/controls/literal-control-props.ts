import type { Json } from '../../../shared/index.ts';
import type { EditedField } from '../edited-field.ts';

export interface LiteralControlProps {
  readonly field: EditedField;
  readonly value: Json | undefined;
  /** What a chosen option was called. */
  readonly label: string | undefined;
  readonly onChange: (
    value: Json | undefined,
    options?: { readonly joins?: string; readonly label?: string | undefined },
  ) => void;
  readonly onTyping?: (() => void) | undefined;
  readonly onFocus?: (() => void) | undefined;
}
