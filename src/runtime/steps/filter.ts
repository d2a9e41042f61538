import { compileCondition, isBinding, type Tested } from '../../mapping/index.ts';
import type { Json } from '../../shared/index.ts';
import { fromMapping } from '../failure.ts';
import type { Executor, Outcome } from './executor.ts';

/** Lets a message pass, unchanged, when its condition holds. No condition yet: everything passes. */
export const filter: Executor = {
  form: 'inline',
  make({ step }) {
    const content = step.slots['condition'];
    const condition = compileCondition(
      content !== undefined && !isBinding(content) ? content : { all: [] },
    );
    return {
      run(message, context) {
        const tested = condition.test(message.sources, context);
        const input = message.body;
        return tested instanceof Promise
          ? tested.then((known) => outcomeOf(known, input))
          : outcomeOf(tested, input);
      },
    };
  },
};

function outcomeOf({ holds, problems }: Tested, input: Json): Outcome {
  if (problems.length > 0) return { state: 'refused', failure: fromMapping(problems), input };
  return holds ? { state: 'done', outputs: [input], input } : { state: 'dropped', input };
}
