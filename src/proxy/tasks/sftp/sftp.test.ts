import ssh2 from 'ssh2';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  createHostKey,
  fingerprintOfHostKey,
  sampleFilesPassword,
  sampleFilesUser,
  startFileServer,
  type FileServer,
} from '../../../sandbox/index.ts';
import { shippedComponent, signedIn } from '../../testing/task-scene.ts';
import { silentRelay } from '../../testing/silent-relay.ts';
import { fitsPattern } from './remote-path.ts';
import { createSftp } from './sftp.ts';

const hostKey = createHostKey();
const pair = ssh2.utils.generateKeyPairSync('ed25519', {
  passphrase: 'open sesame',
  cipher: 'aes256-cbc',
  rounds: 4,
});
const component = shippedComponent('sftp');
let server: FileServer;

beforeAll(async () => {
  server = await startFileServer(0, { hostKey, mayEnter: pair.public });
});
afterEach(() => server.reset());
afterAll(() => server.close());

const form = (change: Record<string, string | number> = {}) => ({
  host: '127.0.0.1',
  port: server.port,
  user: sampleFilesUser,
  password: sampleFilesPassword,
  fingerprint: fingerprintOfHostKey(hostKey),
  ...change,
});
const connected = (change: Record<string, string | number> = {}) =>
  signedIn({ component, type: 'password', form: form(change) });

describe('signing in to a file server', () => {
  it('is proved with the folder where the server puts the user', async () => {
    expect(await (await connected()).proof()).toMatchObject({
      status: 200,
      body: [{ user: 'demo', host: '127.0.0.1', folder: '/' }],
    });
  });

  it('works with a key that has a passphrase', async () => {
    const { password: _none, ...rest } = form();
    const scene = await signedIn({
      component,
      type: 'private-key',
      form: { ...rest, privateKey: pair.private, passphrase: 'open sesame' },
    });
    expect(await scene.proof()).toMatchObject({ status: 200 });
  });

  it('says that a key cannot be read, before anybody is connected to', async () => {
    const { password: _none, ...rest } = form();
    const privateKey = '-----BEGIN PRIVATE KEY-----\nno key\n-----END PRIVATE KEY-----';
    const scene = await signedIn({ component, type: 'private-key', form: { ...rest, privateKey } });
    expect(await scene.proof()).toMatchObject({
      problem: { code: 'proxy.sign-in-key-not-readable' },
    });
  });

  it('with a wrong password is refused as a sign-in', async () => {
    const scene = await connected({ password: 'not this one at all' });
    expect(await scene.proof()).toMatchObject({ kind: 'answered', status: 401 });
  });

  it('asks whether a key is trusted that nobody has confirmed, and tells which', async () => {
    const scene = await connected({ fingerprint: '' });
    expect(await scene.proof()).toMatchObject({
      kind: 'unanswered',
      problem: {
        code: 'proxy.host-key-unknown',
        params: { key: fingerprintOfHostKey(hostKey), field: '/fingerprint' },
      },
    });
  });

  it('sends nothing to a server that shows another key', async () => {
    const scene = await connected({ fingerprint: fingerprintOfHostKey(createHostKey()) });
    expect(await scene.ask('write-file', { path: 'in/a.txt', text: 'x' })).toMatchObject({
      problem: { code: 'proxy.host-key-changed' },
      retryable: false,
    });
    expect(server.log).toEqual([]);
  });

  it('opens no connection to a host that is not allowed', async () => {
    const inside = await silentRelay(server.port);
    const account = { component, type: 'password', form: form({ port: inside.port }) };
    const scene = await signedIn({ ...account, allow: [] });
    expect(await scene.proof()).toMatchObject({
      problem: { code: 'proxy.destination-not-allowed' },
    });
    expect(inside.sockets()).toBe(0);
    expect(await (await signedIn(account)).proof()).toMatchObject({ status: 200 });
    expect(inside.sockets()).toBe(1);
  });
});

