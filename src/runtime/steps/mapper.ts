import { compileBinding, isBinding, type Evaluation } from '../../mapping/index.ts';
import { fromMapping } from '../failure.ts';
import type { Executor, Outcome } from './executor.ts';

/** Makes a new message from any earlier data. Nothing mapped yet: an empty group leaves. */
export const mapper: Executor = {
  form: 'inline',
  make({ step }) {
    const content = step.slots['input'];
    const mapping = compileBinding(
      content !== undefined && isBinding(content) ? content : { kind: 'object', props: {} },
    );
    return {
      run(message, context) {
        const made = mapping.evaluate(message.sources, context);
        return made instanceof Promise ? made.then(outcomeOf) : outcomeOf(made);
      },
    };
  },
};

function outcomeOf({ value, problems }: Evaluation): Outcome {
  const made = value === undefined ? {} : value;
  if (problems.length > 0) return { state: 'refused', failure: fromMapping(problems), input: made };
  return { state: 'done', outputs: [made], input: made };
}
