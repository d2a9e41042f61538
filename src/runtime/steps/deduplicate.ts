import { remembersRuns } from '../../flow/index.ts';
import { writeJson, type Json } from '../../shared/index.ts';
import type { Evaluation } from '../../mapping/index.ts';
import { fromMapping } from '../failure.ts';
import type { Message } from '../message.ts';
import type { Executor, Outcome } from './executor.ts';
import { fingerprintOf } from './key-fingerprint.ts';
import { KeptKeys } from './kept-keys.ts';
import { slotOrBody } from './slot-value.ts';

/** Characters of a key that is remembered as it is: to make a fingerprint takes a promise. */
const longestWhole = 64;

/**
 * Lets the first message of each key pass, unchanged, and leaves later ones of the same key out: of this run, or of
 * earlier ones too. Without a key the whole message is compared. A message whose key is empty always passes: nothing
 * says that it was there before. Of a long key only its fingerprint is remembered.
 */
export const deduplicate: Executor = {
  form: 'inline',
  make({ step, operation, flow, world }) {
    const keyOf = slotOrBody(step, 'key');
    const seen = new Set<string>();
    const kept = remembersRuns(step, operation)
      ? new KeptKeys(world.remembers === true ? world.ports.state : undefined, flow, step.id)
      : undefined;
    const isFirst = (name: string): boolean => {
      if (seen.has(name)) return false;
      seen.add(name);
      return true;
    };
    const isNew = (key: string, origin: number): boolean | Promise<boolean> => {
      if (kept !== undefined) return kept.isNew(key, origin);
      return key.length <= longestWhole ? isFirst(key) : fingerprintOf(key).then(isFirst);
    };
    const outcomeOf = (
      { value = null, problems }: Evaluation,
      { body, origin }: Message,
    ): Outcome | Promise<Outcome> => {
      if (problems.length > 0)
        return { state: 'refused', failure: fromMapping(problems), input: body };
      if (value === null || value === '') return passes(body, true);
      const first = isNew(nameOf(value), origin);
      return first instanceof Promise
        ? first.then((known) => passes(body, known))
        : passes(body, first);
    };
    return {
      run(message, context) {
        const made = keyOf(message, context);
        return made instanceof Promise
          ? made.then((known) => outcomeOf(known, message))
          : outcomeOf(made, message);
      },
      ...(kept === undefined
        ? {}
        : { begin: () => kept.begin(), end: (undone) => kept.keep(undone) }),
    };
  },
};

function passes(body: Json, isFirst: boolean): Outcome {
  return isFirst
    ? { state: 'done', outputs: [body], input: body }
    : { state: 'dropped', input: body };
}

/** The text "1" and the number 1 are different keys, as they are different values. */
function nameOf(value: Json): string {
  return writeJson(value);
}
