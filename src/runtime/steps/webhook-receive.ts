import type { Executor, Outcome } from './executor.ts';

/** Starts a flow with what somebody sent: the body of its firing message is what came in. */
export const webhookReceive: Executor = {
  form: 'inline',
  make() {
    return {
      run(message): Outcome {
        return { state: 'done', outputs: [message.body] };
      },
    };
  },
};
