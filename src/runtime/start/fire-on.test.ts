import { describe, expect, it } from 'vitest';
import { fakeClock, quiet } from '../testing/fake-ports.ts';
import { fireOn, type Firing, type FiringWorld, type TakeCall } from './fire-on.ts';
import { nextTimes } from './next-times.ts';

const minute = 60_000;

function listening(world: Partial<FiringWorld> = {}) {
  const clock = fakeClock(Date.UTC(2026, 2, 1, 10, 0, 30));
  const fired: Firing[] = [];
  const waits: (number | undefined)[] = [];
  return {
    clock,
    fired,
    waits,
    world: {
      now: () => Promise.resolve(clock.now()),
      sleep: (ms: number) => clock.sleep(ms),
      ...world,
    },
    listener: {
      fire(firing: Firing) {
        fired.push(firing);
        return Promise.resolve();
      },
      waiting(until: number | undefined) {
        waits.push(until);
      },
    },
  };
}

describe('nextTimes', () => {
  it('tells the next mornings in the zone of the schedule, across the change to summer time', () => {
    const times = nextTimes('0 9 * * *', 'Europe/Berlin', Date.UTC(2026, 2, 28, 7, 0), 3);
    expect(times?.map((time) => new Date(time).toISOString())).toEqual([
      '2026-03-28T08:00:00.000Z',
      '2026-03-29T07:00:00.000Z',
      '2026-03-30T07:00:00.000Z',
    ]);
  });

  it('gives nothing for words that are no schedule and for a zone that does not exist', () => {
    expect(nextTimes('every day', 'UTC', 0, 1)).toBeUndefined();
    expect(nextTimes('0 9 * * *', 'Mars/Olympus', 0, 1)).toBeUndefined();
  });
});

describe('a flow on a schedule', () => {
  it('fires at each full minute and says when the next one is', async () => {
    const { clock, fired, waits, world, listener } = listening();
    fireOn({ kind: 'schedule', cron: '* * * * *', timeZone: 'UTC' }, world, listener);
    await clock.advance(2 * minute);
    expect(fired.map(({ at }) => new Date(at).toISOString())).toEqual([
      '2026-03-01T10:01:00.000Z',
      '2026-03-01T10:02:00.000Z',
    ]);
    expect(waits[0]).toBe(Date.UTC(2026, 2, 1, 10, 1));
  });

  it('fires no more after it was stopped', async () => {
    const { clock, fired, world, listener } = listening();
    const stop = fireOn({ kind: 'schedule', cron: '* * * * *', timeZone: 'UTC' }, world, listener);
    await clock.advance(minute);
    stop();
    await clock.advance(5 * minute);
    expect(fired).toHaveLength(1);
  });

  it('skips the times that pass while it still works on one', async () => {
    const { clock, fired, world, listener } = listening();
    const slow = {
      ...listener,
      fire: async (firing: Firing) => {
        fired.push(firing);
        await clock.sleep(3 * minute);
      },
    };
    fireOn({ kind: 'schedule', cron: '* * * * *', timeZone: 'UTC' }, world, slow);
    await clock.advance(6 * minute);
    expect(fired.map(({ at }) => new Date(at).toISOString())).toEqual([
      '2026-03-01T10:01:00.000Z',
      '2026-03-01T10:05:00.000Z',
    ]);
  });
});

describe('a flow that looks for something new', () => {
  it('looks at once and then every so many seconds', async () => {
    const { clock, fired, world, listener } = listening();
    fireOn({ kind: 'poll', everySeconds: 10 }, world, listener);
    await clock.advance(25_000);
    expect(fired.map(({ at, onlyNew }) => [at - Date.UTC(2026, 2, 1, 10, 0, 30), onlyNew])).toEqual(
      [
        [0, true],
        [10_000, true],
        [20_000, true],
      ],
    );
  });
});

describe('a flow that is called', () => {
  it('fires once for each call, one after the other, in the order of the calls', async () => {
    let take: TakeCall = () => undefined;
    const call = (message: string): void => void take({ message });
    const order: string[] = [];
    const { clock, world, listener } = listening({
      receive: (onCall) => {
        take = onCall;
        return () => {
          order.push('stopped');
        };
      },
    });
    const stop = fireOn({ kind: 'webhook' }, world, {
      ...listener,
      async fire({ received }) {
        order.push(`begins ${String(received?.[0])}`);
        await clock.sleep(1000);
        order.push(`ends ${String(received?.[0])}`);
      },
    });
    call('a');
    call('b');
    await clock.advance(2000);
    stop();
    await quiet();
    expect(order).toEqual(['begins a', 'ends a', 'begins b', 'ends b', 'stopped']);
  });

  it('R2 asks whoever hands calls over to pause while many wait, until there is room or it is stopped', async () => {
    let take: TakeCall = () => undefined;
    const { clock, world, listener } = listening({
      receive: (onCall) => {
        take = onCall;
        return () => undefined;
      },
    });
    const stop = fireOn({ kind: 'webhook' }, world, { ...listener, fire: () => clock.sleep(1000) });
    const hand = async (): Promise<number> => {
      for (let calls = 1; ; calls++) {
        const pause = take({ message: calls });
        if (pause === undefined) continue;
        goesOn = pause.then(() => true);
        return calls;
      }
    };
    let goesOn: Promise<boolean> = Promise.resolve(false);
    expect(await hand()).toBe(101);
    await clock.advance(1000);
    expect(await goesOn).toBe(true);
    expect(await hand()).toBe(1);
    stop();
    expect(await goesOn).toBe(true);
  });
});

describe('a flow that starts by hand', () => {
  it('never fires by itself', async () => {
    const { clock, fired, world, listener } = listening();
    fireOn({ kind: 'manual' }, world, listener);
    await clock.advance(60 * minute);
    expect(fired).toEqual([]);
  });
});
