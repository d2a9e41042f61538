import type { Flow, Step } from './flow-document.ts';

const known = new WeakMap<Step['slots'], boolean>();

/** Whether any step of the flow works with a formula: only then is it worth loading what reads them. */
export function holdsFormula({ steps }: Flow): boolean {
  return steps.some(({ slots }) => {
    let found = known.get(slots);
    if (found === undefined) known.set(slots, (found = isFormulaIn(slots)));
    return found;
  });
}

function isFormulaIn(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  const { kind, value, ...rest } = node as Readonly<Record<string, unknown>>;
  if (kind === 'formula') return true;
  // What a fixed value holds is data.
  return Object.values(kind === 'literal' ? {} : { value, ...rest }).some(isFormulaIn);
}
