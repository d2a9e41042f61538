import { isDeepStrictEqual } from 'node:util';
import jsonata from 'jsonata';
import { compileBinding } from '../src/mapping/index.ts';
import { openFormulas } from '../src/mapping/formulas.ts';
import type { Json, JsonObject } from '../src/shared/index.ts';
import { makeOrders, type Order } from './mapping-orders.ts';
import { sideBySide, timed, type SideBySide } from './measure.ts';
import type { Report } from './report.ts';

/** What people write: `$o` is an order. Lists are asked for where a formula may give several. */
const formulas: readonly (readonly [text: string, result: 'single' | 'list'])[] = [
  ['$o.customer.address.city', 'single'],
  ['$o.customer.firstName & " " & $o.customer.lastName', 'single'],
  ['$o.total > 100 and $o.paid ? "large" : "small"', 'single'],
  ['$round($o.total * 1.19, 2)', 'single'],
  ['$sum($o.lines.(qty * price))', 'single'],
  ['$o.lines[qty > 2].sku', 'list'],
  ['$join($o.lines.name, ", ")', 'single'],
  ['$uppercase($substring($o.customer.lastName, 0, 3))', 'single'],
  ['$o.lines.{"article": sku, "sum": qty * price}', 'list'],
];

const context = { locale: 'en', timeZone: 'UTC', now: 0, uuid: () => 'id' };

/** Formulas that closures cover, through the port as a mapping has them, against the library evaluating the same. */
export async function formulasVsJsonata(report: Report): Promise<void> {
  openFormulas();
  const orders = makeOrders(500);
  const ours = formulas.map(([text, result]) => {
    const compiled = compileBinding({
      kind: 'formula',
      lang: 'jsonata',
      text,
      refs: { o: { kind: 'ref', from: 'order', path: [] } },
      result,
    });
    return (order: Order): Json | undefined => {
      const made = compiled.evaluate({ order: order as unknown as JsonObject }, context);
      if (made instanceof Promise) throw new Error(`closures do not cover ${text}`);
      return made.value;
    };
  });
  const theirs = formulas.map(([text]) => {
    const expression = jsonata(text);
    return (order: Order): Promise<unknown> => expression.evaluate(undefined, { o: order });
  });
  for (const [at, [text, result]] of formulas.entries()) {
    for (const order of orders.slice(0, 50)) {
      const mine = plain(ours[at]?.(order));
      const other = plain(await theirs[at]?.(order));
      const same = result === 'list' ? [other ?? []].flat() : other;
      if (!isDeepStrictEqual(mine, same)) throw new Error(`JSONata disagrees about ${text}`);
    }
  }

  for (const [at, [text]] of formulas.entries()) {
    const { ratio, other } = await compared(
      theirs.slice(at, at + 1),
      ours.slice(at, at + 1),
      orders,
    );
    report.note(`${ratio.toFixed(0)} x, ours ${(other * 1000).toFixed(2)} us: ${text}`);
  }
  const { ratio } = await compared(theirs, ours, orders);
  report.row('formula.fast.vs-jsonata', ratio);
}

/** Both sides take about as long in a turn, so that whatever else the machine does disturbs them alike. */
function compared(
  theirs: readonly ((order: Order) => Promise<unknown>)[],
  ours: readonly ((order: Order) => unknown)[],
  orders: readonly Order[],
): Promise<SideBySide> {
  const turns = 25;
  return sideBySide(
    async () => {
      const ms = await timed(async () => {
        for (const order of orders) for (const evaluate of theirs) await evaluate(order);
      });
      return ms / orders.length;
    },
    async () => {
      const ms = await timed(() => {
        for (let turn = 0; turn < turns; turn++)
          for (const order of orders) for (const evaluate of ours) evaluate(order);
      });
      return ms / (turns * orders.length);
    },
    { warm: 3, counted: 9 },
  );
}

function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
