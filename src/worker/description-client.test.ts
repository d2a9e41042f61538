import { expect, it } from 'vitest';
import type { Component } from '../catalog/index.ts';
import { fakeClock } from '../runtime/testing/index.ts';
import { createDescriptionCommands, type ReadingProgress } from './description-commands.ts';
import { fakeWorker, type FakeWorker } from './testing/fake-worker.ts';
import { createDescriptionClient } from './worker-client.ts';

const call = { via: 'openapi', description: '/description', gives: 'operations', methods: ['GET'] };
const operation = {
  id: 'reads',
  title: 'What can be looked up',
  description: '',
  emits: 'many',
  slots: {},
  sample: {},
  call,
} as unknown as Component['operations'][number];
const component: Component = {
  id: 'catalog:described',
  version: '1',
  kind: 'generic',
  title: 'Described',
  description: '',
  hue: 0,
  categories: [],
  origins: [{ from: 'settings', at: '/address' }],
  credentials: [],
  operations: [operation],
};
const asked = (description = 'https://api.example.com/openapi.json') => ({
  component,
  operation,
  settings: { description },
});

/** The proxy's answer to every call, in pieces. */
function answered(text: string): Response {
  const bytes = new TextEncoder().encode(text);
  const pieces = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 1_000_000)
        controller.enqueue(bytes.slice(at, at + 1_000_000));
      controller.close();
    },
  });
  return new Response(pieces, {
    headers: {
      'Footbridge-Status': '200',
      'Footbridge-Headers': '{"content-type":"application/json"}',
    },
  });
}

function aPage(fetch: () => Promise<Response>) {
  const clock = fakeClock();
  const workers: FakeWorker[] = [];
  const heard: (ReadingProgress | undefined)[] = [];
  let asks = 0;
  const client = createDescriptionClient(
    () => {
      const worker = fakeWorker((inside) =>
        createDescriptionCommands(
          () => {
            asks += 1;
            return fetch();
          },
          (progress) => inside.postMessage({ news: progress }),
        ),
      );
      workers.push(worker);
      return worker;
    },
    (ms) => clock.sleep(ms),
  );
  client.onProgress((progress) => heard.push(progress));
  return { client, clock, workers, heard, asks: () => asks };
}

const path = { get: { summary: 'Find a thing', responses: {} } };
const small = JSON.stringify({ openapi: '3.1.0', paths: { '/a': path } });

it('a description of 20 MB is read, and how much has come is told', async () => {
  const words = 'x'.repeat(450);
  const paths = Object.fromEntries(
    Array.from({ length: 41_000 }, (_, at) => [
      `/things/${String(at)}`,
      { get: { summary: `Find thing ${String(at)}`, description: words, responses: {} } },
    ]),
  );
  const text = JSON.stringify({ openapi: '3.1.0', paths });
  expect(text.length).toBeGreaterThan(20_000_000);
  const { client, heard } = aPage(() => Promise.resolve(answered(text)));
  const told = await client.ask(asked());
  expect(told).toMatchObject({ ok: true });
  expect(told.ok && told.value[0]).toMatchObject({ value: 'GET /things/0', label: 'Find thing 0' });
  const coming = heard.filter((one) => one !== undefined && !one.isReading);
  expect(coming.length).toBeGreaterThan(10);
  expect(coming.at(-1)?.bytes).toBeGreaterThan(19_000_000);
  expect(heard).toContainEqual({ bytes: 0, isReading: true });
  expect(heard.at(-1)).toBeUndefined();
});

it('who does not want to wait ends it, and is told so; the next question is answered', async () => {
  let isSlow = true;
  const { client, workers } = aPage(() =>
    isSlow ? new Promise<Response>(() => undefined) : Promise.resolve(answered(small)),
  );
  const waiting = client.ask(asked());
  client.stop();
  expect(await waiting).toMatchObject({
    ok: false,
    reason: { code: 'failures.description-stopped' },
  });
  expect(workers[0]?.isEnded).toBe(true);
  isSlow = false;
  expect(await client.ask(asked())).toMatchObject({ ok: true, value: [{ label: 'Find a thing' }] });
});

it('a thread that dies of it is said to have had too much', async () => {
  const { client, workers } = aPage(() => new Promise<Response>(() => undefined));
  const waiting = client.ask(asked());
  workers[0]?.crash();
  expect(await waiting).toMatchObject({ reason: { code: 'failures.description-ended' } });
});

it('asks for a description once for several questions, and anew when it is wanted anew', async () => {
  const { client, asks } = aPage(() => Promise.resolve(answered(small)));
  await Promise.all([client.ask(asked()), client.ask(asked())]);
  expect(asks()).toBe(1);
  await client.ask({ ...asked(), anew: true });
  expect(asks()).toBe(2);
});

it('asks nobody for a description that was pasted, and ends when nobody asks for a while', async () => {
  const { client, clock, workers, asks } = aPage(() => Promise.reject(new Error('asked')));
  expect(await client.ask(asked(small))).toMatchObject({ ok: true });
  expect(asks()).toBe(0);
  await clock.advance(120_000);
  expect(workers[0]?.isEnded).toBe(true);
});
