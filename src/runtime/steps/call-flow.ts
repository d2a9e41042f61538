import { calledFlowOf } from '../../flow/index.ts';
import { refusedAt } from '../failure.ts';
import type { Executor, Prepared, StepSetup } from './executor.ts';
import { takesTime } from './takes-time.ts';

/**
 * Calls another flow with a message, and gives what that answers. The call is shown and held as one, where the called
 * flow writes anything: its later writes depend on what its services answer, so they cannot be shown before.
 */
export const callFlow: Executor = {
  form: 'calling',
  make(setup) {
    const { step, operation, effect, world } = setup;
    const flow = calledFlowOf(step, operation);
    const name = nameChosen(step, operation) ?? world.calls?.nameOf(flow ?? '') ?? flow ?? '';
    const refusal =
      flow === undefined || world.calls === undefined
        ? refusedAt('steps.call-nothing', [])
        : world.calls.whyNot(flow, name);
    const calling = takesTime(setup, async ({ fields, message }, io) => {
      if (flow === undefined || world.calls === undefined) return refusal;
      const key = `${message.id}/${step.id}`;
      const answered = await world.calls.run(flow, fields, key, effect !== 'read');
      if (!answered.ok) return answered.reason;
      await io.give([answered.value], false);
      return undefined;
    });
    const checked = (made: Prepared): Prepared => {
      if (!made.ok) return made;
      const { input } = made.call;
      if (refusal !== undefined) return { ok: false, failure: refusal, input };
      const preview = { method: 'CALL', address: name, headers: [], body: input };
      return { ok: true, call: { ...made.call, preview } };
    };
    return {
      prepare(message, context) {
        const made = calling.prepare(message, context);
        return made instanceof Promise ? made.then(checked) : checked(made);
      },
      perform: (call, io) => calling.perform(call, io),
    };
  },
};

/** As the person chose it: also where the flow is not here, and the same whenever the call is looked at again. */
function nameChosen(
  { labels = {} }: StepSetup['step'],
  { callsFlow }: StepSetup['operation'],
): string | undefined {
  const at = `/settings/${callsFlow ?? ''}`;
  return Object.hasOwn(labels, at) ? labels[at] : undefined;
}
