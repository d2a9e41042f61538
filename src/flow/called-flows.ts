/**
 * Flows that are steps of other flows: which can be called, which ones a flow calls, and what a call needs and gives.
 */
import type { JsonSchema } from '../shared/index.ts';
import { inferType, isBinding } from '../mapping/index.ts';
import type { Flow } from './flow-document.ts';
import { orderSteps } from './order-steps.ts';
import { doneSchema } from './own-schemas.ts';
import { sourcesOf } from './sources.ts';
import { outputSchemaOf } from './given.ts';
import { calledFlowOf, operationOf, type FindOperations } from './step-facts.ts';

/** A flow that a call starts can be called by another flow too. */
export function isCallable({ start, steps }: Pick<Flow, 'start' | 'steps'>): boolean {
  return start.kind === 'webhook' && steps.length > 0;
}

/** Whether the caller gets an answer of the flow's own. */
export function answersCalls(flow: Flow, catalog: FindOperations): boolean {
  return repliesOf(flow, catalog).length > 0;
}

/** Ids of the flows that steps of this one call, without those that are switched off. */
export function flowsCalledBy(flow: Flow, catalog: FindOperations): readonly string[] {
  const called = flow.steps
    .filter(({ disabled }) => disabled !== true)
    .flatMap((step) => calledFlowOf(step, operationOf(step, catalog)) ?? []);
  return [...new Set(called)];
}

/** All flows that a run of this one may come to, each once: itself too where one of them calls it. What is not found is left out. */
export async function flowsWithin<Found extends { readonly flow: Flow }>(
  flow: Flow,
  catalogOf: (found: Found | undefined) => FindOperations,
  find: (id: string) => Promise<Found | undefined>,
): Promise<readonly Found[]> {
  const all = new Map<string, Found>();
  let next = flowsCalledBy(flow, catalogOf(undefined));
  while (next.length > 0) {
    const found = await Promise.all(next.filter((id) => !all.has(id)).map(find));
    next = found.flatMap((each) => {
      if (each === undefined || all.has(each.flow.id)) return [];
      all.set(each.flow.id, each);
      return flowsCalledBy(each.flow, catalogOf(each));
    });
  }
  return [...all.values()];
}

/** What a call fills, and what it gives: the first step's shape, and that of the first reply. */
export function shapesWhenCalled(
  flow: Flow,
  catalog: FindOperations,
): { readonly input: JsonSchema; readonly output: JsonSchema } {
  const ordered = orderSteps(flow);
  const [first] = ordered;
  const [reply] = repliesOf(flow, catalog);
  return {
    input: (first && outputSchemaOf(flow, catalog, first.id)) ?? {},
    output: reply === undefined ? doneSchema(catalog) : answered(flow, catalog, reply.id),
  };
}

function answered(flow: Flow, catalog: FindOperations, reply: string): JsonSchema {
  const content = flow.steps.find(({ id }) => id === reply)?.slots['input'];
  return content !== undefined && isBinding(content)
    ? inferType(content, sourcesOf(flow, catalog, reply))
    : (outputSchemaOf(flow, catalog, reply) ?? {});
}

function repliesOf(flow: Flow, catalog: FindOperations) {
  return orderSteps(flow).filter(
    (step) => step.disabled !== true && operationOf(step, catalog)?.answersCall === true,
  );
}
