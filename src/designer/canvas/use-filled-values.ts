import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { FilledValue, filledValues, Step } from '../../flow/index.ts';
import { firstViewStands } from '../state/first-view.ts';
import { useWorkbench } from '../state/workbench.ts';

type Read = typeof filledValues;

const reader = createStore<{ readonly read: Read | undefined }>(() => ({ read: undefined }));
let asked: Promise<void> | undefined;
const none: readonly FilledValue[] = [];

/** What a person has written into the step's fields; nothing until the first view stands. */
export function useFilledValues(step: Step | undefined): readonly FilledValue[] {
  const { catalog } = useWorkbench();
  asked ??= firstViewStands()
    .then(() => import('./read-filled-values.ts'))
    .then(({ filledValues: read }) => reader.setState({ read }));
  const read = useStore(reader, (state) => state.read);
  return step === undefined ? none : (read?.(step, catalog) ?? none);
}
