import {
  checkByField,
  checkCondition,
  isBinding,
  matchByName,
  pairsToMatch,
  withLists,
  withProposals,
  type Condition,
  type SourceType,
} from '../../mapping/index.ts';
import type { Operation } from '../../catalog/index.ts';
import { wordsOf, type JsonSchema, type Text } from '../../shared/index.ts';
import { slotsOf } from '../branches.ts';
import type { Step } from '../flow-document.ts';
import { saysItsInput } from '../step-facts.ts';
import { flowProblem, type FlowProblem } from './flow-problem.ts';

/** Pairs of names that are compared in some 20 ms. Beyond, the mapping form looks for matches in its own time. */
const mostPairs = 10_000;

/** One slot against what it fills and what it reads; the mapping's own problems with their place in the step. */
export function checkSlot(
  step: Step,
  operation: Operation,
  slot: string,
  sources: readonly SourceType[],
  suggest: boolean,
  locale: string,
): readonly FlowProblem[] {
  const declared = slotsOf(step, operation)[slot];
  if (declared === undefined) return [];
  const content = Object.hasOwn(step.slots, slot) ? step.slots[slot] : undefined;
  if (declared.kind === 'condition') {
    if (content !== undefined && isBinding(content)) return [wrongKind(step, slot)];
    return checkWhen(step, slot, content, sources);
  }
  if (content !== undefined && !isBinding(content)) return [wrongKind(step, slot)];
  const shaped =
    slot === 'input' && saysItsInput(operation) ? step.shapes?.input?.schema : undefined;
  const schema = shaped ?? declared.schema ?? (declared.kind === 'list' ? listOf(declared) : {});
  const checked = checkByField(content, schema, sources, locale);
  const found = declared.kind === 'list' && suggest ? withLists(checked, sources) : checked;
  const proposes = suggest && pairsToMatch(schema, sources) <= mostPairs;
  const problems = proposes
    ? withProposals(found, matchByName(schema, sources, { existing: content }))
    : found;
  return problems.map((problem) => ({
    ...problem,
    path: ['slots', slot, ...problem.path],
    fixes: problem.fixes.map(({ code, params, at, binding }) => ({
      code,
      params,
      operation: {
        type: 'step.set-field',
        step: step.id,
        slot,
        path: at,
        binding,
      },
    })),
    step: step.id,
    slot,
  }));
}

/** What a step takes that works through a list: any list, by the name that it has there. */
export function listOf({ title }: { readonly title?: Text | undefined }): JsonSchema {
  return { type: 'array', ...(title !== undefined && { title: wordsOf(title) }) };
}

function checkWhen(
  step: Step,
  slot: string,
  condition: Condition | undefined,
  sources: readonly SourceType[],
): readonly FlowProblem[] {
  return checkCondition(condition, sources).map((problem) => ({
    ...problem,
    path: ['slots', slot, ...problem.path],
    fixes: problem.fixes.map(({ code, params, condition: content }) => ({
      code,
      params,
      operation: { type: 'step.set-slot', step: step.id, slot, content },
    })),
    step: step.id,
    slot,
  }));
}

function wrongKind(step: Step, slot: string): FlowProblem {
  return {
    ...flowProblem('slot-of-other-kind', { step: step.name }, ['slots', slot], { step: step.id }),
    slot,
  };
}
