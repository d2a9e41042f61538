import type { Component, Operation } from '../../catalog/index.ts';
import type { FlowProblem } from '../../flow/index.ts';
import type { StepTab } from '../state/view-store.ts';

/** How far a part of a step is: filled, unfinished, or in conflict. */
export type TabMark = 'done' | 'open' | 'wrong' | undefined;

/** The parts a step has, in the order in which a newcomer fills them. What a step does not need is absent. */
export function tabsOf(
  component: Component | undefined,
  operation: Operation | undefined,
): readonly StepTab[] {
  if (component === undefined) return ['operation'];
  const tabs: StepTab[] = ['operation'];
  if (component.credentials.length > 0) tabs.push('credential');
  if (operation === undefined) return tabs;
  if (Object.keys(operation.settings?.properties ?? {}).length > 0) tabs.push('settings');
  if (Object.keys(operation.slots).length > 0) tabs.push('mapping');
  return [...tabs, 'test'];
}

/** The tab after this one; undefined at the last. */
export function tabAfter(tabs: readonly StepTab[], tab: StepTab): StepTab | undefined {
  return tabs[tabs.indexOf(tab) + 1];
}

/** Where in the panel a problem of a step is mended. */
export function tabOfProblem({ path, slot }: Pick<FlowProblem, 'path' | 'slot'>): StepTab {
  if (slot !== undefined || path[0] === 'slots') return 'mapping';
  return path[0] === 'credential' || path[0] === 'settings' ? path[0] : 'operation';
}
