import { settingsWithDefaults } from '../../catalog/index.ts';
import type { Executor } from './executor.ts';
import { takesTime } from './takes-time.ts';
import { millisecondsOf } from './units.ts';
import { wait } from './wait.ts';

/** Every message waits before it goes on; as many at the same time as the step works on in parallel. */
export const delay: Executor = {
  form: 'calling',
  make(setup) {
    const { amount, unit } = settingsWithDefaults(setup.operation, setup.step.settings);
    const ms = millisecondsOf(amount, unit);
    return takesTime(setup, async ({ message, context }, io) => {
      await wait(ms, setup.world, context);
      await io.give([message.body], false);
      return undefined;
    });
  },
};
