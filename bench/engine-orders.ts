/** The orders flow (in, map, drop one in ten, POST) by the engine and by hand: one HTTP client, 16 calls in flight. */
import { Pool, type Dispatcher } from 'undici';
import type { Json } from '../src/shared/index.ts';
import type { ServicePort } from '../src/runtime/index.ts';
import { aFlow, field, fixed } from '../src/runtime/testing.ts';
import { runWell } from './engine-host.ts';
import { makeOrders, mapOrderByHand, ordersBinding, type Order } from './mapping-orders.ts';
import { sideBySide, timed } from './measure.ts';
import { expectSeen, startOrdersStub } from './orders-stub.ts';
import type { Report } from './report.ts';

const inFlight = 16;
const messages = 4_000;
const sent = messages * 0.9;

const flow = aFlow()
  .receives('order')
  .maps('mapped', ordersBinding)
  .filters('kept', {
    not: { left: field('mapped', 'reference'), is: 'ends-with', right: fixed('7') },
  })
  .adds('send', field('mapped'), { parallel: inFlight })
  .build();

export async function ordersVsHandwritten(report: Report): Promise<void> {
  const orders = makeOrders(messages);
  const received = orders as unknown as readonly Json[];
  const stub = await startOrdersStub();
  const pool = new Pool(stub.url, { connections: inFlight });
  try {
    const service = serviceOver(pool);
    const turn = async (act: () => Promise<void>): Promise<number> => {
      const ms = await timed(act);
      await expectSeen(stub, sent);
      return ms;
    };
    const { ratio, one, other } = await sideBySide(
      () => turn(() => byHand(orders, pool)),
      () => turn(() => runWell({ flow, received, service })),
      { warm: 3, counted: 9 },
    );
    report.row('engine.orders.vs-handwritten', ratio);
    const rate = (ms: number): string => ((messages / ms) * 1000).toFixed(0);
    report.note(`messages a second: hand-written ${rate(one)}, ours ${rate(other)}`);
  } finally {
    await pool.close();
    stub.close();
  }
}

/** What a careful programmer writes for the same. */
async function byHand(orders: readonly Order[], pool: Pool): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < orders.length; at = next++) {
      const mapped = mapOrderByHand(orders[at] as Order); // `at` is below the length
      if ((mapped['reference'] as string).endsWith('7')) continue;
      const { statusCode } = await post(pool, '/rows', mapped);
      if (statusCode !== 201) throw new Error(`the service answered ${String(statusCode)}`);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
}

function serviceOver(pool: Pool): ServicePort {
  return {
    async call(request, _credential, signal) {
      if (request.via !== undefined) throw new Error('this service is asked by HTTP');
      const begun = Date.now();
      const answer = await post(pool, request.path, request.body?.value, signal);
      return {
        kind: 'answered',
        status: answer.statusCode,
        headers: answer.headers as Readonly<Record<string, string>>,
        body: answer.body,
        ms: Date.now() - begun,
      };
    },
  };
}

/** The one client of both sides. */
async function post(
  pool: Pool,
  path: string,
  value: unknown,
  signal?: AbortSignal,
): Promise<Pick<Dispatcher.ResponseData, 'statusCode' | 'headers'> & { readonly body: Json }> {
  const { statusCode, headers, body } = await pool.request({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
    ...(signal === undefined ? {} : { signal }),
  });
  return { statusCode, headers, body: (await body.json()) as Json };
}
