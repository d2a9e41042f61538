/** The formula port: what the rest of the mapping asks of a formula language. JSONata stands behind it (`engine.ts`). */
import type { Json } from '../../shared/index.ts';
import type { FormulaBinding } from '../binding.ts';
import type { EvaluationContext } from '../evaluate/frame.ts';
import type { FormulaFailure } from './failures.ts';

/** Not known at once: `runLater` tells. */
export const later = Symbol('later');

/** A formula, compiled once for many evaluations. Inputs are its refs' values in the order of their names. */
export interface RunnableFormula {
  run(
    inputs: readonly (Json | undefined)[],
    context: EvaluationContext,
  ): Json | undefined | FormulaFailure | typeof later;
  runLater(
    inputs: readonly (Json | undefined)[],
    context: EvaluationContext,
  ): Promise<Json | undefined | FormulaFailure>;
  /** The same inputs may give something else the next time. */
  readonly usesChance: boolean;
}

export interface FormulaEngine {
  compile(formula: FormulaBinding): RunnableFormula;
}
