/**
 * Bindings as closures: compiled once, run for each message.
 *
 * 1. Pure: everything but the data comes from the context (M4). The same input gives the same output.
 * 2. Data never makes it throw: what cannot be made is a problem at its target path, and the rest is still made.
 * 3. The output is plain JSON (M5). Whole values are passed on by reference; nobody may change what they were given.
 * 4. No `eval`, no `new Function`: the page's policy forbids them.
 * 5. At once, unless a formula needs JSONata itself: then the result is a promise of the same.
 */
import type { Json } from '../shared/index.ts';
import type { Binding, Condition } from './binding.ts';
import { compileNode } from './evaluate/compile-node.ts';
import { loadFormulaEngine } from './evaluate/compile-formula.ts';
import { compileTest } from './evaluate/compile-test.ts';
import {
  fail,
  makeFrame,
  startOver,
  type Frame,
  type MappingFailure,
  type Place,
  type Sources,
} from './evaluate/frame.ts';
import type { EvaluationContext } from './evaluate/context.ts';

export interface Evaluation {
  /** Undefined: nothing to say; the field or the whole input is left out. */
  readonly value: Json | undefined;
  readonly problems: readonly MappingFailure[];
}
/** Whether a condition holds. */
export interface Tested {
  readonly holds: boolean;
  readonly problems: readonly MappingFailure[];
}
export interface CompiledBinding {
  /** A promise only where a formula is not known at once. It is broken only by the context's own `breathe`. */
  evaluate(sources: Sources, context: EvaluationContext): Evaluation | Promise<Evaluation>;
}
export interface CompiledCondition {
  test(sources: Sources, context: EvaluationContext): Tested | Promise<Tested>;
}

const top: Place = { target: [], scope: undefined };
const none: readonly MappingFailure[] = Object.freeze([]);

/** Compiles a binding for many evaluations. */
export function compileBinding(binding: Binding): CompiledBinding {
  const evaluate = stopAtDepth(compileNode(binding, top), undefined);
  const slots = slotsIn(binding);
  return {
    evaluate(sources, context) {
      const frame = makeFrame(sources, context, slots);
      const value = evaluate(frame);
      if (frame.asked !== undefined && frame.asked.waiting > 0)
        return known(frame, evaluate).then((later) => ({
          value: later,
          problems: frame.problems ?? none,
        }));
      return { value, problems: frame.problems ?? none };
    },
  };
}

/** Compiles a condition (a filter's, a branch's) for many tests. A comparison that cannot be made does not hold. */
export function compileCondition(condition: Condition): CompiledCondition {
  const test = stopAtDepth(compileTest(condition, top, compileNode), false);
  const slots = slotsIn(condition);
  return {
    test(sources, context) {
      const frame = makeFrame(sources, context, slots);
      const holds = test(frame);
      if (frame.asked !== undefined && frame.asked.waiting > 0)
        return known(frame, test).then((later) => ({
          holds: later,
          problems: frame.problems ?? none,
        }));
      return { holds, problems: frame.problems ?? none };
    },
  };
}

/** Data that is deeper than the engine's stack is a failure like any other. */
function stopAtDepth<Made>(run: (frame: Frame) => Made, instead: Made): (frame: Frame) => Made {
  return (frame) => {
    try {
      return run(frame);
    } catch (cause) {
      if (!(cause instanceof Error) || !/call stack|recursion/i.test(cause.message)) throw cause;
      if (frame.asked !== undefined) frame.asked.waiting = 0;
      fail(frame, top, 'too-deep');
      return instead;
    }
  };
}

/** Each run finds what the one before asked for, and may meet formulas that only now are reached. */
const mostRuns = 100;

/** Works out what was asked and runs again, until nothing is open. */
async function known<Made>(frame: Frame, run: (frame: Frame) => Made): Promise<Made> {
  let made: Made;
  for (let runs = 1; ; runs++) {
    if (frame.asked?.needsEngine === true) await loadFormulaEngine();
    await frame.asked?.workOff(frame.context);
    startOver(frame);
    made = run(frame);
    if (frame.asked === undefined || frame.asked.waiting === 0) return made;
    if (runs < mostRuns) continue;
    fail(frame, top, 'formulas-never-known');
    return made;
  }
}

/** How deep lists are inside each other anywhere in the tree: an upper bound of the entries in sight at once. */
function slotsIn(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0;
  let deepest = 0;
  for (const inner of Object.values(node)) deepest = Math.max(deepest, slotsIn(inner));
  return deepest + ((node as { kind?: unknown }).kind === 'list' ? 1 : 0);
}
