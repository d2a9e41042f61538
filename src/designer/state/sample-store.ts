import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StepSample } from '../../storage/contract.ts';

/** The current sample of each step of the open flow. */
export interface SampleState {
  readonly byStep: Readonly<Record<string, StepSample>>;
}

export interface SampleStore extends StoreApi<SampleState> {
  set(step: string, sample: StepSample | undefined): void;
  replaceAll(byStep: Readonly<Record<string, StepSample>>): void;
  /** How what the browser keeps beside the open flow (contents and names of samples) gets here: once, after the first view. */
  readBy(read: () => Promise<void>): void;
  /** Resolves when that is here, and fetches it at once: who acts on samples and does not wait takes invented ones, or writes over kept ones. */
  whenRead(): Promise<void>;
}

export function createSampleStore(): SampleStore {
  const store = createStore<SampleState>(() => ({ byStep: {} }));
  let whenRead = (): Promise<void> => Promise.resolve();
  return {
    ...store,
    set: (step, sample) =>
      store.setState(({ byStep }) => {
        const { [step]: _old, ...others } = byStep;
        return { byStep: sample === undefined ? others : { ...others, [step]: sample } };
      }),
    replaceAll: (byStep) => store.setState({ byStep }),
    readBy(read) {
      whenRead = once(read);
    },
    whenRead: () => whenRead(),
  };
}

/** What cannot be read is read again by who asks next. */
function once(read: () => Promise<void>): () => Promise<void> {
  let reading: Promise<void> | undefined;
  return () => {
    reading ??= read().catch((cause: unknown) => {
      reading = undefined;
      throw cause;
    });
    return reading;
  };
}
