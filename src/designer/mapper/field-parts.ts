import { createContext, use, type ComponentType } from 'react';
import type { JsonPath, JsonSchema } from '../../shared/index.ts';
import type { ListScope } from './model/scope.ts';
import type { Binding } from '../../mapping/index.ts';
import type { ChangeField } from './edited-field.ts';

export interface FieldListProps {
  readonly path: JsonPath;
  readonly schema: JsonSchema;
  readonly scope: readonly ListScope[];
}

export interface FieldRowProps extends FieldListProps {
  readonly label: string;
  readonly required: boolean;
}

export interface NestedValueProps {
  /** Unique in the form; below its field's key by `#`. */
  readonly placeKey: string;
  readonly label: string;
  readonly schema: JsonSchema;
  readonly root: JsonSchema;
  readonly binding: Binding | undefined;
  readonly scope: readonly ListScope[];
  readonly onChange: ChangeField;
  readonly onTyping?: (() => void) | undefined;
}

export interface PillEditorProps {
  readonly binding: Binding;
  readonly label: string;
  readonly schema: JsonSchema;
  readonly root: JsonSchema;
  readonly scope: readonly ListScope[];
  readonly onChange: (binding: Binding) => void;
  readonly onClose: () => void;
}

/**
 * A field holds fields, a list's card holds fields again, and a table holds values that may be tables. The form hands
 * all parts down here, so that no module has to import the one that imports it.
 */
interface FieldParts {
  readonly FieldList: ComponentType<FieldListProps>;
  readonly FieldRow: ComponentType<FieldRowProps>;
  readonly NestedValue: ComponentType<NestedValueProps>;
  readonly PillEditor: ComponentType<PillEditorProps>;
}

export const FieldPartsContext = createContext<FieldParts | undefined>(undefined);

export function useFieldParts(): FieldParts {
  const parts = use(FieldPartsContext);
  if (parts === undefined) throw new Error('no FieldParts around this component');
  return parts;
}
