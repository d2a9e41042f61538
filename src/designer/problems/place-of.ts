import type { FlowProblem } from '../../flow/index.ts';
import type { JsonPath } from '../../shared/index.ts';
import type { StepTab } from '../state/view-store.ts';

/** Where in the step panel a problem is mended: the tab, and the field in it. */
export function placeOfProblem({ path }: Pick<FlowProblem, 'path'>): {
  readonly tab: StepTab;
  readonly field?: JsonPath;
} {
  const [part, ...rest] = path;
  if (part === 'credential') return { tab: 'credential' };
  if (part === 'settings') return { tab: 'settings', field: rest };
  if (part === 'slots') return { tab: 'mapping', field: rest.slice(1) };
  return { tab: 'operation' };
}
