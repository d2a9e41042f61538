import { settingsWithDefaults } from '../../catalog/index.ts';
import type { Executor } from './executor.ts';
import { takesTime } from './takes-time.ts';
import { millisecondsOf } from './units.ts';
import { wait } from './wait.ts';

/** Lets at most so many messages go on in any stretch of a second, a minute or an hour; the others wait. */
export const rateLimit: Executor = {
  form: 'calling',
  make(setup) {
    const { count, unit } = settingsWithDefaults(setup.operation, setup.step.settings);
    const stretchMs = millisecondsOf(1, unit);
    const most = typeof count === 'number' && count >= 1 ? Math.floor(count) : 1;
    /** When the last ones go on, the oldest first; taken before the wait, so that two never wait for the same moment. */
    const turns: number[] = [];
    return takesTime(setup, async ({ message, context }, io) => {
      const now = await setup.world.ports.now();
      const free = turns.length < most ? now : (turns.shift() ?? now) + stretchMs;
      const turn = Math.max(now, free);
      turns.push(turn);
      await wait(turn - now, setup.world, context);
      await io.give([message.body], false);
      return undefined;
    });
  },
};
