import type { FlowProblem } from '../../flow/index.ts';
import type { JsonPath } from '../../shared/index.ts';
import type { StepTab } from './view-store.ts';

/** In which part of its step a problem is mended. */
export function tabOfProblem({ path, slot }: Pick<FlowProblem, 'path' | 'slot'>): StepTab {
  if (slot !== undefined || path[0] === 'slots') return 'mapping';
  return path[0] === 'credential' || path[0] === 'settings' ? path[0] : 'operation';
}

/** Where in the step panel a problem is mended: the part, and the field in it. */
export function placeOfProblem(problem: Pick<FlowProblem, 'path' | 'slot'>): {
  readonly tab: StepTab;
  readonly field?: JsonPath;
} {
  const { path } = problem;
  const tab = tabOfProblem(problem);
  if (path[0] === 'settings') return { tab, field: path.slice(1) };
  if (path[0] === 'slots') return { tab, field: path.slice(2) };
  return { tab };
}

/** The order in which a newcomer mends. */
const order: readonly StepTab[] = ['operation', 'credential', 'settings', 'mapping', 'test'];

/** The part of a step in which something is missing, the earliest first; undefined where nothing is. */
export function openTab(problems: readonly FlowProblem[]): StepTab | undefined {
  const open = new Set(
    problems.filter(({ severity }) => severity === 'error').map((problem) => tabOfProblem(problem)),
  );
  return order.find((tab) => open.has(tab));
}
