import type { Operation } from '../../catalog/index.ts';
import type { Executor } from './executor.ts';
import { filter } from './filter.ts';
import { httpCall } from './http-call.ts';
import { mapper } from './mapper.ts';
import { webhookReceive } from './webhook-receive.ts';

/** By transport, or for `core` by the executor's name in the description. A component's id is never looked at. */
const byTransport: Readonly<Record<string, Executor>> = { http: httpCall, webhook: webhookReceive };
const byName: Readonly<Record<string, Executor>> = {
  mapper,
  filter,
  'webhook-receive': webhookReceive,
};

/** How an operation is executed; undefined: this version cannot. */
export function executorOf({ call }: Operation): Executor | undefined {
  const [table, name] =
    call.via === 'core' ? [byName, String(call.executor)] : [byTransport, call.via];
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
