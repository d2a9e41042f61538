import type { Component, Operation } from '../../catalog/index.ts';
import type { Flow, Step } from '../../flow/index.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';

/** A step with what the catalogue says about it. */
export interface StepFacts {
  readonly flow: Flow;
  readonly step: Step;
  /** Its place in the flow, from 1. */
  readonly number: number;
  /** Nothing comes before it: it starts the flow. */
  readonly first: boolean;
  readonly component: Component | undefined;
  readonly operation: Operation | undefined;
}

/** The facts of a step; undefined while there is no such step. */
export function useStepFacts(id: string | undefined): StepFacts | undefined {
  const { catalog } = useWorkbench();
  const flow = useDocument((state) => state.flow);
  const at = flow?.steps.findIndex((step) => step.id === id) ?? -1;
  const step = flow?.steps[at];
  if (flow === undefined || step === undefined) return undefined;
  const component = catalog.component(step.component);
  return {
    flow,
    step,
    number: at + 1,
    first: !flow.edges.some((edge) => edge.to === step.id),
    component,
    operation: component?.operations.find((operation) => operation.id === step.operation),
  };
}
