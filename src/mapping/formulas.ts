/**
 * The formulas' door. It brings JSONata with it (100 KB), so it is a door of its own: threads that evaluate open it at
 * their start; the page loads it lazily, when it meets its first formula.
 */
import { jsonataEngine } from './formula/engine.ts';
import { installFormulas } from './formula/installed.ts';

/** From here on formulas are evaluated, checked and typed in this thread without waiting for anything to be loaded. */
export function openFormulas(): void {
  installFormulas(jsonataEngine);
}
