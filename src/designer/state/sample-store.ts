import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Json } from '../../shared/index.ts';

/** What a step gave when it last ran, or was made up from its schema. */
export interface StepSample {
  readonly origin: 'recorded' | 'by-hand' | 'schema';
  readonly messages: readonly Json[];
  /** Ids under which the next steps got the messages: they tell what belongs together. */
  readonly ids?: readonly string[];
  /** Milliseconds since 1970, of a recording. */
  readonly at?: number;
}

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
