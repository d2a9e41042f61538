import { isDeepStrictEqual } from 'node:util';
import jsonata from 'jsonata';
import { mapOrderByHand, ordersJsonata } from './mapping-orders.ts';
import { mappedByHand, mappedByUs, mapOne, orders } from './mapping-turns.ts';
import { sideBySide, timed } from './measure.ts';
import type { Report } from './report.ts';
import { slowestHandwrittenUs } from './void-rule.ts';

const records = 20_000;

/** The orders mapping as closures against the same by hand, in Node. */
export async function mappingVsHandwritten(report: Report): Promise<void> {
  for (const order of orders.slice(0, 100)) {
    if (!isDeepStrictEqual(mapOne(order), mapOrderByHand(order)))
      throw new Error(`The orders mapping and the hand-written one disagree about ${order.id}.`);
  }
  const { ratio, one, other } = await sideBySide(
    () => mappedByHand(records),
    () => mappedByUs(records),
    { warm: 5, counted: 15 },
  );
  const us = (ms: number): string => ((ms * 1000) / records).toFixed(2);
  report.row('mapping.orders.vs-handwritten', ratio);
  report.note(`us a record: hand-written ${us(one)}, ours ${us(other)}`);
  const handwritten = (one * 1000) / records;
  if (handwritten > slowestHandwrittenUs)
    report.spoil(`hand-written mapping took ${handwritten.toFixed(2)} us a record`);
}

/** The same against the mapping language of the field. */
export async function mappingVsJsonata(report: Report): Promise<void> {
  const expression = jsonata(ordersJsonata);
  const [sample] = orders;
  if (sample === undefined) throw new Error('there are no orders');
  const asText = (value: unknown): string => JSON.stringify(value);
  if (asText(await expression.evaluate(sample)) !== asText(mapOrderByHand(sample)))
    throw new Error('JSONata and the hand-written mapping disagree.');

  const few = 400;
  const { ratio, one } = await sideBySide(
    async () => {
      const ms = await timed(async () => {
        for (const order of orders.slice(0, few)) await expression.evaluate(order);
      });
      return ms / few;
    },
    () => mappedByUs(records) / records,
    { warm: 3, counted: 9 },
  );
  report.row('mapping.orders.vs-jsonata', ratio);
  report.note(`us a record: JSONata ${(one * 1000).toFixed(1)}`);
}
