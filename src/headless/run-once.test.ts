import { expect, it, vi } from 'vitest';
import type { HttpRequest } from '../catalog/index.ts';
import { createDestinations, createEgress, createInProcessCalls } from '../proxy/index.ts';
import { startService, type ReceivedRequest } from '../proxy/testing/real-service.ts';
import { replySignal, type RunEvent } from '../runtime/index.ts';
import { describeHost } from '../runtime/testing/host-contract.ts';
import { countingSleep, inTurn, type HostUnderTest } from '../runtime/testing/hosts.ts';
import {
  aFlow,
  field,
  group,
  rowsService,
  testCatalog,
  testComponents,
} from '../runtime/testing/index.ts';
import { parseJson, writeJson, type Json } from '../shared/index.ts';
import { createNodePorts } from './node-ports.ts';
import { runOnce } from './run-once.ts';

/** As `footbridge run` does it: the engine in this process, and real sockets to a service, which answers by the script. */
const oneMachine: HostUnderTest = {
  async run({ request, script, confirm = {}, atRefusal = {}, cancelAtCall, state, files }) {
    const cancel = new AbortController();
    const requests: HttpRequest[] = [];
    const traffic = { now: 0, most: 0 };
    const service = await startService((asked, response) => {
      const call = requests.push(toTemplate(asked)) - 1;
      traffic.most = Math.max(traffic.most, ++traffic.now);
      if (call === cancelAtCall) cancel.abort();
      void Promise.resolve(script(toTemplate(asked), call)).then((answer) => {
        traffic.now--;
        if (answer.kind !== 'answered') return response.destroy();
        response.writeHead(answer.status, {
          ...answer.headers,
          'content-type': 'application/json',
        });
        response.end(answer.body === '' ? '' : writeJson(answer.body));
      });
    });
    const url = `http://127.0.0.1:${service.port}`;
    const destinations = createDestinations({
      allow: [`127.0.0.1:${service.port}`],
      own: () => ({ port: 0, addresses: [] }),
    });
    const egress = createEgress({ destinations });
    const calls = createInProcessCalls({
      components: testComponents,
      places: [{ name: 'test', url }],
      egress,
      destinations,
      now: Date.now,
    });
    const ports = countingSleep(
      createNodePorts(calls, () => new Promise((resolve) => setImmediate(resolve))),
    );
    const events: RunEvent[] = [];
    const replies: Record<number, Json> = {};
    for (const call of request.received?.keys() ?? [])
      void ports.signal.wait(replySignal(call)).then((said) => {
        replies[call] = said;
      });
    await runOnce({
      request,
      catalog: testCatalog,
      ports: { ...ports, ...(state && { state }), ...(files && { files }) },
      signal: cancel.signal,
      tell: (event) => events.push(event),
      onHeld: inTurn(confirm),
      onHalted: (step) => atRefusal[step],
    });
    await egress.close();
    await service.close();
    return {
      events,
      requests,
      mostAtOnce: traffic.most,
      slept: ports.slept(),
      replies,
      records: (step) => ports.kept.page(step, 0, 100_000).records,
    };
  },
};

describeHost('one machine', oneMachine);

it('makes Node warn of no leak, however many calls are under way', async () => {
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  const calls = 16;
  let letGo = (): void => undefined;
  const allThere = new Promise<void>((resolve) => (letGo = resolve));
  const rows = rowsService(calls);
  const ran = await oneMachine.run({
    request: {
      runId: 'r',
      flow: aFlow()
        .lists('rows')
        .finds('each', group({ id: field('rows', 'id') }), { parallel: calls })
        .build(),
      scope: { kind: 'flow' },
      writes: 'allow',
      samples: {},
      credentials: {},
    },
    async script(request, call) {
      if (call === calls) letGo();
      if (call > 0) await allThere;
      return rows(request, call);
    },
  });
  expect(ran.mostAtOnce).toBe(calls);
  expect(warned).not.toHaveBeenCalled();
  warned.mockRestore();
});

/** What the engine asked for, read back from the wire. */
function toTemplate({ method, url, headers, body }: ReceivedRequest): HttpRequest {
  const { pathname, searchParams } = new URL(url, 'http://service');
  return {
    component: 'test:service',
    effect: method === 'GET' ? 'read' : 'write',
    origin: { named: 'test' },
    method,
    path: pathname,
    query: [...searchParams],
    headers: idempotencyHeader(headers['idempotency-key']),
    ...(body === '' ? {} : { body: { as: 'json', value: valueOf(body) } }),
  };
}

function idempotencyHeader(key: string | string[] | undefined): HttpRequest['headers'] {
  return typeof key === 'string' ? [['Idempotency-Key', key]] : [];
}

function valueOf(text: string): Json {
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : text;
}
