import type { Binding, WhenBinding } from '../binding.ts';

/** Makes nothing: what stands inside a table, an "only if" or a comparison where the person has not chosen yet. */
export const nothing: WhenBinding = { kind: 'when', branches: [] };

export function isNothing(binding: Binding | undefined): boolean {
  return (
    binding === undefined ||
    (binding.kind === 'when' && binding.branches.length === 0 && isNothing(binding.otherwise))
  );
}
