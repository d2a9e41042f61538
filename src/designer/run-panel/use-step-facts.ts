import { use, useMemo } from 'react';
import { isBinding, type Binding, type SourceType } from '../../mapping/index.ts';
import {
  effectOf,
  exampleOf,
  type Catalog,
  type Component,
  type Operation,
} from '../../catalog/index.ts';
import { wordsOf, type Json, type JsonSchema } from '../../shared/index.ts';
import {
  inputSchemaOf,
  outputSchemaOf,
  sourcesOf,
  upstreamOf,
  type Flow,
  type Step,
} from '../../flow/index.ts';
import { portsOf } from '../state/step-ports.ts';
import type { NamedWay } from './model/message-ways.ts';
import { useDocument, useRun, useWorkbench } from '../state/workbench.ts';
import { ShownRun } from './shown-run.ts';

/** What the panel knows of a step: its description, what it takes and gives, and the steps before it. */
export interface StepFacts {
  readonly flow: Flow;
  readonly step: Step;
  readonly number: number;
  readonly component: Component | undefined;
  readonly componentTitle: string;
  readonly operation: Operation | undefined;
  readonly operationTitle: string;
  /** It changes something at a service; an undeclared effect may. */
  readonly isWrite: boolean;
  readonly input: JsonSchema | undefined;
  /** The binding of the consumed input. */
  readonly binding: Binding | undefined;
  readonly output: JsonSchema | undefined;
  /** Its ways out by their names, where it has several. */
  readonly ways: readonly NamedWay[];
  /** All earlier steps on its way. */
  readonly before: readonly string[];
  /** What those give, as the mapping reads them. */
  readonly sources: readonly SourceType[];
}

export function useStepFacts(id: string | undefined): StepFacts | undefined {
  const { catalog } = useWorkbench();
  const open = useDocument((state) => state.flow);
  const flow = use(ShownRun)?.flow ?? open;
  return useMemo(
    () => (flow === undefined || id === undefined ? undefined : stepFacts(flow, catalog, id)),
    [flow, catalog, id],
  );
}

/** The same step as it was when the last run began: what filled its fields then. */
export function useStepAsItRan(facts: StepFacts): StepFacts {
  const { catalog } = useWorkbench();
  const isLooked = use(ShownRun) !== undefined;
  const ran = useRun(({ flow }) => flow);
  return useMemo(
    () => (isLooked ? undefined : ran && stepFacts(ran, catalog, facts.step.id)) ?? facts,
    [isLooked, ran, catalog, facts],
  );
}

function stepFacts(flow: Flow, catalog: Catalog, id: string): StepFacts | undefined {
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
    isWrite: operation !== undefined && effectOf(operation, step.settings) !== 'read',
    input: inputSchemaOf(step, catalog),
    binding: content !== undefined && isBinding(content) ? content : undefined,
    output: known(outputSchemaOf(flow, catalog, id)),
    ways: severalOf(portsOf(step, operation).out),
    before: upstreamOf(flow, id),
    sources: sourcesOf(flow, catalog, id),
  };
}

/** One way out needs no name: its title is empty. */
function severalOf(ways: readonly NamedWay[]): readonly NamedWay[] {
  return ways.length > 1 ? ways : [];
}

/** A value made up from a description: the description's own example, else one made from its schema. */
export function inventedOf(
  sample: Json | undefined,
  schema: JsonSchema | undefined,
): Json | undefined {
  return sample ?? (schema === undefined ? undefined : exampleOf(schema));
}

/** An open schema says nothing that could be shown. */
function known(schema: JsonSchema | undefined): JsonSchema | undefined {
  return schema === undefined || Object.keys(schema).length === 0 ? undefined : schema;
}
