/**
 * Bindings as closures: compiled once, run for each message.
 *
 * 1. Pure: everything but the data comes from the context (M4). The same input gives the same output.
 * 2. Data never makes it throw: what cannot be made is a problem at its target path, and the rest is still made.
 * 3. The output is plain JSON (M5). Whole values are passed on by reference; nobody may change what they were given.
 * 4. No `eval`, no `new Function`: the page's policy forbids them.
 */
import type { Json } from '../shared/index.ts';
import type { Binding, Condition } from './binding.ts';
import { compileNode } from './evaluate/compile-node.ts';
import { compileTest } from './evaluate/compile-test.ts';
import {
  makeFrame,
  type EvaluationContext,
  type MappingFailure,
  type Sources,
} from './evaluate/frame.ts';

export interface Evaluation {
  /** Undefined: nothing to say; the field or the whole input is left out. */
  readonly value: Json | undefined;
  readonly problems: readonly MappingFailure[];
}
export interface CompiledBinding {
  evaluate(sources: Sources, context: EvaluationContext): Evaluation;
}
export interface CompiledCondition {
  test(
    sources: Sources,
    context: EvaluationContext,
  ): { readonly holds: boolean; readonly problems: readonly MappingFailure[] };
}

const none: readonly MappingFailure[] = Object.freeze([]);

/** Compiles a binding for many evaluations. */
export function compileBinding(binding: Binding): CompiledBinding {
  const evaluate = compileNode(binding, { target: [], scope: undefined });
  const slots = slotsIn(binding);
  return {
    evaluate(sources, context) {
      const frame = makeFrame(sources, context, slots);
      const value = evaluate(frame);
      return { value, problems: frame.problems ?? none };
    },
  };
}

/** Compiles a condition (a filter's, a branch's) for many tests. A comparison that cannot be made does not hold. */
export function compileCondition(condition: Condition): CompiledCondition {
  const test = compileTest(condition, { target: [], scope: undefined }, compileNode);
  const slots = slotsIn(condition);
  return {
    test(sources, context) {
      const frame = makeFrame(sources, context, slots);
      const holds = test(frame);
      return { holds, problems: frame.problems ?? none };
    },
  };
}

/** How deep lists are inside each other anywhere in the tree: an upper bound of the entries in sight at once. */
function slotsIn(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0;
  let deepest = 0;
  for (const inner of Object.values(node)) deepest = Math.max(deepest, slotsIn(inner));
  return deepest + ((node as { kind?: unknown }).kind === 'list' ? 1 : 0);
}
