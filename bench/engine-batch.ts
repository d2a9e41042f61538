/** Many records from a source that gives pages: mapped, one in ten dropped, collected. Without a network, so that only computing counts. */
import type { Json } from '../src/shared/index.ts';
import type { HostPorts, ServicePort } from '../src/runtime/index.ts';
import { aFlow, answered, field, fixed } from '../src/runtime/testing.ts';
import { runToEnd, runWell } from './engine-host.ts';
import { makeOrders, mapOrderByHand, ordersBinding, type Order } from './mapping-orders.ts';
import { median, sideBySide, timed } from './measure.ts';
import type { Report } from './report.ts';

const pageSize = 500;
const records = 50_000;
const kept = records * 0.9;
const orders = makeOrders(pageSize);
const page = orders as unknown as readonly Json[];

const flow = aFlow()
  .lists('order')
  .maps('mapped', ordersBinding)
  .filters('kept', {
    not: { left: field('mapped', 'reference'), is: 'ends-with', right: fixed('7') },
  })
  .build();

export async function batch50k(report: Report): Promise<void> {
  const service = paged(records, () => page);
  const { ratio, one, other } = await sideBySide(
    () => timed(() => ours(service)),
    () => timed(byHand),
    { warm: 2, counted: 7 },
  );
  report.row('engine.batch50k.vs-handwritten', ratio);
  report.note(`ms: hand-written ${other.toFixed(0)}, ours ${one.toFixed(0)}`);
  report.row('engine.batch50k.heap-mb', await heapGrowth());
}

async function ours(service: ServicePort): Promise<void> {
  const collected: Json[] = [];
  const collecting: HostPorts['records'] = {
    keep(step, { state, output }) {
      if (step === 'kept' && state === 'done') collected.push(...(output ?? []));
    },
  };
  await runWell({ flow, service, records: collecting });
  expectAll(collected);
}

async function byHand(): Promise<void> {
  const collected: unknown[] = [];
  for (let from = 0; from < records; from += pageSize) {
    for (const order of await nextPage()) {
      const mapped = mapOrderByHand(order);
      if (!(mapped['reference'] as string).endsWith('7')) collected.push(mapped);
    }
  }
  expectAll(collected);
}

function nextPage(): Promise<readonly Order[]> {
  return Promise.resolve(orders);
}

function expectAll(collected: readonly unknown[]): void {
  if (collected.length !== kept)
    throw new Error(`${String(collected.length)} of ${String(kept)} records came out`);
}

/** What stays alive at most while every page is read anew and the host keeps its usual records, in MB. */
async function heapGrowth(): Promise<number> {
  const text = JSON.stringify(page);
  const before = liveHeap();
  let most = before;
  let pages = 0;
  const service = paged(records, () => {
    if (++pages % 10 === 0) most = Math.max(most, liveHeap());
    return JSON.parse(text) as readonly Json[];
  });
  await runWell({ flow, service });
  return (most - before) / 1e6;
}

function liveHeap(): number {
  if (globalThis.gc === undefined) throw new Error('start with --expose-gc');
  void globalThis.gc();
  void globalThis.gc();
  return process.memoryUsage().heapUsed;
}

/** From the moment a cancel is due in the middle of 100,000 records until every step is final. */
export async function cancelMidway(report: Report): Promise<void> {
  const goes: number[] = [];
  for (let go = -1; go < 7; go++) {
    const controller = new AbortController();
    let due = 0;
    const service = paged(100_000, (from) => {
      if (from === 50_000) {
        // A few milliseconds on, so that it comes while the engine computes.
        due = performance.now() + 3;
        setTimeout(() => {
          controller.abort();
        }, 3);
      }
      return page;
    });
    const { status } = await runToEnd({ flow, service, signal: controller.signal });
    if (status !== 'cancelled') throw new Error(`the run ended as ${status}`);
    if (go >= 0) goes.push(performance.now() - due);
  }
  report.row('engine.cancel-ms', median(goes));
}

/** A service whose list has so many rows. */
function paged(count: number, rows: (from: number) => readonly Json[]): ServicePort {
  return {
    call: (request) => {
      if (request.via !== undefined) throw new Error('this service is asked by HTTP');
      const from = Number(request.query.find(([name]) => name === 'after')?.[1] ?? 0);
      const next = from + pageSize < count ? String(from + pageSize) : null;
      return Promise.resolve(answered(200, { items: rows(from), next }));
    },
  };
}
