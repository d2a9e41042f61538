import { useDocument } from '../state/workbench.ts';

/** Which component a source belongs to; list entries belong to none. */
export function useComponentOf(from: string | undefined): string | undefined {
  return useDocument(({ flow }) => flow?.steps.find(({ id }) => id === from)?.component);
}
