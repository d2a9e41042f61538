/** One turn of each side of the orders mapping; the same code in Node and in a browser's worker. */
import { compileBinding } from '../src/mapping/index.ts';
import type { JsonObject } from '../src/shared/index.ts';
import { makeOrders, mapOrderByHand, ordersBinding, type Order } from './mapping-orders.ts';

/** As many as stay warm in a cache no better than a run's own messages do. */
export const orders = makeOrders(2_000);

const compiled = compileBinding(ordersBinding);
const context = { locale: 'en', timeZone: 'UTC', now: 0, uuid: () => 'id' };

export function mapOne(order: Order): unknown {
  const made = compiled.evaluate({ order: order as unknown as JsonObject }, context);
  if (made instanceof Promise) throw new Error('the orders mapping has no formula to wait for');
  const { value, problems } = made;
  if (problems.length > 0) throw new Error('the orders mapping has problems');
  return value;
}

/** Something of every result is used, so that no compiler may leave the work out. */
let used = 0;

export function mappedByHand(records: number): number {
  return turn(records, mapOrderByHand);
}

export function mappedByUs(records: number): number {
  return turn(records, mapOne);
}

function turn(records: number, map: (order: Order) => unknown): number {
  const begun = performance.now();
  for (let at = 0; at < records; at++) {
    const made = map(orders[at % orders.length] as Order) as { items: readonly unknown[] }; // `at` is inside
    used += made.items.length;
  }
  const ms = performance.now() - begun;
  if (used % 5 !== 0) throw new Error('an order has not five lines');
  return ms;
}