describe('files', () => {
  it('of a folder are found by their names', async () => {
    const { messages } = await connected();
    const found = await messages('find-files', { folder: 'in', names: 'customers-*.csv' });
    expect(found.map((file) => (file as { name: string }).name).sort()).toEqual([
      'customers-november.csv',
      'customers-october.csv',
    ]);
    expect(found[0]).toMatchObject({
      folder: 'in',
      kind: 'file',
      size: expect.any(Number) as number,
    });
  });

  it('come with folders only where that is asked for', async () => {
    const { messages } = await connected();
    expect(await messages('find-files', { folder: '/', folders: true })).toContainEqual(
      expect.objectContaining({ kind: 'folder', name: 'in', path: '/in' }),
    );
    expect(
      (await connected().then(({ ask }) => ask('find-files', { folder: '/' }))) as object,
    ).toMatchObject({
      body: [],
    });
  });

  it('of a folder that is not there are refused, with its path', async () => {
    const { ask } = await connected();
    expect(await ask('find-files', { folder: 'nowhere' })).toMatchObject({
      status: 404,
      body: { path: 'nowhere' },
    });
  });

  it('are read as text without the mark at its beginning, or packed', async () => {
    const { messages } = await connected();
    await messages('write-file', { path: 'in/marked.csv', text: '\uFEFFname\nÆsa\n' });
    const [text] = await messages('read-file', { path: 'in/marked.csv' });
    expect(text).toMatchObject({ text: 'name\nÆsa\n', name: 'marked.csv' });
    const [packed] = await messages('read-file', { path: 'in/marked.csv', as: 'base64' });
    expect(Buffer.from((packed as { base64: string }).base64, 'base64').toString()).toBe(
      '\uFEFFname\nÆsa\n',
    );
  });

  it('that are no text say so instead of giving broken letters', async () => {
    const { messages, ask } = await connected();
    await messages('write-file', { path: 'in/picture', base64: 'iVBORw0KGgr/' });
    expect(await ask('read-file', { path: 'in/picture' })).toMatchObject({
      problem: { code: 'proxy.file-not-text', params: { path: 'in/picture' } },
    });
  });

  it('are written whole, with the folders that are missing, and nothing else is left there', async () => {
    const { messages } = await connected();
    const text = 'line\n'.repeat(200_000);
    const [written] = await messages('write-file', {
      path: 'new/deep/a.txt',
      text,
      makeFolders: true,
    });
    expect(written).toEqual({
      path: 'new/deep/a.txt',
      name: 'a.txt',
      size: 1_000_000,
      replaced: false,
    });
    expect(server.files.inside('/new/deep').map(([name]) => name)).toEqual(['a.txt']);
    expect(await messages('read-file', { path: 'new/deep/a.txt' })).toMatchObject([{ text }]);
  });

  it('that are there already are kept, replaced or numbered, as the person says', async () => {
    const { messages, ask } = await connected();
    const write = (existing: string) => ({ path: 'out/a.txt', text: existing, existing });
    await messages('write-file', write('refuse'));
    expect(await ask('write-file', write('refuse'))).toMatchObject({
      status: 409,
      body: { path: 'out/a.txt' },
    });
    expect(await messages('write-file', write('number'))).toMatchObject([
      { path: 'out/a (2).txt' },
    ]);
    expect(await messages('write-file', write('replace'))).toMatchObject([{ replaced: true }]);
    expect(await messages('read-file', { path: 'out/a.txt' })).toMatchObject([{ text: 'replace' }]);
  });

  it('that cannot be put in their place leave nothing beside it', async () => {
    const { ask } = await connected();
    const move = vi.spyOn(server.files, 'move').mockReturnValue(false);
    const said = await ask('write-file', { path: 'out/a.txt', text: 'x' }).finally(() =>
      move.mockRestore(),
    );
    expect(said).toMatchObject({ status: 422, body: { path: 'out/a.txt' } });
    expect(server.files.inside('/out')).toEqual([]);
  });

  it('are moved into a folder under their name, or renamed', async () => {
    const { messages } = await connected();
    const from = 'in/customers-october.csv';
    expect(await messages('move-file', { path: from, to: 'done' })).toMatchObject([
      { path: 'done/customers-october.csv', before: from },
    ]);
    expect(
      await messages('move-file', { path: 'done/customers-october.csv', to: 'done/october.csv' }),
    ).toMatchObject([{ name: 'october.csv' }]);
    expect(server.files.inside('/done').map(([name]) => name)).toEqual(['october.csv']);
  });

  it('that are moved to where they are stay there', async () => {
    const { messages } = await connected();
    const path = 'in/customers-october.csv';
    expect(await messages('move-file', { path, to: 'in/', existing: 'replace' })).toMatchObject([
      { path, replaced: false },
    ]);
    expect(await messages('read-file', { path })).toMatchObject([
      { name: 'customers-october.csv' },
    ]);
  });

  it('that would be replaced stay as they are where nothing can be moved to their place', async () => {
    const { messages, ask } = await connected();
    await messages('write-file', { path: 'out/a.txt', text: 'the only copy' });
    // A folder with something in it is not moved by this server.
    const said = await ask('move-file', { path: 'in', to: 'out/a.txt', existing: 'replace' });
    expect(said).toMatchObject({ status: 422, body: { path: 'out/a.txt' } });
    expect(await messages('read-file', { path: 'out/a.txt' })).toMatchObject([
      { text: 'the only copy' },
    ]);
    expect(server.files.inside('/out').map(([name]) => name)).toEqual(['a.txt']);
  });

  it('that two write at once never share a name on the way', async () => {
    const { messages } = await connected();
    const write = (text: string) =>
      messages('write-file', { path: 'out/both.txt', text, existing: 'replace' });
    const said = await Promise.allSettled([write('one'), write('other')]);
    expect(said.map(({ status }) => status)).toContain('fulfilled');
    const names = server.log.filter((line) => line.startsWith('WRITE'));
    expect([names.length, new Set(names).size]).toEqual([2, 2]);
    expect(server.files.inside('/out').map(([name]) => name)).toEqual(['both.txt']);
  });

  it('are deleted, and a second time said not to be there', async () => {
    const { messages, ask } = await connected();
    expect(await messages('delete-file', { path: 'in/order-2026-1182.xml' })).toMatchObject([
      { deleted: true },
    ]);
    expect(await ask('delete-file', { path: 'in/order-2026-1182.xml' })).toMatchObject({
      status: 404,
    });
  });

  it.each([['in/a\0b.txt'], [`in/${'x'.repeat(5_000)}`]])(
    'have no path that no server can mean: %#',
    async (path) => {
      const { ask } = await connected();
      expect(await ask('read-file', { path })).toMatchObject({
        problem: { code: 'proxy.file-path-not-usable' },
      });
    },
  );

  it('whose server goes away in the middle are a failure in words, and the next call works', async () => {
    const { plan, services, token, messages } = await connected();
    for (let at = 0; at < 1_000; at += 1) server.files.write(`/in/${at}.txt`, Buffer.from('x'));
    const request = plan('find-files', { folder: 'in' });
    let said = await services.call(request, token);
    server.breakOff();
    while (said.kind === 'answered' && said.more !== undefined)
      said = await services.call({ ...request, continues: said.more }, token);
    expect(said).toMatchObject({ kind: 'unanswered', problem: { code: 'proxy.answer-cut' } });
    expect(await messages('find-files', { folder: 'done' })).toEqual([]);
  });
});

