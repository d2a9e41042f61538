import { requiredOf } from '../../shared/index.ts';
import type { Component, Operation } from '../../catalog/index.ts';
import { branchesSlot } from '../state/branches-slot.ts';
import type { StepTab } from '../state/view-store.ts';

/**
 * How far a part of a step is: done by the person (or nothing is needed and they have seen it), unfinished, worth a
 * look, or refused by the service. Nothing = nothing is needed, and nobody has looked yet.
 */
export type TabMark = 'done' | 'open' | 'look' | 'wrong' | undefined;
export type TabMarks = Readonly<Partial<Record<StepTab, TabMark>>>;

/**
 * The parts a step has, in the order in which a newcomer fills them. What a step does not need is absent; settings
 * that nobody has to make come after the fields.
 */
export function tabsOf(
  component: Component | undefined,
  operation: Operation | undefined,
): readonly StepTab[] {
  if (component === undefined) return ['operation'];
  const tabs: StepTab[] = ['operation'];
  if (component.credentials.length > 0) tabs.push('credential');
  if (operation === undefined) return tabs;
  const { settings, branches } = operation;
  // What the branches hold is chosen where they are shown.
  const elsewhere: readonly (string | undefined)[] = [branches?.list, branches?.match];
  const hasSettings = Object.keys(settings?.properties ?? {}).some(
    (name) => !elsewhere.includes(name),
  );
  const settingsFirst = settings !== undefined && requiredOf(settings, settings).length > 0;
  if (hasSettings && settingsFirst) tabs.push('settings');
  if (slotsShown(operation).length > 0) tabs.push('mapping');
  if (hasSettings && !settingsFirst) tabs.push('settings');
  return [...tabs, 'test'];
}

/** The slots that have a form each; all branches have one together. */
export function slotsShown(operation: Operation | undefined): readonly string[] {
  const slots = Object.keys(operation?.slots ?? {});
  return operation?.branches === undefined ? slots : [...slots, branchesSlot];
}

/** Where a newcomer goes on: the next part that is not done, then an earlier one where something is missing, then the test. */
export function nextTab(
  tabs: readonly StepTab[],
  tab: StepTab,
  marks: TabMarks,
): StepTab | undefined {
  if (tab === 'test' || !tabs.includes('test')) return undefined;
  const at = tabs.indexOf(tab);
  const isDue = (one: StepTab) =>
    one !== 'test' && one !== tab && (one === 'settings' ? isOpen(one) : marks[one] !== 'done');
  const isOpen = (one: StepTab) => marks[one] === 'open';
  return (
    tabs.slice(at + 1).find(isDue) ??
    tabs.slice(0, at).find((one) => isDue(one) && isOpen(one)) ??
    'test'
  );
}
