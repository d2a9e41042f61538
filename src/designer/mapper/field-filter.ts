import { createContext, use } from 'react';

export type FieldFilter = 'all' | 'required' | 'problems';

export const FieldFilterContext = createContext<FieldFilter>('all');

export function useFieldFilter(): FieldFilter {
  return use(FieldFilterContext);
}
