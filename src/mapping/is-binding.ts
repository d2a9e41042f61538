import type { Binding, SlotContent } from './binding.ts';

/** Tells a condition from a binding: only bindings carry a `kind`. */
export function isBinding(content: SlotContent): content is Binding {
  return 'kind' in content;
}
