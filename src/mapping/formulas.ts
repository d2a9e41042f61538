/**
 * The formulas' door. It brings JSONata with it (100 KB), so it is a door of its own: the page loads it lazily, when it
 * meets its first formula. An evaluation needs nobody to open it: it loads the engine by itself, and waits once.
 */
import type { Wording } from '../shared/index.ts';
import { jsonataEngine } from './formula/engine.ts';
import { installFormulas } from './formula/installed.ts';
import type { FormulaNames } from './formula/names.ts';

export {
  completionsAt,
  signatureAt,
  type Completion,
  type Completions,
  type FormulaField,
} from './formula/complete.ts';
export { formulaFunctions, type FormulaFunction, type FunctionGroup } from './formula/functions.ts';
export type { FormulaNames, PlacedName } from './formula/names.ts';
export { tokensOf, type FormulaToken, type TokenKind } from './formula/tokens.ts';

/** From here on formulas are evaluated, checked and typed in this thread without waiting for anything to be loaded. */
export function openFormulas(): void {
  installFormulas(jsonataEngine);
}

/** What a text says: the names it uses, or what is wrong in words, and which characters. */
export type ParsedFormula =
  | { readonly ok: true; readonly names: FormulaNames }
  | { readonly ok: false; readonly mistake: Wording; readonly from: number; readonly to: number };

export function parseFormula(text: string): ParsedFormula {
  const reading = jsonataEngine.read(text);
  if (reading.ok) return reading;
  const { failure, from, to } = reading;
  const params = { ...failure.params, field: '', of: 'none' };
  return { ok: false, mistake: { code: `mapping.${failure.code}`, params }, from, to };
}
