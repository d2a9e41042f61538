import type { Component, CredentialType, Origin } from '../../catalog/contract.ts';
import { createProxyApp, type ProxyApp, type ProxyConfig } from '../app.ts';
import type { CallRequest, Place, Refusal, SealAnswer } from '../contract.ts';
import { createDestinations } from '../egress/destinations.ts';
import { createEgress } from '../egress/egress.ts';
import { createFileFinder } from '../egress/files.ts';
import type { Limits } from '../egress/limits.ts';
import type { TaskWaits } from '../tasks/answer-task.ts';
import type { Transports } from '../tasks/transports.ts';
import { createMemoryStore, type ProxyStore } from '../store.ts';
import type { JsonObject } from '../../shared/index.ts';
import { createKeyText, keyRingOf, type KeyRing } from '../vault/keys.ts';

export const ownPort = 4400;

/** What the server's own pages say about signing in. */
export const accessWords = {
  title: 'Footbridge',
  done: 'Signed in',
  close: 'Close this window',
  ended: 'Signed out',
  signIn: 'Sign in',
  label: 'Key',
  wrong: 'Wrong key',
  wait: 'Wait',
  going: 'Signed in',
  goOn: 'Go on',
  somebodyElse: 'Somebody else',
  trouble: (
    problem: string,
    { host, person, code }: Readonly<Record<'host' | 'person' | 'code', string>>,
  ) => ['trouble', problem, host, person, code].filter((part) => part !== '').join(' '),
};

interface Options {
  readonly allow?: readonly string[];
  /** What the name service says. A function may change its mind. */
  readonly names?: Readonly<Record<string, readonly string[] | (() => readonly string[])>>;
  readonly components?: readonly Component[];
  readonly places?: readonly Place[];
  readonly limits?: Partial<Limits>;
  readonly keys?: KeyRing;
  readonly store?: ProxyStore;
  readonly config?: Partial<ProxyConfig>;
  readonly ownAddresses?: readonly string[];
  readonly transports?: Transports;
  readonly taskWaits?: Partial<TaskWaits>;
  /** Folders whose files may be opened. */
  readonly folders?: readonly string[];
}

export interface ProxyUnderTest {
  readonly app: ProxyApp;
  readonly refusedLines: readonly string[];
  now(): number;
  /** Time moves by hand. */
  advance(ms: number): void;
  /** A browser of its own: another session. */
  browser(): Promise<Browser>;
  close(): Promise<void>;
}

export interface Browser {
  readonly cookie: string;
  ask(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, body: unknown): Promise<Response>;
  call(call: Partial<CallRequest>): Promise<Response>;
  seal(component: string, values: JsonObject, type?: string): Promise<SealAnswer>;
}

/** The whole proxy in memory, with real sockets to the outside and a name service made of a table. */
export function proxyUnderTest(options: Options = {}): ProxyUnderTest {
  let time = Date.UTC(2026, 0, 1);
  const refusedLines: string[] = [];
  const destinations = createDestinations({
    allow: options.allow ?? [],
    own: () => ({ port: ownPort, addresses: options.ownAddresses ?? [] }),
    onRefused: (line) => refusedLines.push(line),
  });
  const egress = createEgress({
    destinations,
    resolve: (name) => {
      const answer = options.names?.[name];
      if (answer !== undefined)
        return Promise.resolve(typeof answer === 'function' ? answer() : answer);
      return Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }));
    },
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    file: createFileFinder({
      folders: options.folders ?? [],
      onRefused: (line) => refusedLines.push(line),
    }),
  });
  const app = createProxyApp(
    {
      port: () => ownPort,
      hookWords: {
        without: { done: 'no answer', failed: 'stopped before' },
        late: (seconds) => `no answer within ${String(seconds)} seconds`,
      },
      callbackWords: {
        title: 'Signing in',
        done: 'You are signed in.',
        close: 'You can close this window.',
        failed: ({ code }) => code,
      },
      places: options.places ?? [],
      components: options.components ?? [],
      drawings: '<svg/>',
      ...options.config,
    },
    {
      keys: options.keys ?? keyRingOf([createKeyText()], 'the test'),
      store: options.store ?? createMemoryStore(),
      egress,
      destinations,
      now: () => time,
      transports: options.transports,
      taskWaits: options.taskWaits,
      page: {
        find: () => undefined,
        index: {
          type: 'text/html; charset=utf-8',
          etag: '"1"',
          isHashed: false,
          encoded: () => Promise.resolve({ bytes: new TextEncoder().encode('<!doctype html>') }),
        },
      },
    },
  );
  return {
    app,
    refusedLines,
    now: () => time,
    advance: (ms) => (time += ms),
    browser: () => openBrowser(async (path, init) => app.fetch(arriving(path, init))),
    async close() {
      app.close();
      await egress.close();
    },
  };
}

/** A request as it arrives at the server's port. */
export function arriving(
  path: string,
  init: RequestInit & { headers?: Record<string, string> } = {},
): Request {
  return new Request(`http://127.0.0.1:${ownPort}${path}`, {
    ...init,
    headers: { Host: `127.0.0.1:${ownPort}`, ...init.headers },
  });
}

type Send = (
  path: string,
  init: RequestInit & { headers?: Record<string, string> },
) => Promise<Response>;

/** A browser in front of a server: opens its page, and calls with what that gave. */
export async function openBrowser(send: Send): Promise<Browser> {
  const document = await send('/', { headers: { Accept: 'text/html' } });
  const [cookie = ''] = (document.headers.get('set-cookie') ?? '').split(';');
  const headers = { Cookie: cookie, 'X-Footbridge': '1', 'Content-Type': 'application/json' };
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> =>
    send(path, {
      ...init,
      headers: { ...headers, ...(init.headers as Record<string, string> | undefined) },
    });
  const post = (path: string, body: unknown): Promise<Response> =>
    ask(path, { method: 'POST', body: JSON.stringify(body) });
  return {
    cookie,
    ask,
    post,
    call: (call) =>
      post('/api/call', {
        component: 'catalog:test',
        effect: 'read',
        origin: 'https://unset.example',
        method: 'GET',
        path: '/',
        query: [],
        headers: [],
        ...call,
      }),
    async seal(component, values, type = 'key') {
      const answer = await post('/api/credentials', { component, type, values });
      if (!answer.ok) throw new Error(`not sealed: ${await answer.text()}`);
      return (await answer.json()) as SealAnswer;
    },
  };
}

export async function refusalOf(answer: Response): Promise<Refusal & { status: number }> {
  return { ...((await answer.json()) as Refusal), status: answer.status };
}

/** A component with one way to sign in. */
export function aComponent(
  id: string,
  origins: readonly Origin[],
  auth: CredentialType['auth'],
  fields: readonly string[] = ['key'],
): Component {
  return {
    id,
    version: '1.0.0',
    kind: 'connector',
    title: id,
    description: id,
    hue: 1,
    categories: [],
    origins: [...origins],
    credentials: [
      {
        id: 'key',
        title: 'Key',
        schema: {
          type: 'object',
          properties: Object.fromEntries(
            fields.map((field) => [field, { type: 'string', minLength: 1, writeOnly: true }]),
          ),
          required: [...fields],
          additionalProperties: false,
        },
        auth,
      },
    ],
    operations: [
      {
        id: 'read',
        title: 'Read',
        description: 'Reads',
        effect: 'read',
        emits: 'one',
        slots: {},
        sample: {},
        call: { via: 'http', method: 'GET', path: ['/'] },
      },
    ],
  };
}
