import { createMemoryPorts, type MemoryPorts } from '../memory-ports.ts';
import { fakeService, type FakeService, type Script } from './fake-service.ts';

export interface FakePorts extends MemoryPorts {
  readonly service: FakeService;
  readonly clock: FakeClock;
}

/** Time that a test moves by hand. */
export interface FakeClock {
  readonly now: () => number;
  sleep(ms: number): Promise<void>;
  /** Moves time on, waking sleepers in the order of their times and letting them act in between. */
  advance(ms: number): Promise<void>;
  /** How many wait. */
  readonly sleeping: number;
}

export const fakeStart = Date.UTC(2026, 2, 1, 10, 0, 0);

export function fakeClock(start = fakeStart): FakeClock {
  let time = start;
  let sleepers: { until: number; wake: () => void }[] = [];
  return {
    now: () => time,
    get sleeping() {
      return sleepers.length;
    },
    sleep(ms) {
      if (ms <= 0) return Promise.resolve();
      return new Promise((wake) => sleepers.push({ until: time + ms, wake }));
    },
    async advance(ms) {
      const end = time + ms;
      await quiet();
      for (;;) {
        const [next] = sleepers
          .filter(({ until }) => until <= end)
          .toSorted((one, other) => one.until - other.until);
        if (next === undefined) break;
        sleepers = sleepers.filter((sleeper) => sleeper !== next);
        time = next.until;
        next.wake();
        await quiet();
      }
      time = end;
    },
  };
}

/** Lets everything that can go on without time go on. */
export async function quiet(turns = 200): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await Promise.resolve();
}

/** Ports for tests: a service by script, time by hand, records kept. */
export function fakePorts(script: Script, clock = fakeClock()): FakePorts {
  const service = fakeService(script);
  const ports = createMemoryPorts({ service, now: clock.now, sleep: clock.sleep.bind(clock) });
  return { ...ports, service, clock };
}
