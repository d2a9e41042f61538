import { createContext, use, type ComponentType } from 'react';
import type { JsonPath, JsonSchema } from '../../shared/index.ts';
import type { ListScope } from './mapping-desk.ts';
import type { NestedValueProps } from './nested-value.tsx';
import type { PillEditorProps } from './pill-editor.tsx';

export interface FieldListProps {
  readonly path: JsonPath;
  readonly schema: JsonSchema;
  readonly scope: readonly ListScope[];
}

export interface FieldRowProps extends FieldListProps {
  readonly label: string;
  readonly required: boolean;
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
