import { createBlobFiles, type Json, type KeptFiles } from '../shared/index.ts';
import type { MessageRecord } from './message-record.ts';
import type { ArrivingMessage } from './run-request.ts';
import { KeptRecords } from './kept-records.ts';
import { neverAborted, type HostPorts, type ServicePort } from './ports.ts';

export interface MemoryPortsOptions {
  readonly service: ServicePort;
  /** Milliseconds since 1970; without it time stands still. */
  readonly now?: () => number;
  /** Without it nobody ever waits: retries follow at once. */
  readonly sleep?: (ms: number) => Promise<void>;
  readonly uuid?: () => string;
  /** The same that the service has; without it none of the service's are found. */
  readonly files?: KeptFiles;
  /** Records kept of each step: so many first ones and so many last ones. */
  readonly recordsKept?: number;
}

export interface MemoryPorts extends HostPorts {
  readonly kept: KeptRecords;
}

/** Everything of a run in the memory of one thread: for the page, for one machine, for tests and measurements. */
export function createMemoryPorts(options: MemoryPortsOptions): MemoryPorts {
  const { service, now = () => 0, sleep = () => Promise.resolve(), uuid = counter() } = options;
  const { files = createBlobFiles() } = options;
  const state = new Map<string, Json>();
  const kept = new KeptRecords(options.recordsKept);
  return {
    kept,
    service,
    files,
    uuid,
    sleep,
    step: (_key, act) => act(neverAborted),
    all: (branches, limit) => allOf(branches, limit),
    now: () => Promise.resolve(now()),
    state: {
      get: (key) => Promise.resolve(state.get(key)),
      set(key, value) {
        state.set(key, value);
        return Promise.resolve();
      },
    },
    signal: createMailbox(),
    records: {
      keep(step: string, record: MessageRecord, came?: ArrivingMessage) {
        kept.keep(step, record, came);
      },
    },
  };
}

/** Runs branches together, at most `limit` at a time; results in the order of the branches. The first failure rejects. */
export async function allOf<Value>(
  branches: readonly (() => Promise<Value>)[],
  limit = branches.length,
): Promise<Value[]> {
  if (limit >= branches.length) return Promise.all(branches.map((branch) => branch()));
  const results = new Array<Value>(branches.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < branches.length; at = next++)
      results[at] = await (branches[at] as () => Promise<Value>)();
  };
  await Promise.all(Array.from({ length: Math.max(1, limit) }, worker));
  return results;
}

/** What is sent before somebody waits for it is kept for the next one who does. */
export function createMailbox(): HostPorts['signal'] {
  const waiting = new Map<string, ((value: Json) => void)[]>();
  const arrived = new Map<string, Json[]>();
  return {
    wait(name) {
      const value = arrived.get(name)?.shift();
      if (value !== undefined) return Promise.resolve(value);
      return new Promise((resolve) => {
        waiting.set(name, [...(waiting.get(name) ?? []), resolve]);
      });
    },
    send(name, value) {
      const receiver = waiting.get(name)?.shift();
      if (receiver !== undefined) receiver(value);
      else arrived.set(name, [...(arrived.get(name) ?? []), value]);
    },
  };
}

function counter(): () => string {
  let count = 0;
  return () => `id-${String(++count)}`;
}
