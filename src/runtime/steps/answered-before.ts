import { terminal } from '../failure.ts';
import type { RecordedAnswer } from '../run-request.ts';
import type { Calling, PreparedCall } from './executor.ts';

/**
 * A step that would ask a service, or call another flow, gets the answers of an earlier run instead. What it would send is made as ever, so
 * that it can be looked at. A step that only takes its time does so.
 */
export function answeredBefore(
  calling: Calling,
  answers: Readonly<Record<string, RecordedAnswer>>,
): Calling {
  const messages = new WeakMap<PreparedCall, string>();
  return {
    prepare(message, context) {
      const prepared = calling.prepare(message, context);
      return prepared instanceof Promise ? prepared.then(named) : named(prepared);

      function named(known: Awaited<typeof prepared>): Awaited<typeof prepared> {
        if (known.ok) messages.set(known.call, message.id);
        return known;
      }
    },
    async perform(call, io) {
      if (call.preview === undefined) return calling.perform(call, io);
      const id = messages.get(call) ?? '';
      const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
      if (answer === undefined) return terminal('runs.no-recorded-answer');
      if ('failure' in answer) return answer.failure;
      await io.give(answer.output, false);
      return undefined;
    },
  };
}
