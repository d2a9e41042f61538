import type { Executor } from './executor.ts';
import { fromFields, refused } from './from-fields.ts';
import { givenText } from './given-text.ts';

const longestWords = 2_000;

/** Refuses each message with the words that the person wrote; the step says whether that stops the run. */
export const stop: Executor = {
  form: 'inline',
  make: (setup) =>
    fromFields(setup, (fields) => {
      const given = givenText(fields, 'words');
      if (!given.ok) return refused(fields, given.reason);
      const words = given.value.slice(0, longestWords);
      return refused(fields, {
        kind: 'terminal',
        code: 'steps.stopped',
        params: { words },
        fields: [],
      });
    }),
};
