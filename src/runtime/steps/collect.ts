import type { Evaluation } from '../../mapping/index.ts';
import { gathersOf, type Gathers } from '../../flow/index.ts';
import { fromMapping } from '../failure.ts';
import type { Executor, Outcome } from './executor.ts';
import { slotOrBody } from './slot-value.ts';

/**
 * One list of many messages: of the nearest "for each", or of the whole run (`of`), cut into lists of at most `size`.
 * Lists have their entries in the order in which the messages were made. Where nothing came, nothing leaves.
 */
export const collect: Executor = {
  form: 'gathering',
  make({ step, operation }) {
    const { of, most, everyMs } = gathersOf(step, operation) ?? wholeGroup;
    const valueOf = slotOrBody(step, 'input');
    return {
      of,
      most,
      everyMs,
      take(message, context) {
        const made = valueOf(message, context);
        return made instanceof Promise ? made.then(outcomeOf) : outcomeOf(made);
      },
      give: (list) => ({ list, count: list.length }),
    };
  },
};

const wholeGroup: Gathers = {
  of: 'group',
  most: Number.POSITIVE_INFINITY,
  everyMs: undefined,
};

function outcomeOf({ value = null, problems }: Evaluation): Outcome {
  return problems.length > 0
    ? { state: 'refused', failure: fromMapping(problems), input: value }
    : { state: 'done', outputs: [value], input: value };
}
