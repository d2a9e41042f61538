import type { Json } from '../shared/index.ts';
import type { HostPorts } from '../runtime/index.ts';

/**
 * What polled flows have seen, as long as the page is open. A flow that polls in a page starts afresh when the page
 * is opened again: its first look only remembers. (A server keeps it in its store.)
 */
export function createPollState(): HostPorts['state'] {
  const seen = new Map<string, Json>();
  return {
    get: (key) => Promise.resolve(seen.get(key)),
    set(key, value) {
      seen.set(key, value);
      return Promise.resolve();
    },
  };
}
