import { compileBinding, isBinding, type EvaluationContext } from '../../mapping/index.ts';
import type { Json } from '../../shared/index.ts';
import { type Failure, fromMapping } from '../failure.ts';
import type { Message } from '../message.ts';
import type { Calling, CallIo, Prepared, PreparedCall, StepSetup } from './executor.ts';

/** What such a step works on. */
export interface At {
  /** What its fields hold. */
  readonly fields: Json;
  readonly message: Message;
  readonly context: EvaluationContext;
}

interface PreparedAt extends PreparedCall, At {}

/**
 * A step that asks no service, and takes its time: messages wait at its desk, and the rest of the run goes on. A step
 * without fields has the message itself as its input.
 */
export function takesTime(
  { step, operation }: StepSetup,
  work: (at: At, io: CallIo) => Promise<Failure | undefined>,
): Calling {
  const content = step.slots['input'];
  const mapping =
    operation.slots['input'] === undefined
      ? undefined
      : compileBinding(
          content !== undefined && isBinding(content) ? content : { kind: 'object', props: {} },
        );
  return {
    prepare(message, context) {
      const prepared = (fields: Json): Prepared => {
        const call: PreparedAt = { input: fields, fields, message, context };
        return { ok: true, call };
      };
      if (mapping === undefined) return prepared(message.body);
      const filled = ({
        value = {},
        problems,
      }: Awaited<ReturnType<typeof mapping.evaluate>>): Prepared =>
        problems.length > 0
          ? { ok: false, failure: fromMapping(problems), input: value }
          : prepared(value);
      const made = mapping.evaluate(message.sources, context);
      return made instanceof Promise ? made.then(filled) : filled(made);
    },
    perform: (call, io) => work(call as PreparedAt, io), // made by `prepare` above, and handed back as it is
  };
}
