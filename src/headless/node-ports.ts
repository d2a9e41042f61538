import { randomUUID } from 'node:crypto';
import { createMemoryPorts, type MemoryPorts, type ServicePort } from '../runtime/index.ts';

/** One machine as a host of the engine: its clock, its timers and its chance; everything else in this process's memory. */
export function createNodePorts(service: ServicePort, sleep = sleepFor): MemoryPorts {
  return createMemoryPorts({ service, now: Date.now, uuid: randomUUID, sleep });
}

function sleepFor(ms: number): Promise<void> {
  return new Promise((resolve) => {
    if (ms <= 0) setImmediate(resolve);
    else setTimeout(resolve, ms);
  });
}
