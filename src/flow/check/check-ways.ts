import { startKindsOf } from '../../catalog/index.ts';
import type { Flow } from '../flow-document.ts';
import { reachOf } from '../reach.ts';
import { operationOf, type FindOperations } from '../step-facts.ts';
import { startingStep } from './check-start.ts';
import { flowFix, flowProblem, type FlowProblem } from './flow-problem.ts';

/** Steps that make no sense where they stand: an answer that nobody waits for, one way alone that is waited for. */
export function checkWays(flow: Flow, catalog: FindOperations): readonly FlowProblem[] {
  return flow.steps.flatMap((step) => {
    if (step.disabled === true) return [];
    const operation = operationOf(step, catalog);
    return [
      ...(operation?.answersCall === true && flow.start.kind !== 'webhook'
        ? [answersNobody(flow, catalog, step)]
        : []),
      ...(operation?.gathers?.ways === true && reachOf(flow.edges).into(step.id).length === 1
        ? [
            flowProblem('join-one-way', { step: step.name }, ['edges'], {
              step: step.id,
              severity: 'warning',
            }),
          ]
        : []),
    ];
  });
}

function answersNobody(
  flow: Flow,
  catalog: FindOperations,
  { id, name }: Flow['steps'][number],
): FlowProblem {
  const first = startingStep(flow, catalog);
  const operation = first === undefined ? undefined : operationOf(first, catalog);
  const canBeCalled =
    first !== undefined &&
    operation !== undefined &&
    startKindsOf(operation, first.settings).includes('webhook');
  return flowProblem('answers-nobody', { step: name }, ['operation'], {
    step: id,
    fixes: canBeCalled
      ? [flowFix('start-webhook', {}, { type: 'flow.set-start', start: { kind: 'webhook' } })]
      : [],
  });
}
