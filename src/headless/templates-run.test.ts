import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { shippedCatalog } from '../catalog/testing/shipped.ts';
import { exportFlow, parseFlow, writeFlow } from '../flow/index.ts';
import { sampleFilesPassword } from '../sandbox/index.ts';
import { aDesk, type Desk, type Said } from './testing/command-line.ts';

const folder = new URL('../designer/flows/templates/', import.meta.url);
const signUp = {
  firstName: 'Ida',
  lastName: 'Rhodes',
  email: 'ida.rhodes@example.com',
  phone: '',
  agreed: true,
};

interface Expected {
  /** 0 = all came through; 1 = the sample data has entries that the other service refuses. */
  readonly code: 0 | 1;
  /** What the sample services, or the caller, saw of it. */
  readonly seen: (said: Said) => void | Promise<void>;
}

/** What each template does, of the first thirty messages, when all is connected. */
const runs: Readonly<Record<string, Expected>> = {
  'new-customers-to-newsletter': {
    code: 1,
    seen: ({ out }) => {
      expect(out.join('\n')).toMatch(/Only who wants it +Done .+ left out/);
      expect(added('newsletter', '/subscribers')).toBe(19);
    },
  },
  'customers-to-database': {
    code: 0,
    seen: async () => {
      const table = await readFile(join(desk.folder, 'shop.sqlite'), 'latin1');
      expect(table.match(/@example\.(com|org)/g)?.length).toBeGreaterThan(rowsBefore);
    },
  },
  'files-to-crm': { code: 1, seen: () => expect(added('crm', '/customers')).toBe(7) },
  'sign-up-form-to-crm': { code: 0, seen: () => expect(added('crm', '/customers')).toBe(1) },
  'shop-orders-to-crm': { code: 0, seen: () => expect(added('crm', '/customers')).toBe(8) },
  'desk-tickets-to-crm': {
    code: 1,
    seen: () => expect(added('crm', '/customers')).toBeGreaterThan(3),
  },
  'weekly-newsletter-or-log': {
    code: 1,
    seen: ({ out }) => {
      expect(added('newsletter', '/subscribers')).toBeGreaterThan(10);
      expect(out.join('\n')).toMatch(/^Log: .+ does not want the newsletter\.$/m);
    },
  },
  'sign-up-with-answer': {
    code: 0,
    seen: ({ out }) => {
      expect(added('crm', '/customers')).toBe(1);
      expect(added('newsletter', '/subscribers')).toBe(1);
      expect(out.join('\n')).toMatch(
        /^Answer \(status 200\): \{"customer":"c-\d+","subscriber":"s-\d+","missing":\[\]\}$/m,
      );
    },
  },
  'orders-in-one-mail': {
    code: 0,
    seen: () => {
      expect(mails).toHaveLength(1);
      expect(mails[0]).toMatch(/^To: orders@example\.com\r?$/m);
      expect(mails[0]).toMatch(/^Subject: 8 new orders\r?$/m);
      expect(mails[0]).toContain('filename=orders.csv');
    },
  },
};

const mails: string[] = [];
const postOffice = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, _session, done) {
    let raw = '';
    stream.on('data', (chunk: Buffer) => (raw += chunk.toString('utf8')));
    stream.on('end', () => {
      mails.push(raw);
      done();
    });
  },
});
let desk: Desk;
let rowsBefore = 0;
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  desk = await aDesk({ withDatabase: true });
  const listening = postOffice.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const table = await readFile(join(desk.folder, 'shop.sqlite'), 'latin1');
  rowsBefore = table.match(/@example\.(com|org)/g)?.length ?? 0;
  const { port } = listening.address() as AddressInfo;
  const { files, places } = desk.sandbox;
  const form = (id: string) => places.find((place) => place.id === id)?.sampleForm;
  const shop = service('shop');
  await desk.write(
    'accounts.json',
    JSON.stringify({
      crm: service('crm').sampleKey,
      newsletter: service('newsletter').sampleKey,
      desk: { ...form('desk'), token: service('desk').sampleKey },
      shop: { ...form('shop'), address: `${shop.url}/soap`, password: shop.sampleKey },
      files: { ...form('files'), password: sampleFilesPassword },
      database: form('database'),
      mailbox: { host: '127.0.0.1', port, encryption: 'none', from: 'shop@example.com' },
    }),
  );
  await desk.write('calls.json', JSON.stringify(signUp));
  environment = {
    ...desk.environment,
    FOOTBRIDGE_ALLOW: `127.0.0.1:${String(files.port)},127.0.0.1:${String(port)}`,
    FOOTBRIDGE_SQLITE_FOLDERS: desk.folder,
  };
});
afterAll(async () => {
  await new Promise<void>((done) => postOffice.close(() => done()));
  await desk.close();
});
beforeEach(() => {
  desk.sandbox.reset();
  mails.length = 0;
});

const names = readdirSync(folder).flatMap((name) =>
  name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : [],
);

it('every template of the page is run', () => {
  expect(names.toSorted()).toEqual(Object.keys(runs).toSorted());
});

describe.each(names)('the template %s', (name) => {
  it('runs to its end at the sample services, with nothing but accounts filled in', async () => {
    const flow = parseFlow(atServices(readFileSync(new URL(`${name}.json`, folder), 'utf8')));
    if (!flow.ok) throw new Error(`${name} is no flow`);
    await desk.write('flow.json', writeFlow(await exportFlow(flow.value, shippedCatalog())));
    const isCalled = flow.value.start.kind === 'webhook';
    const said = await desk.footbridge(
      [
        ...['run', 'flow.json', '--credentials', 'accounts.json', '--yes'],
        ...(isCalled ? ['--input', 'calls.json'] : ['--first', '30']),
      ],
      { environment },
    );
    expect(said.out.at(-1)).toMatch(/^Done: /);
    expect(said.code).toBe(runs[name]?.code);
    await runs[name]?.seen(said);
  }, 60_000);
});

/** Templates name a sample service by its place. */
function atServices(text: string): string {
  return desk.sandbox.services.reduce(
    (so, { id, url }) => so.replaceAll(`"http://sample-${id}/`, `"${url}/`),
    text,
  );
}

function service(id: string) {
  const found = desk.sandbox.services.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no service ${id}`);
  return found;
}

const added = (id: string, path: string): number =>
  service(id).requests.count({ method: 'POST', path, status: 201 });
