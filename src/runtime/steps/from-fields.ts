import {
  compileBinding,
  isBinding,
  type Evaluation,
  type EvaluationContext,
} from '../../mapping/index.ts';
import type { Json } from '../../shared/index.ts';
import { type Failure, fromMapping } from '../failure.ts';
import type { Message } from '../message.ts';
import type { Inline, Outcome, StepSetup } from './executor.ts';

type Work = (
  fields: Json,
  message: Message,
  context: EvaluationContext,
) => Outcome | Promise<Outcome>;

/** A step that works on what its fields hold for each message; what could not be filled in refuses it before. */
export function fromFields({ step }: StepSetup, work: Work): Inline {
  const content = step.slots['input'];
  const mapping = compileBinding(
    content !== undefined && isBinding(content) ? content : { kind: 'object', props: {} },
  );
  const filled = (
    { value, problems }: Evaluation,
    message: Message,
    context: EvaluationContext,
  ): Outcome | Promise<Outcome> => {
    const fields = value === undefined ? {} : value;
    return problems.length > 0
      ? refused(fields, fromMapping(problems))
      : work(fields, message, context);
  };
  return {
    run(message, context) {
      const made = mapping.evaluate(message.sources, context);
      return made instanceof Promise
        ? made.then((known) => filled(known, message, context))
        : filled(made, message, context);
    },
  };
}

export function done(input: Json, ...outputs: readonly Json[]): Outcome {
  return { state: 'done', outputs, input };
}

export function refused(input: Json, failure: Failure): Outcome {
  return { state: 'refused', failure, input };
}
