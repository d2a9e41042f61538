/** Acceptance: whoever dies in the middle of a run, the run ends in words, and the proxy serves on. Real peers. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { describe, expect, it } from 'vitest';
import { parseFlow, type Flow, type Step } from '../flow/index.ts';
import { aStep, group } from '../flow/testing/a-flow.ts';
import { startGraphqlService } from '../proxy/testing/graphql-service.ts';
import { startService } from '../proxy/testing/real-service.ts';
import { formOf, type DatabaseServer } from '../proxy/tasks/sql/testing/database-server.ts';
import { findMariadb, startMariadb } from '../proxy/tasks/sql/testing/mariadb-server.ts';
import { startPostgres } from '../proxy/tasks/sql/testing/postgres-server.ts';
import {
  createHostKey,
  fingerprintOfHostKey,
  sampleFilesPassword,
  sampleFilesUser,
  startFileServer,
} from '../sandbox/index.ts';
import type { Json } from '../shared/index.ts';
import { aDesk } from './testing/command-line.ts';
import { dyingRelay } from './testing/dying-relay.ts';
import { exportedTemplate } from './testing/exported-flow.ts';
import { flowWith, wholeRun, type Account } from './testing/whole-run.ts';
import { closed } from '../shared/testing/closed.ts';

const hostOf = (url: string): string => new URL(url).host;
const fixed = (value: Json) => ({ kind: 'literal', value }) as const;
const oneByOne = { parallel: 1 };
const threeCalls = [{ n: 1 }, { n: 2 }, { n: 3 }];
const receive = (): Step => aStep('in', 'webhook/receive');
const endedInTheMiddle = (host: string): string =>
  `The connection to ${host} ended in the middle of its answer. Try again.`;

describe('a service that dies in the middle of a run', () => {
  it.each([
    ['in the middle of a short answer', 'x'.repeat(2_000)],
    ['far into a long one', 'x'.repeat(400_000)],
  ])('of HTTP, %s, ends the run in words', async (_where, text) => {
    const real = closed(
      await startService((_request, response) => response.end(JSON.stringify({ text }))),
    );
    const relay = closed(await dyingRelay(`http://127.0.0.1:${String(real.port)}`, 2));
    const settings = { method: 'GET', address: `${relay.url}/things` };
    const flow = flowWith(
      undefined,
      receive(),
      aStep('ask', 'rest/request', { settings, ...oneByOne }),
    );
    const whole = closed(
      await wholeRun({ flow, allow: [hostOf(relay.url)], received: threeCalls }),
    );
    expect(await whole.run()).toEqual({
      run: 'failed',
      step: 'failed',
      done: 1,
      words: endedInTheMiddle(hostOf(relay.url)),
    });
    relay.heal();
    expect(await whole.run()).toMatchObject({ run: 'done', done: 3 });
  });

  it('of GraphQL, between two pages, ends the run in words', async () => {
    const real = closed(await startGraphqlService());
    const relay = closed(await dyingRelay(new URL(real.url).origin, 2));
    const settings = {
      address: `${relay.url}/graphql`,
      field: 'customers',
      query:
        'query ($after: String) { customers(first: 3, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } }',
      messagesAt: '/data/customers/nodes',
      paging: 'cursor',
      cursorAt: '/data/customers/pageInfo/endCursor',
      moreAt: '/data/customers/pageInfo/hasNextPage',
    };
    const flow = flowWith(undefined, aStep('ask', 'graphql/read', { settings }));
    const whole = closed(await wholeRun({ flow, allow: [hostOf(relay.url)] }));
    expect(await whole.run()).toEqual({
      run: 'failed',
      step: 'failed',
      done: 3,
      words: endedInTheMiddle(hostOf(relay.url)),
    });
    relay.heal();
    expect(await whole.run()).toMatchObject({ run: 'done', done: real.customers.length });
  });

  it('of SOAP ends the run in words', async () => {
    const desk = closed(await aDesk());
    const shop = desk.sandbox.services.find(({ id }) => id === 'shop');
    const relay = closed(await dyingRelay(shop?.url ?? '', 1));
    const address = `${relay.url}/soap`;
    const account: Account = {
      component: 'catalog:soap',
      type: 'username-token',
      form: { ...shop?.sampleForm, address, password: shop?.sampleKey ?? '', as: 'text' },
    };
    const flow = await ordersOnly(address, account);
    const whole = closed(await wholeRun({ flow, account, allow: [hostOf(relay.url)] }));
    expect(await whole.run()).toEqual({
      run: 'failed',
      step: 'failed',
      done: 0,
      words: endedInTheMiddle(hostOf(relay.url)),
    });
    relay.heal();
    expect(await whole.run()).toMatchObject({ run: 'done', done: 1 });
  });
});

describe('a database that is killed in the middle of a run', () => {
  const account = (type: string, server: DatabaseServer): Account => ({
    component: 'catalog:database',
    type,
    form: formOf(server),
  });

  async function killed(type: string, server: DatabaseServer, sql: string): Promise<void> {
    const other = closed(await startService((_request, response) => response.end('served')));
    const signIn = account(type, server);
    const step = aStep('rows', 'database/query', {
      settings: { sql, effect: 'read' },
      credential: 'account',
    });
    const host = `127.0.0.1:${String(server.port)}`;
    const elsewhere = `127.0.0.1:${String(other.port)}`;
    const whole = closed(
      await wholeRun({
        flow: flowWith(signIn, step),
        account: signIn,
        allow: [host, elsewhere],
      }),
    );
    let gone: Promise<void> | undefined;
    const ended = await whole.run((count) => {
      if (count === 2) gone = server.kill();
    });
    await gone;
    expect(ended).toMatchObject({ run: 'failed', step: 'failed', words: endedInTheMiddle(host) });
    expect(ended.done).toBeGreaterThan(0);
    expect(await whole.ask(`http://${elsewhere}/`)).toBe('served');
    expect(await whole.run()).toEqual({
      run: 'failed',
      step: 'failed',
      done: 0,
      words: `${host} cannot be reached: nothing answers there. The service may be down, or the connection is cut. Try again in a while.`,
    });
  }

  it('PostgreSQL: ends the run in words, and other services are served', async () => {
    const server = closed(await startPostgres());
    await killed(
      'postgresql',
      server,
      'SELECT n, pg_sleep(0.0005) FROM generate_series(1, 1000000) n',
    );
  }, 60_000);

  it.skipIf(findMariadb() === undefined)(
    'MariaDB: ends the run in words, and other services are served',
    async () => {
      const server = closed(await startMariadb());
      await killed('mysql', server, 'SELECT a.seq FROM seq_1_to_1000000 a, seq_1_to_1000 b');
    },
    60_000,
  );
});

it('a file server that goes away in the middle of a list ends the run in words, and the next run works', async () => {
  const hostKey = createHostKey();
  const server = closed(await startFileServer(0, { hostKey }));
  for (let at = 0; at < 1_000; at += 1) server.files.write(`/in/${at}.txt`, Buffer.from('x'));
  const account: Account = {
    component: 'catalog:sftp',
    type: 'password',
    form: {
      host: '127.0.0.1',
      port: server.port,
      user: sampleFilesUser,
      password: sampleFilesPassword,
      fingerprint: fingerprintOfHostKey(hostKey),
    },
  };
  const host = `127.0.0.1:${String(server.port)}`;
  const step = aStep('files', 'sftp/find-files', {
    slots: { input: group({ folder: fixed('in') }) },
    credential: 'account',
  });
  const whole = closed(await wholeRun({ flow: flowWith(account, step), account, allow: [host] }));
  const ended = await whole.run((count) => {
    if (count === 1) server.breakOff();
  });
  expect(ended).toMatchObject({ run: 'failed', step: 'failed', words: endedInTheMiddle(host) });
  expect(await whole.run()).toMatchObject({ run: 'done', words: undefined });
});

it('a mail server that dies in the middle of a mail ends the run in words, and the next run works', async () => {
  let mails = 0;
  let dies = true;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      mails += 1;
      if (dies && mails === 2) for (const open of server.connections) open.close();
      else stream.on('end', done).resume();
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  closed({ close: () => new Promise<void>((resolve) => server.close(resolve)) });
  const account: Account = {
    component: 'catalog:email',
    type: 'mailbox',
    form: { host: '127.0.0.1', port, encryption: 'none', from: 'ada@example.com' },
  };
  const host = `127.0.0.1:${String(port)}`;
  const mail = {
    to: fixed('grace@example.org'),
    subject: fixed('Hello'),
    text: fixed('It works.'),
  };
  const step = aStep('send', 'email/send', {
    slots: { input: group(mail) },
    credential: 'account',
    ...oneByOne,
  });
  const whole = closed(
    await wholeRun({
      flow: flowWith(account, receive(), step),
      account,
      allow: [host],
      received: threeCalls,
    }),
  );
  expect(await whole.run()).toEqual({
    run: 'failed',
    step: 'failed',
    done: 1,
    words: endedInTheMiddle(host),
  });
  dies = false;
  expect(await whole.run()).toMatchObject({ run: 'done', done: 3 });
});

/** The step of the template that asks the shop, alone. */
async function ordersOnly(address: string, account: Account): Promise<Flow> {
  const parsed = parseFlow(
    await exportedTemplate('shop-orders-to-crm', (flow) => ({
      ...flow,
      steps: flow.steps
        .filter(({ id }) => id === 'orders')
        .map((step) => ({
          ...step,
          credential: 'account',
          settings: { ...step.settings, description: 'https://gone.example', address },
        })),
      edges: [],
      credentials: [
        { id: 'account', name: 'Account', component: account.component, type: account.type },
      ],
    })),
  );
  if (!parsed.ok) throw new Error(parsed.reason.code);
  return parsed.value;
}
