import { useMemo } from 'react';
import { isBinding, type Binding, type SourceType } from '../../mapping/index.ts';
import { exampleOf, type Catalog, type Component, type Operation } from '../../catalog/index.ts';
import { wordsOf, type Json, type JsonSchema } from '../../shared/index.ts';
import type { Flow, Step } from '../../flow/index.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';

/** What the panel knows of a step: its description, what it takes and gives, and the steps before it. */
export interface StepFacts {
  readonly flow: Flow;
  readonly step: Step;
  readonly number: number;
  readonly component: Component | undefined;
  readonly componentTitle: string;
  readonly operation: Operation | undefined;
  readonly operationTitle: string;
  readonly input: JsonSchema | undefined;
  /** The binding of the consumed input. */
  readonly binding: Binding | undefined;
  readonly output: JsonSchema | undefined;
  /** All earlier steps on its way. */
  readonly before: readonly string[];
}

export function useStepFacts(id: string | undefined): StepFacts | undefined {
  const { catalog } = useWorkbench();
  const flow = useDocument((state) => state.flow);
  return useMemo(() => (flow === undefined || id === undefined ? undefined : stepFacts(flow, catalog, id)), [flow, catalog, id]);
}

export function stepFacts(flow: Flow, catalog: Catalog, id: string): StepFacts | undefined {
  const at = flow.steps.findIndex((step) => step.id === id);
  const step = flow.steps[at];
  if (step === undefined) return undefined;
  const component = catalog.component(step.component);
  const operation = catalog.operation(step.component, step.operation);
  const content = step.slots['input'];
  return {
    flow,
    step,
    number: at + 1,
    component,
    componentTitle: component === undefined ? step.name : wordsOf(component.title),
    operation,
    operationTitle: operation === undefined ? '' : wordsOf(operation.title),
    input: step.shapes?.input?.schema ?? operation?.slots['input']?.schema,
    binding: content !== undefined && isBinding(content) ? content : undefined,
    output: outputOf(step, operation),
    before: stepsBefore(flow, id),
  };
}

/** What the steps before it give, as the mapping reads them. */
export function sourcesBefore({ flow, before }: StepFacts, catalog: Catalog): readonly SourceType[] {
  return before.flatMap((id) => {
    const facts = stepFacts(flow, catalog, id);
    return facts?.output === undefined ? [] : [{ from: id, title: facts.step.name, schema: facts.output }];
  });
}

/** A value made up from a description: the description's own example, else one made from its schema. */
export function inventedOf(sample: Json | undefined, schema: JsonSchema | undefined): Json | undefined {
  return sample ?? (schema === undefined || Object.keys(schema).length === 0 ? undefined : exampleOf(schema));
}

function outputOf(step: Step, operation: Operation | undefined): JsonSchema | undefined {
  const entry = step.shapes?.output?.schema ?? (operation?.outputShape === 'same-as-input' ? step.shapes?.input?.schema : undefined) ?? operation?.output;
  return entry !== undefined && operation?.emits === 'many' && step.emit === 'whole-list' ? { type: 'array', items: entry } : entry;
}

function stepsBefore(flow: Pick<Flow, 'edges'>, id: string): readonly string[] {
  const found = new Set<string>();
  const open = [id];
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    for (const { from, to } of flow.edges) {
      if (to !== here || found.has(from)) continue;
      found.add(from);
      open.push(from);
    }
  }
  return [...found];
}
