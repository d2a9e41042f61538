import { writeJson, type Json } from '../../shared/index.ts';
import type { Evaluation } from '../../mapping/index.ts';
import { fromMapping } from '../failure.ts';
import type { Message } from '../message.ts';
import type { Executor, Outcome } from './executor.ts';
import { slotOrBody } from './slot-value.ts';

/**
 * Lets the first message of each key pass, unchanged, and leaves later ones of the same key out. Without a key the
 * whole message is compared. A message whose key is empty always passes: nothing says that it was there before.
 */
export const deduplicate: Executor = {
  form: 'inline',
  make({ step }) {
    const keyOf = slotOrBody(step, 'key');
    const seen = new Set<string>();
    const outcomeOf = ({ value = null, problems }: Evaluation, { body }: Message): Outcome => {
      if (problems.length > 0)
        return { state: 'refused', failure: fromMapping(problems), input: body };
      if (value === null || value === '') return { state: 'done', outputs: [body], input: body };
      const key = nameOf(value);
      if (seen.has(key)) return { state: 'dropped', input: body };
      seen.add(key);
      return { state: 'done', outputs: [body], input: body };
    };
    return {
      run(message, context) {
        const made = keyOf(message, context);
        return made instanceof Promise
          ? made.then((known) => outcomeOf(known, message))
          : outcomeOf(made, message);
      },
    };
  },
};

/** The text "1" and the number 1 are different keys, as they are different values. */
function nameOf(value: Json): string {
  return writeJson(value);
}
