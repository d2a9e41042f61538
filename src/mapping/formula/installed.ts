import type { FormulaEngine } from './port.ts';

/**
 * The formula engine of this thread. It is heavy, so it is only there where somebody opened its door
 * (`mapping/formulas.ts`): threads that run flows do so at their start, the page when a formula is met.
 */
let installed: FormulaEngine | undefined;

export function installFormulas(engine: FormulaEngine): void {
  installed = engine;
}

export function formulaEngine(): FormulaEngine | undefined {
  return installed;
}