describe('a file server that falls silent', () => {
  it('before its first word is given up, in words', async () => {
    const silent = await silentRelay();
    const scene = await signedIn({
      component,
      type: 'password',
      form: form({ port: silent.port }),
      transports: { sftp: () => Promise.resolve(createSftp({ signInMs: 50, cleanUpMs: 500 })) },
    });
    expect(await scene.proof()).toEqual({
      kind: 'unanswered',
      problem: {
        code: 'proxy.service-too-slow',
        params: { host: `127.0.0.1:${String(silent.port)}` },
      },
      retryable: true,
    });
    await expect.poll(silent.callers).toBe(0);
  });

  it('in the middle of a list is given up, in words', async () => {
    const relay = await silentRelay(server.port);
    const { plan, services, token } = await signedIn({
      component,
      type: 'password',
      form: form({ port: relay.port }),
      taskWaits: { pageMs: 1_000 },
    });
    for (let at = 0; at < 1_000; at += 1) server.files.write(`/in/${at}.txt`, Buffer.from('x'));
    const request = plan('find-files', { folder: 'in' });
    let said = await services.call(request, token);
    relay.fallSilent();
    while (said.kind === 'answered' && said.more !== undefined)
      said = await services.call({ ...request, continues: said.more }, token);
    expect(said).toMatchObject({
      kind: 'unanswered',
      problem: {
        code: 'proxy.answer-stalled',
        params: { host: `127.0.0.1:${String(relay.port)}` },
      },
    });
    await expect.poll(relay.callers).toBe(0);
  });
});

it('a file server that falls silent while half a file is taken away again is given up', async () => {
  const relay = await silentRelay(server.port);
  const sftp = createSftp({ signInMs: 5_000, cleanUpMs: 500 });
  const { ask } = await signedIn({
    component,
    type: 'password',
    form: form({ port: relay.port }),
    transports: { sftp: () => Promise.resolve(sftp) },
  });
  const cancel = new AbortController();
  vi.spyOn(server.files, 'write').mockImplementation(() => {
    cancel.abort();
    return true;
  });
  const taken = vi.spyOn(server.files, 'remove').mockImplementation(() => {
    relay.fallSilent();
    return true;
  });
  try {
    await expect(
      ask('write-file', { path: 'in/a.txt', text: 'x' }, cancel.signal),
    ).rejects.toThrow();
    await expect.poll(() => taken.mock.calls.length, { timeout: 5_000 }).toBe(1);
    await expect.poll(relay.callers, { timeout: 3_000 }).toBe(0);
  } finally {
    vi.restoreAllMocks();
  }
});

describe('a pattern of names', () => {
  it.each([
    ['report.csv', '*.csv', true],
    ['report.CSV', '*.csv', true],
    ['report.csv.bak', '*.csv', false],
    ['order-12.xml', 'order-??.xml', true],
    ['order-123.xml', 'order-??.xml', false],
    ['a', '', true],
    ['a+b(1).txt', 'a+b(1).*', true],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', '*a*a*a*a*a*a*a*a*c', false],
  ])('%s and %s: %s', (name, pattern, fits) => {
    expect(fitsPattern(name, pattern)).toBe(fits);
  });
});
