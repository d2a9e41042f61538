import type { ReactNode } from 'react';
import type { Json, JsonObject, JsonSchema } from '../../../shared/index.ts';

/** The options of one field, as far as they are known. */
export type FieldChoices =
  | { readonly state: 'ready'; readonly options: readonly FieldOption[]; readonly label?: string }
  | {
      readonly state: 'loading';
      /** How far it is, where that is told. */
      readonly words?: string;
      readonly stop?: () => void;
    }
  /** Nothing can be loaded yet; the words say what is needed first. */
  | { readonly state: 'waiting'; readonly words: string }
  | { readonly state: 'failed'; readonly words: string; readonly retry: () => void };

export interface FieldOption {
  readonly value: Json;
  readonly label: string;
  /** What it stands under. */
  readonly group?: string;
  /** What the service says of it. */
  readonly help?: string;
}

export interface SchemaFormProps {
  readonly schema: JsonSchema;
  readonly value: JsonObject;
  /** Every keystroke: for a parent that keeps the draft. */
  readonly onChange?: (value: JsonObject) => void;
  /** The person finished with a field (left it, chose an option) and the value is another one. */
  readonly onCommit?: (value: JsonObject, labels: Readonly<Record<string, string>>) => void;
  /** Sent, and everything fits. */
  readonly onSubmit?: (value: JsonObject) => void;
  /** Words from outside (a service refused a value), by the field's JSON Pointer. */
  readonly refusals?: Readonly<Record<string, string>>;
  /** Options that are loaded, by the field's JSON Pointer. */
  readonly choices?: Readonly<Record<string, FieldChoices>>;
  /** What chosen options were called, by the field's JSON Pointer. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The field to go to, as a JSON Pointer. */
  readonly focused?: string | undefined;
  readonly disabled?: boolean;
  /** Shows every misfit at once, as after sending. */
  readonly strict?: boolean;
  /** Prefix of the ids in the page: two forms on one page need two. */
  readonly id: string;
  /** Buttons, below the fields. */
  readonly children?: ReactNode;
}
