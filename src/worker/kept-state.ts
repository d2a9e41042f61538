/**
 * What steps remember from run to run, in the browser's own store: it outlives the page. Where the browser keeps
 * nothing (a private window), it is remembered as long as the page is open.
 *
 * 1. Only keys that passed are kept here. What a polled list has shown is not: an open page looks afresh.
 */
import { isKeptKeys } from '../runtime/contract.ts';
import type { HostPorts } from '../runtime/index.ts';
import type { Database } from '../storage/contract.ts';

export function createKeptState(
  inMemory: HostPorts['state'],
  open: () => Promise<Pick<Database, 'memories'>>,
): HostPorts['state'] {
  return {
    async get(key) {
      if (!isKeptKeys(key)) return inMemory.get(key);
      try {
        const { memories } = await open();
        return (await memories.get(key))?.value ?? (await inMemory.get(key));
      } catch {
        return inMemory.get(key);
      }
    },
    async set(key, value) {
      if (!isKeptKeys(key)) return inMemory.set(key, value);
      try {
        const { memories } = await open();
        await memories.put({ key, value });
      } catch {
        await inMemory.set(key, value);
      }
    },
  };
}
