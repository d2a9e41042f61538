/** The formula port: what the rest of the mapping asks of a formula language. JSONata stands behind it (`engine.ts`). */
import type { Json } from '../../shared/index.ts';
import type { FormulaBinding } from '../binding.ts';
import type { EvaluationContext } from '../evaluate/context.ts';
import type { Inferred } from '../types/inferred.ts';
import type { FormulaFailure } from './failures.ts';
import type { FormulaNames } from './names.ts';

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

/** What a text says, without running it. */
export type FormulaReading =
  | { readonly ok: true; readonly names: FormulaNames }
  | {
      readonly ok: false;
      readonly failure: FormulaFailure;
      /** The characters that are wrong, as far as they are known. */
      readonly from: number;
      readonly to: number;
    };

/** What a formula makes; `several`: as a single value it always or sometimes fails, because it is a list. */
export interface FormulaType extends Inferred {
  readonly several: 'never' | 'maybe' | 'always' | 'unknown';
}

export interface FormulaEngine {
  compile(formula: FormulaBinding): RunnableFormula;
  read(text: string): FormulaReading;
  /** The type of what it makes when its fields have these types, by their names. */
  typeOf(formula: FormulaBinding, fields: ReadonlyMap<string, Inferred>): FormulaType;
  /** Names of all functions that a formula may call, without the `$`. */
  readonly functions: readonly string[];
}
