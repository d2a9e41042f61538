/**
 * Formulas that are not known at once, in one evaluation of a binding. The evaluation makes what it can, then all of
 * them are worked out, then it runs again and finds them here.
 *
 * 1. A formula is known again by what it reads, never by where it stands: what was not known yet may have put entries
 *    into another order or left some out, and the same values give the same result.
 * 2. Values are the same when they are the same thing; from the second run on also when they are written the same,
 *    because a list that the binding itself makes is made anew each time.
 */
import { writeJson, type Json } from '../../shared/index.ts';
import type { FormulaFailure } from '../formula/failures.ts';
import type { RunnableFormula } from '../formula/port.ts';
import type { EvaluationContext } from './context.ts';

type Inputs = readonly (Json | undefined)[];
interface Answer {
  readonly value: Json | undefined | FormulaFailure;
}
interface Asked {
  readonly inputs: Inputs;
  /** One, or as many as it was met with the same inputs when chance plays a part. */
  readonly answers: Answer[];
  /** How many answers there are to be. */
  wanted: number;
  met: number;
}
interface OfFormula {
  readonly byIdentity: Map<string, Asked>;
  byText: Map<string, Asked> | undefined;
}

/** Formulas worked out between two looks at what else is waiting: a few milliseconds. */
const betweenBreaths = 50;

export class AskedFormulas {
  /** How many were met in this run of the binding that nobody knows yet. */
  waiting = 0;
  needsEngine = false;
  readonly #formulas = new Map<RunnableFormula, OfFormula>();
  readonly #things = new Map<object, number>();
  #open: { readonly formula: RunnableFormula; readonly asked: Asked }[] = [];
  #runs = 1;
  #worked = 0;

  /** The formula's result when it is known. */
  answerOf(formula: RunnableFormula, inputs: Inputs): Answer | undefined {
    const asked = this.#find(formula, inputs);
    const place = formula.usesChance ? asked.met++ : 0;
    const answer = asked.answers[place];
    if (answer === undefined) {
      this.waiting++;
      if (place >= asked.wanted) {
        asked.wanted++;
        this.#open.push({ formula, asked });
      }
    }
    return answer;
  }

  /** Works out what was asked, one by one: each has its own limit of time. */
  async workOff(context: EvaluationContext): Promise<void> {
    const open = this.#open;
    this.#open = [];
    for (const { formula, asked } of open) {
      asked.answers.push({ value: await formula.runLater(asked.inputs, context) });
      this.#worked++;
      if (this.#worked % betweenBreaths === 0) await context.breathe?.();
    }
    for (const { byIdentity } of this.#formulas.values())
      for (const asked of byIdentity.values()) asked.met = 0;
    this.waiting = 0;
    this.needsEngine = false;
    this.#runs++;
  }

  #find(formula: RunnableFormula, inputs: Inputs): Asked {
    let known = this.#formulas.get(formula);
    if (known === undefined)
      this.#formulas.set(formula, (known = { byIdentity: new Map(), byText: undefined }));
    const key = inputs.map((input) => this.#identity(input)).join();
    const same = known.byIdentity.get(key) ?? this.#writtenTheSame(known, inputs);
    if (same !== undefined) {
      known.byIdentity.set(key, same);
      return same;
    }
    const asked: Asked = { inputs, answers: [], wanted: 0, met: 0 };
    known.byIdentity.set(key, asked);
    known.byText?.set(textOf(inputs), asked);
    return asked;
  }

  #writtenTheSame(known: OfFormula, inputs: Inputs): Asked | undefined {
    if (this.#runs === 1 || !inputs.some((input) => typeof input === 'object' && input !== null))
      return undefined;
    known.byText ??= new Map(
      [...known.byIdentity.values()].map((asked) => [textOf(asked.inputs), asked]),
    );
    return known.byText.get(textOf(inputs));
  }

  #identity(input: Json | undefined): string {
    if (typeof input !== 'object' || input === null) return single(input);
    let number = this.#things.get(input);
    if (number === undefined) this.#things.set(input, (number = this.#things.size));
    return `#${String(number)}`;
  }
}

function textOf(inputs: Inputs): string {
  return inputs
    .map((input) =>
      typeof input === 'object' && input !== null ? writeJson(input) : single(input),
    )
    .join();
}

function single(input: Json | undefined): string {
  return typeof input === 'string' ? JSON.stringify(input) : `${typeof input} ${String(input)}`;
}
