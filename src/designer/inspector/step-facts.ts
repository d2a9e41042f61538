import type { Component, Operation } from '../../catalog/index.ts';
import { operationOf, startingStep, type Flow, type Step } from '../../flow/index.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';

/** A step with what the catalogue says about it. */
export interface StepFacts {
  readonly flow: Flow;
  readonly step: Step;
  /** Its place in the flow, from 1. */
  readonly number: number;
  /** It starts the flow. */
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
  return {
    flow,
    step,
    number: at + 1,
    first: startingStep(flow, catalog)?.id === step.id,
    component: catalog.component(step.component),
    operation: operationOf(step, catalog),
  };
}
