import type { Flow } from '../flow-document.ts';
import { changed, insertAt, refused, replaceAt, type Applied, type OperationOf } from './change.ts';

/** Which samples a step has, by name; their contents are kept elsewhere, by hash. */
export const sampleOperations = {
  'sample.set'(flow: Flow, operation: OperationOf<'sample.set'>): Applied {
    const { step, name, sample } = operation;
    if (!flow.steps.some(({ id }) => id === step)) return refused('unknown-step');
    if (sample !== undefined && (sample.step !== step || sample.name !== name))
      return refused('sample-of-other-step');
    const at = flow.samples.findIndex((entry) => entry.step === step && entry.name === name);
    const old = flow.samples[at];
    const samples =
      sample === undefined
        ? flow.samples.filter((entry) => entry !== old)
        : old === undefined
          ? insertAt(flow.samples, operation.at, sample)
          : replaceAt(flow.samples, at, sample);
    return changed(
      { ...flow, samples },
      { type: 'sample.set', step, name, sample: old, ...(old === undefined ? {} : { at }) },
    );
  },
};
