import { createContext, use, type ComponentType } from 'react';
import { isJsonObject, type Json, type JsonPath, type JsonSchema } from '../../shared/index.ts';
import type { ListScope } from './mapping-desk.ts';

/** What the mapping makes at a place of the current sample; absent where one field stands for several entries. */
export type Made = { readonly value: Json | undefined } | undefined;

export interface FieldListProps {
  readonly path: JsonPath;
  readonly schema: JsonSchema;
  readonly scope: readonly ListScope[];
  readonly made: Made;
}

export interface FieldRowProps extends FieldListProps {
  readonly label: string;
  readonly required: boolean;
}

/**
 * A field holds fields, and a list's card holds fields again. The form hands both parts down here, so that no module
 * has to import the one that imports it.
 */
interface FieldParts {
  readonly FieldList: ComponentType<FieldListProps>;
  readonly FieldRow: ComponentType<FieldRowProps>;
}

export const FieldPartsContext = createContext<FieldParts | undefined>(undefined);

export function useFieldParts(): FieldParts {
  const parts = use(FieldPartsContext);
  if (parts === undefined) throw new Error('no FieldParts around this component');
  return parts;
}

/** What a group's field is made into, given what the group is made into. */
export function madeInside(made: Made, name: string): Made {
  if (made === undefined) return undefined;
  return {
    value:
      isJsonObject(made.value) && Object.hasOwn(made.value, name) ? made.value[name] : undefined,
  };
}
