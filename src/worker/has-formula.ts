/** Whether anything in a binding or a condition is a formula; data that only looks like one counts too. */
export function hasFormula(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if ((node as { readonly kind?: unknown }).kind === 'formula') return true;
  return Object.values(node).some(hasFormula);
}
