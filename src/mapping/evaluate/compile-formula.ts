import type { Json } from '../../shared/index.ts';
import type { FormulaBinding } from '../binding.ts';
import { FormulaFailure } from '../formula/failures.ts';
import { formulaEngine, installFormulas } from '../formula/installed.ts';
import { later, type RunnableFormula } from '../formula/port.ts';
import { AskedFormulas } from './asked-formulas.ts';
import { type Compile, fail, type Evaluate, type Frame, type Place } from './frame.ts';

/** A formula as a closure: at once where it can be, else "nothing yet" and the frame is told what to ask. */
export function compileFormula(binding: FormulaBinding, place: Place, compile: Compile): Evaluate {
  const refs = Object.values(binding.refs).map((ref) => compile(ref, place));
  const of = place.target.some((step) => typeof step === 'string') ? 'field' : 'none';
  let formula: RunnableFormula | undefined = formulaEngine()?.compile(binding);
  return (frame) => {
    formula ??= formulaEngine()?.compile(binding);
    if (formula === undefined) {
      const asked = askedIn(frame);
      asked.needsEngine = true;
      asked.waiting++;
      return undefined;
    }
    const waitedFor = frame.asked?.waiting ?? 0;
    const inputs = new Array<Json | undefined>(refs.length);
    for (let at = 0; at < refs.length; at++) inputs[at] = (refs[at] as Evaluate)(frame); // `at` is below the length
    // What it reads is not known yet: another run will tell.
    if (frame.asked !== undefined && frame.asked.waiting > waitedFor) return undefined;
    let made = formula.run(inputs, frame.context);
    if (made === later) {
      const answer = askedIn(frame).answerOf(formula, inputs);
      if (answer === undefined) return undefined;
      made = answer.value;
    }
    return made instanceof FormulaFailure
      ? fail(frame, place, made.code, { ...made.params, of }, made.value)
      : made;
  };
}

function askedIn(frame: Frame): AskedFormulas {
  return (frame.asked ??= new AskedFormulas());
}

/** Loads the engine where nobody has: the page, when it meets its first formula. */
export async function loadFormulaEngine(): Promise<void> {
  const { jsonataEngine } = await import('../formula/engine.ts');
  installFormulas(jsonataEngine);
}
