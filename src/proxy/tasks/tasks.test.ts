import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import type { Component, TaskRequest } from '../../catalog/contract.ts';
import type { Json, JsonSchema } from '../../shared/index.ts';
import { createTaskReader } from '../page-task.ts';
import { aComponent, type Browser } from '../testing/proxy-under-test.ts';
import { proxy } from '../testing/scene.ts';
import { TaskRefused, type TaskAsk, type TaskTransport } from './transport.ts';

const password = 'a-password-of-this-test';
const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

/** A server that counts who comes. */
async function peer(onSocket: (socket: Socket) => void = () => undefined) {
  let sockets = 0;
  const server = createServer((socket) => {
    sockets += 1;
    socket.on('error', () => undefined);
    onSocket(socket);
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return { port, sockets: () => sockets };
}

function database(effect: 'read' | 'write' = 'read'): Component {
  const base = aComponent(
    'catalog:base',
    [{ from: 'credential', host: '/host', port: '/port', usualPort: 5432 }],
    { scheme: 'transport' },
  );
  const [credential] = base.credentials;
  const [operation] = base.operations;
  if (credential === undefined || operation === undefined) throw new Error('no base');
  const text: JsonSchema = { type: 'string' };
  const properties = { host: text, port: text, password: text };
  return {
    ...base,
    credentials: [{ ...credential, schema: { type: 'object', properties } }],
    operations: [
      { ...operation, id: 'rows', effect, emits: 'many', call: { via: 'sql', task: 'rows' } },
    ],
  };
}

async function connected(
  transport: TaskTransport,
  options: {
    readonly port?: number;
    readonly allow?: readonly string[];
    readonly effect?: 'read' | 'write';
    readonly taskWaits?: { readonly pageMs?: number; readonly waitedMs?: number };
  } = {},
) {
  const port = options.port ?? 1;
  const tested = proxy({
    allow: options.allow ?? [`127.0.0.1:${port}`],
    components: [database(options.effect)],
    transports: { sql: () => Promise.resolve(transport) },
    ...(options.taskWaits === undefined ? {} : { taskWaits: options.taskWaits }),
  });
  const browser = await tested.browser();
  const form = { host: '127.0.0.1', port: String(port), password };
  const sealed = await browser.seal('catalog:base', form);
  return { browser, token: sealed.token, tasks: readerOf(browser) };
}

const readerOf = (browser: Browser) => createTaskReader((path, init) => browser.ask(path, init));

const request: TaskRequest = {
  via: 'sql',
  component: 'catalog:base',
  operation: 'rows',
  title: 'Rows',
  effect: 'read',
  task: 'rows',
  input: { from: 9007199254740993n },
};

const write: TaskRequest = { ...request, effect: 'write' };

const pages = (count: number, seen: TaskAsk[] = []): TaskTransport =>
  async function* (ask) {
    seen.push(ask);
    for (let page = 0; page < count; page += 1) yield await Promise.resolve([{ page }]);
  };

describe('a task', () => {
  it('gives its pages one by one, and says where each leads to', async () => {
    const asked: TaskAsk[] = [];
    const { tasks, token } = await connected(pages(2, asked));
    const first = await tasks.page(request, token);
    expect(first).toMatchObject({ kind: 'answered', status: 200, body: [{ page: 0 }] });
    const second = await tasks.page({ ...request, ...continuesOf(first) }, token);
    expect(second).toMatchObject({ body: [{ page: 1 }] });
    const last = await tasks.page({ ...request, ...continuesOf(second) }, token);
    expect(last).toMatchObject({ status: 200, body: [] });
    expect(last).not.toHaveProperty('more');
    expect(asked[0]?.input).toEqual({ from: 9007199254740993n });
  });

  it('that writes gives its pages when it is over, and says with the last that nothing follows', async () => {
    const done: string[] = [];
    const writing: TaskTransport = async function* () {
      yield await Promise.resolve([{ row: 1 }]);
      yield [{ row: 2 }];
      done.push('kept');
    };
    const { tasks, token } = await connected(writing, { effect: 'write' });
    const first = await tasks.page(write, token);
    expect([first, done]).toMatchObject([{ body: [{ row: 1 }] }, ['kept']]);
    const last = await tasks.page({ ...write, ...continuesOf(first) }, token);
    expect(last).toMatchObject({ status: 200, body: [{ row: 2 }] });
    expect(last).not.toHaveProperty('more');
  });

  it('that writes is stopped and refused where it gives more than can be held until it is over', async () => {
    const told: string[] = [];
    const writing: TaskTransport = async function* ({ signal }) {
      signal.addEventListener('abort', () => told.push('stopped'));
      for (let row = 0; row < 51; row += 1)
        yield await Promise.resolve(Array.from({ length: 1000 }, () => row));
      told.push('kept');
    };
    const { tasks, token } = await connected(writing, { effect: 'write' });
    expect(await tasks.page(write, token)).toMatchObject({
      status: 422,
      says: { code: 'proxy.changed-too-much', params: { count: 50_000 } },
    });
    expect(told).toEqual(['stopped']);
  });

  it('that writes gives nothing where the service takes it back at the end', async () => {
    const { tasks, token } = await connected(
      async function* () {
        yield await Promise.resolve([{ row: 1 }]);
        yield [{ row: 2 }];
        throw new TaskRefused(409, { message: 'not kept' });
      },
      { effect: 'write' },
    );
    expect(await tasks.page(write, token)).toMatchObject({
      kind: 'answered',
      status: 409,
      body: { message: 'not kept' },
    });
  });

  it('that writes is not worth another try where it breaks off at its end: it may be done', async () => {
    const { tasks, token } = await connected(
      async function* () {
        yield await Promise.resolve([{ row: 1 }]);
        throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
      },
      { effect: 'write' },
    );
    expect(await tasks.page(write, token)).toMatchObject({
      problem: { code: 'proxy.answer-cut' },
      retryable: false,
    });
  });

  it('is not made further than it is read', async () => {
    let made = 0;
    const { tasks, token } = await connected(async function* () {
      for (;;) {
        made += 1;
        yield await Promise.resolve([{ made }]);
      }
    });
    const first = await tasks.page(request, token);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(made).toBeLessThan(5);
    tasks.leave({ ...request, ...continuesOf(first) });
  });

  it('is stopped when nobody asks for the rest, and when the run is cancelled', async () => {
    const ended: string[] = [];
    const transport: TaskTransport = async function* ({ signal }) {
      signal.addEventListener('abort', () => ended.push('told'));
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        yield [{ row: 1 }];
      }
    };
    const { tasks, token } = await connected(transport);
    const first = await tasks.page(request, token);
    tasks.leave({ ...request, ...continuesOf(first) });
    await expect.poll(() => ended).toEqual(['told']);

    const cancel = new AbortController();
    const again = await tasks.page(request, token, cancel.signal);
    const next = tasks.page({ ...request, ...continuesOf(again) }, token, cancel.signal);
    cancel.abort();
    await next.catch(() => undefined);
    tasks.leave({ ...request, ...continuesOf(again) });
    await expect.poll(() => ended.length).toBe(1 + 1);
  });

  it('is ended where a service gives a little now and then without an end', async () => {
    let isTold = false;
    const { tasks, token } = await connected(
      async function* ({ signal }) {
        signal.addEventListener('abort', () => (isTold = true));
        for (;;) {
          await new Promise((resolve) => setTimeout(resolve, 20));
          yield [{ row: 1 }];
        }
      },
      { taskWaits: { waitedMs: 100 } },
    );
    let said = await tasks.page(request, token);
    while (said.kind === 'answered' && said.more !== undefined)
      said = await tasks.page({ ...request, continues: said.more }, token);
    expect(said).toEqual({
      kind: 'unanswered',
      problem: { code: 'proxy.answer-too-long', params: { host: '127.0.0.1:1', seconds: 0.1 } },
      retryable: false,
    });
    expect(isTold).toBe(true);
  });

  it('is ended where the next page never comes', async () => {
    const { tasks, token } = await connected(
      async function* () {
        yield await new Promise<never>(() => undefined);
      },
      { taskWaits: { pageMs: 20 } },
    );
    expect(await tasks.page(request, token)).toMatchObject({
      kind: 'unanswered',
      problem: { code: 'proxy.answer-stalled', params: { host: '127.0.0.1:1' } },
    });
  });

  it('waits longer for a page where the run may', async () => {
    const asked: TaskAsk[] = [];
    const { tasks, token } = await connected(
      async function* (ask) {
        asked.push(ask);
        yield await new Promise<Json[]>((resolve) => setTimeout(() => resolve([{ row: 1 }]), 100));
      },
      { taskWaits: { pageMs: 20 } },
    );
    expect(await tasks.page({ ...request, waitSeconds: 2 }, token)).toMatchObject({
      kind: 'answered',
      body: [{ row: 1 }],
    });
    expect(asked[0]?.waitMs).toBe(2_000);
  });

  it('says what the service refused, without the password that it quotes', async () => {
    const { tasks, token } = await connected(async function* () {
      yield await Promise.resolve([{ row: 1 }]);
      throw new TaskRefused(409, { code: '23505', message: `Key (${password}) exists` });
    });
    const first = await tasks.page(request, token);
    const second = await tasks.page({ ...request, ...continuesOf(first) }, token);
    expect(second).toMatchObject({
      kind: 'answered',
      status: 409,
      body: { code: '23505', message: 'Key (********) exists' },
    });
  });

  it('may change something only where the catalog says that its operation writes', async () => {
    const asked: TaskAsk[] = [];
    const reads = await connected(pages(1, asked));
    await reads.tasks.page({ ...request, effect: 'write' }, reads.token);
    const writes = await connected(pages(1, asked), { effect: 'write' });
    await writes.tasks.page(request, writes.token);
    expect(asked.map(({ mayWrite }) => mayWrite)).toEqual([false, true]);
  });

  it('that the catalog does not declare is refused', async () => {
    const { tasks, token } = await connected(pages(1));
    expect(await tasks.page({ ...request, task: 'drop' }, token)).toMatchObject({
      kind: 'unanswered',
      problem: { code: 'proxy.task-unknown' },
    });
  });

  it('whose page cannot be written frees its place for others', async () => {
    let deep: Json = 1;
    for (let depth = 0; depth < 50_000; depth += 1) deep = [deep];
    const { tasks, token } = await connected(async function* () {
      yield await Promise.resolve([deep]);
    });
    for (let call = 0; call < 130; call += 1)
      expect(await tasks.page(request, token)).toMatchObject({
        kind: 'unanswered',
        problem: { code: 'common.server-gone' },
      });
  });

  it('that breaks off is worth another try before its first page, and none after it', async () => {
    const reset = (): Error => Object.assign(new Error('reset'), { code: 'ECONNRESET' });
    const breakingAfter = (count: number): TaskTransport =>
      async function* (ask) {
        yield* pages(count)(ask);
        throw reset();
      };
    const early = await connected(breakingAfter(0));
    expect(await early.tasks.page(request, early.token)).toMatchObject({ retryable: true });

    const late = await connected(breakingAfter(1));
    const first = await late.tasks.page(request, late.token);
    const continues = first.kind === 'answered' ? first.more : undefined;
    expect(await late.tasks.page({ ...request, continues: continues ?? '' }, late.token)).toEqual({
      kind: 'unanswered',
      problem: { code: 'proxy.answer-cut', params: { host: '127.0.0.1:1' } },
      retryable: false,
    });
  });

  it('that fails by a mistake of ours does not say that the service cannot be reached', async () => {
    const { tasks, token } = await connected(async function* () {
      yield await Promise.resolve([{ text: JSON.stringify({ order: 1n }) }]);
    });
    expect(await tasks.page(request, token)).toEqual({
      kind: 'unanswered',
      problem: { code: 'proxy.server-fault', params: {} },
      retryable: false,
    });
  });

  it('whose page is gone says that the list was not read to its end', async () => {
    const { tasks, token } = await connected(pages(1));
    expect(await tasks.page({ ...request, continues: '9/9' }, token)).toMatchObject({
      problem: { code: 'common.read-lost' },
    });
  });
});

describe('the way to a service that is not asked by HTTP', () => {
  const dialling: TaskTransport = async function* ({ dial }) {
    const socket = await dial();
    socket.destroy();
    yield [{ reached: true } as Json];
  };

  it('leads to the host and port of the credential', async () => {
    const { port, sockets } = await peer();
    const { tasks, token } = await connected(dialling, { port });
    expect(await tasks.page(request, token)).toMatchObject({ body: [{ reached: true }] });
    expect(sockets()).toBe(1);
  });

  it('opens no socket to a destination that is not allowed', async () => {
    const { port, sockets } = await peer();
    const { tasks, token } = await connected(dialling, { port, allow: [] });
    expect(await tasks.page(request, token)).toMatchObject({
      kind: 'unanswered',
      problem: { code: 'proxy.destination-not-allowed' },
    });
    expect(sockets()).toBe(0);
  });

  it('is said to be closed where nobody listens', async () => {
    const { tasks, token } = await connected(dialling, { port: 9 });
    expect(await tasks.page(request, token)).toMatchObject({
      problem: { code: 'proxy.service-unreachable' },
      retryable: true,
    });
  });

  it.each([['db.example/x'], ['a b'], ['user@db'], ['/var/run/postgresql'], ['db;x']])(
    'is not made of %s',
    async (host) => {
      const { browser } = await connected(dialling);
      await expect(browser.seal('catalog:base', { host, password })).rejects.toThrow(
        'address-not-valid',
      );
    },
  );
});

function continuesOf(answer: Awaited<ReturnType<ReturnType<typeof readerOf>['page']>>) {
  if (answer.kind !== 'answered' || answer.more === undefined) throw new Error('no further page');
  return { continues: answer.more };
}
