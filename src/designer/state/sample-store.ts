import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StepSample } from '../../storage/contract.ts';

/** The current sample of each step of the open flow. */
export interface SampleState {
  readonly byStep: Readonly<Record<string, StepSample>>;
}

export interface SampleStore extends StoreApi<SampleState> {
  set(step: string, sample: StepSample | undefined): void;
  replaceAll(byStep: Readonly<Record<string, StepSample>>): void;
}

export function createSampleStore(): SampleStore {
  const store = createStore<SampleState>(() => ({ byStep: {} }));
  return {
    ...store,
    set: (step, sample) =>
      store.setState(({ byStep }) => {
        const { [step]: _old, ...others } = byStep;
        return { byStep: sample === undefined ? others : { ...others, [step]: sample } };
      }),
    replaceAll: (byStep) => store.setState({ byStep }),
  };
}
