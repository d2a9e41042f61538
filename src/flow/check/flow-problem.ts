import type { JsonPath, Problem, Severity, WordParams, Wording } from '../../shared/index.ts';
import type { Operation } from '../operation.ts';

/** A one-click mend: what it says and what it does. */
export interface FlowFix extends Wording {
  readonly operation: Operation;
}

/**
 * What is unfinished or cannot fit. `path` leads into the step (`['slots', 'input', 'email']`, `['credential']`,
 * `['settings', 'address']`, `['operation']`), or into the flow when there is no step (`['steps']`, `['start']`).
 */
export interface FlowProblem extends Problem<FlowFix> {
  readonly step?: string;
  readonly slot?: string;
}

export function flowProblem(
  code: string,
  params: WordParams,
  path: JsonPath,
  more: {
    readonly step?: string;
    readonly severity?: Severity;
    readonly fixes?: readonly FlowFix[];
  } = {},
): FlowProblem {
  return {
    code: `flow.${code}`,
    params,
    path,
    severity: more.severity ?? 'error',
    fixes: more.fixes ?? [],
    ...(more.step === undefined ? {} : { step: more.step }),
  };
}

export function flowFix(code: string, params: WordParams, operation: Operation): FlowFix {
  return { code: `flow.fix-${code}`, params, operation };
}
