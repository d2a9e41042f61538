import { settingsWithDefaults } from '../../catalog/index.ts';
import type { Executor } from './executor.ts';
import { millisecondsOf } from './units.ts';
import { wait } from './wait.ts';

/** Lets at most so many messages go on in any stretch of a second, a minute or an hour; the others wait. */
export const rateLimit: Executor = {
  form: 'inline',
  make({ operation, step, world }) {
    const { count, unit } = settingsWithDefaults(operation, step.settings);
    const stretchMs = millisecondsOf(1, unit);
    const most = typeof count === 'number' && count >= 1 ? Math.floor(count) : 1;
    /** When the last ones went on, the oldest first. */
    const passed: number[] = [];
    return {
      async run({ body }, context) {
        let now = await world.ports.now();
        if (passed.length >= most) {
          const free = (passed.shift() ?? now) + stretchMs;
          if (free > now) await wait(free - now, world, context);
          now = Math.max(free, now);
        }
        passed.push(now);
        return { state: 'done', outputs: [body] };
      },
    };
  },
};
