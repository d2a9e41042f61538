import { settingsWithDefaults } from '../../catalog/index.ts';
import type { Executor } from './executor.ts';
import { millisecondsOf } from './units.ts';
import { wait } from './wait.ts';

/** Every message waits before it goes on, one after the other. */
export const delay: Executor = {
  form: 'inline',
  make({ operation, step, world }) {
    const { amount, unit } = settingsWithDefaults(operation, step.settings);
    const ms = millisecondsOf(amount, unit);
    return {
      async run({ body }, context) {
        await wait(ms, world, context);
        return { state: 'done', outputs: [body] };
      },
    };
  },
};
