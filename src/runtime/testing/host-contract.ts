import { describe } from 'vitest';
import { describeCalls } from './contract/calls.ts';
import { describeAnswersAndMemory } from './contract/answers-and-memory.ts';
import { describeBeginningLater } from './contract/beginning-later.ts';
import { describeFiles } from './contract/files.ts';
import { describeGroupsAndWays } from './contract/groups-and-ways.ts';
import { describeLimits } from './contract/limits.ts';
import { describeHeldWrites } from './contract/held-writes.ts';
import { describeOrderAndEnds } from './contract/order-and-ends.ts';
import { describeRefusals } from './contract/refusals.ts';
import { describeReports } from './contract/reports.ts';
import type { HostUnderTest } from './hosts.ts';
import { expectSound } from './sound-reports.ts';

/**
 * The rules R1-R7 as facts, for any host of the engine. A new host calls this with itself. Whatever a case is about, the
 * reports of its runs are sound.
 */
export function describeHost(name: string, host: HostUnderTest): void {
  const checked: HostUnderTest = {
    async run(ask) {
      const ran = await host.run(ask);
      expectSound(ran.events);
      return ran;
    },
  };
  describe(`the engine on ${name}`, () => {
    describeHeldWrites(checked);
    describeRefusals(checked);
    describeGroupsAndWays(checked);
    describeBeginningLater(checked);
    describeOrderAndEnds(checked);
    describeReports(checked);
    describeAnswersAndMemory(checked);
    describeLimits(checked);
    describeCalls(checked);
    describeFiles(checked);
  });
}
