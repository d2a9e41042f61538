import type { Executor } from './executor.ts';
import { done, fromFields, refused } from './from-fields.ts';
import { givenText } from './given-text.ts';

/** Lets the message go on unchanged and keeps a line: the input of the step's record, with the run and its messages. */
export const log: Executor = {
  form: 'inline',
  make: (setup) =>
    fromFields(setup, (fields, { body }) => {
      const line = givenText(fields, 'line');
      return line.ok ? done({ line: line.value }, body) : refused(fields, line.reason);
    }),
};
