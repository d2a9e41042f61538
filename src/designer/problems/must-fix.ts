import type { FlowProblem } from '../../flow/index.ts';

/** The empty canvas says itself that it is empty. */
export function isShown({ path }: Pick<FlowProblem, 'path'>): boolean {
  return path[0] !== 'steps';
}

/** As long as there is one, the flow does not run from its start to its end. */
export function isMustFix(problem: Pick<FlowProblem, 'path' | 'severity'>): boolean {
  return problem.severity === 'error' && isShown(problem);
}
