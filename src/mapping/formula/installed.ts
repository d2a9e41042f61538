import type { FormulaEngine } from './port.ts';

/**
 * The formula engine of this thread. It is heavy, so it is only there where somebody opened its door
 * (`mapping/formulas.ts`): threads that run flows do so at their start, the page when a formula is met.
 */
let installed: FormulaEngine | undefined;

export function installFormulas(engine: FormulaEngine): void {
  installed = engine;
}

/** Whether formulas are checked and typed here; what was worked out before that is worked out anew. */
export function formulasAreOpen(): boolean {
  return installed !== undefined;
}

export function formulaEngine(): FormulaEngine | undefined {
  return installed;
}
