import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../../shared/index.ts';
import { certificateFor } from '../../testing/certificate.ts';
import { silentRelay } from '../../testing/silent-relay.ts';
import { shippedComponent, signedIn } from '../../testing/task-scene.ts';
import { createSmtp } from './smtp.ts';

const component = shippedComponent('email');
const user = 'ada@example.com';
const password = 'a mail password of this test';
const host = 'mail.example.com';
const servers: SMTPServer[] = [];
let tls: Awaited<ReturnType<typeof certificateFor>>;

beforeAll(async () => {
  tls = await certificateFor(host);
});
afterEach(async () => {
  for (const server of servers.splice(0))
    await new Promise<void>((resolve) => server.close(() => resolve()));
});

/** A real receiver; what arrives is kept as it came. */
async function receiver(options: SMTPServerOptions = {}) {
  const mails: { readonly to: readonly string[]; readonly raw: string }[] = [];
  let connections = 0;
  let signIns = 0;
  const server = new SMTPServer({
    ...tls,
    authMethods: ['PLAIN', 'LOGIN'],
    onConnect(_session, done) {
      connections += 1;
      done();
    },
    onAuth(auth, _session, done) {
      signIns += 1;
      if (auth.username === user && auth.password === password) done(null, { user });
      else
        done(Object.assign(new Error('Username and password not accepted'), { responseCode: 535 }));
    },
    onRcptTo({ address }, _session, done) {
      if (address.startsWith('nobody@'))
        done(Object.assign(new Error(`No such user here: <${address}>`), { responseCode: 550 }));
      else done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, raw: Buffer.concat(chunks).toString('utf8') });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  servers.push(server);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return { port, mails, connections: () => connections, signIns: () => signIns };
}

const connected = (
  port: number,
  change: Record<string, Json> = {},
  more: Partial<Parameters<typeof signedIn>[0]> = {},
) => {
  const form = {
    host,
    port,
    encryption: 'starttls',
    from: user,
    user,
    password,
    authority: tls.cert,
  };
  return signedIn({
    component,
    type: 'mailbox',
    form: { ...form, ...change },
    allow: [`${String(change['host'] ?? host)}:${port}`],
    names: { [host]: ['127.0.0.1'], 'other.example.com': ['127.0.0.1'] },
    ...more,
  });
};

const mail = { to: 'grace@example.org', subject: 'Hello', text: 'Dear Grace,\n\nit works.\n' };

describe('a mailbox', () => {
  it.each([
    ['STARTTLS', 'starttls', {}],
    ['TLS from the first byte', 'tls', { secure: true }],
  ])('is proved over %s', async (_name, encryption, options) => {
    const { port } = await receiver(options);
    expect(await (await connected(port, { encryption })).proof()).toMatchObject({
      status: 200,
      body: [{ from: user, host }],
    });
  });

  it('with a wrong password is refused as a sign-in, without the password', async () => {
    const { port } = await receiver();
    const said = await (await connected(port, { password: 'not this one at all' })).proof();
    expect(said).toMatchObject({ kind: 'answered', status: 401 });
    expect(JSON.stringify(said)).not.toContain('not this one at all');
  });

  it('whose certificate is for another name is not signed in to', async () => {
    const { port } = await receiver();
    expect(await (await connected(port, { host: 'other.example.com' })).proof()).toMatchObject({
      problem: { code: 'proxy.certificate-not-trusted' },
    });
  });

  it('that offers no encryption gets no password', async () => {
    const { port } = await receiver({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] });
    expect(await (await connected(port)).proof()).toMatchObject({
      problem: { code: 'proxy.no-encryption-there' },
    });
  });

  it('whose form says nothing of encryption is encrypted all the same', async () => {
    const { port, signIns } = await receiver({
      hideSTARTTLS: true,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
    });
    const form = { host, port, from: user, user, password, authority: tls.cert };
    const silent = await signedIn({
      component,
      type: 'mailbox',
      form,
      allow: [`${host}:${port}`],
      names: { [host]: ['127.0.0.1'] },
    });
    expect(await silent.proof()).toMatchObject({ problem: { code: 'proxy.no-encryption-there' } });
    expect(signIns()).toBe(0);
  });

  it.each([['starttls'], ['tls'], ['none']])(
    'inside of a private network that nobody allowed is not connected to: %s',
    async (encryption) => {
      const { port, connections } = await receiver();
      const inside = await connected(port, { encryption, user: '', password: '' }, { allow: [] });
      expect(await inside.proof()).toMatchObject({
        kind: 'unanswered',
        problem: { code: 'proxy.destination-not-allowed' },
      });
      expect(connections()).toBe(0);
    },
  );

  it('without encryption needs a destination that the operator named', async () => {
    const { port, connections } = await receiver({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
    });
    const plain = await connected(port, { encryption: 'none' });
    expect(await plain.proof()).toMatchObject({ status: 200 });
    const before = connections();
    const notNamed = await connected(port, { encryption: 'none' }, { allow: [] });
    expect(await notNamed.proof()).toMatchObject({ problem: { code: 'proxy.encryption-needed' } });
    expect(connections()).toBe(before);
  });
});

describe('an e-mail', () => {
  it('arrives as it was written, with its attachments', async () => {
    const { port, mails } = await receiver();
    const { messages } = await connected(port);
    const [sent] = await messages('send', {
      ...mail,
      to: 'grace@example.org, mei@example.org',
      bcc: ['hidden@example.org'],
      fromName: 'Ada Lovelace',
      attachments: [{ name: '../a.csv', text: 'a,b\n', type: 'text/csv' }],
    });
    expect(sent).toMatchObject({
      accepted: ['grace@example.org', 'mei@example.org', 'hidden@example.org'],
      refused: [],
    });
    expect(mails[0]?.to).toEqual(['grace@example.org', 'mei@example.org', 'hidden@example.org']);
    expect(mails[0]?.raw).toContain('From: Ada Lovelace <ada@example.com>');
    expect(mails[0]?.raw).toContain('it works.');
    expect(mails[0]?.raw).toContain('filename=.._a.csv');
    expect(mails[0]?.raw).not.toContain('hidden@example.org');
  });

  it('whose files end too soon, or are not those of its attachments, reaches nobody', async () => {
    const { port, mails } = await receiver();
    const { browser, plan, token } = await connected(port);
    const file = { $attachment: 'a', name: 'a.bin', size: 300_000 };
    const told = async (change: Record<string, Json>, bytes: number): Promise<string> => {
      const { via, component, operation, effect, task, input } = plan('send', {
        ...mail,
        ...change,
      });
      const order = JSON.stringify({
        via,
        component,
        operation,
        effect,
        task,
        input,
        credential: token,
      });
      const answer = await browser.ask('/api/task-with-file', {
        method: 'POST',
        body: new Blob([order, '\n', new Uint8Array(bytes)]),
      });
      return answer.text();
    };
    expect(await told({ attachments: [{ content: file }] }, 200_000)).toContain(
      'proxy.request-not-understood',
    );
    expect(await told({ attachments: [], text: file }, 300_000)).toContain('proxy.file-not-taken');
    expect(await told({ attachments: [{ content: { ...file, size: -1 } }] }, 9)).toContain(
      'proxy.request-not-understood',
    );
    expect(mails).toEqual([]);
    expect(await told({ attachments: [{ content: file }] }, 300_000)).toContain('accepted');
    expect(mails[0]?.raw).toContain('filename=a.bin');
  });

  it('gets no header by a line break in its subject or its sender', async () => {
    const { port, mails } = await receiver();
    const { messages } = await connected(port);
    await messages('send', {
      ...mail,
      subject: 'Hi\r\nBcc: spy@example.org',
      fromName: 'A\r\nX-Evil: 1',
    });
    expect(mails[0]?.to).toEqual(['grace@example.org']);
    expect(mails[0]?.raw).not.toMatch(/^(Bcc|X-Evil):/im);
  });

  it('reads no file and no address for its attachments', async () => {
    const { port, mails } = await receiver();
    const { messages } = await connected(port);
    await messages('send', {
      ...mail,
      attachments: [{ name: 'a', text: 'plain', path: '/etc/hostname', href: 'http://127.0.0.1/' }],
    });
    expect(mails[0]?.raw).toContain(Buffer.from('plain').toString('base64'));
  });

  it('to nobody there is refused in the server’s words, with the address', async () => {
    const { port, mails } = await receiver();
    const { ask } = await connected(port);
    expect(await ask('send', { ...mail, to: 'nobody@example.org' })).toMatchObject({
      kind: 'answered',
      status: 422,
      body: { code: 550, message: expect.stringContaining('No such user here') as string },
    });
    expect(mails).toEqual([]);
  });

  it.each([
    [{ to: '' }, 'proxy.mail-without-recipient'],
    [{ to: 'grace at example.org' }, 'proxy.mail-address-not-valid'],
    [{ to: 'a@example.org>\nRCPT TO:<b@example.org' }, 'proxy.mail-address-not-valid'],
    [
      { to: Array.from({ length: 51 }, (_, at) => `p${at}@example.org`) },
      'proxy.mail-too-many-recipients',
    ],
    [{ attachments: Array.from({ length: 101 }, () => ({})) }, 'proxy.mail-too-many-attachments'],
    [{ text: 'x'.repeat(10 * 1024 * 1024 + 1) }, 'proxy.mail-too-large'],
    [{ attachments: [{ name: 'a', base64: '###' }] }, 'proxy.base64-not-readable'],
  ])('that cannot be sent is refused before anybody is connected to: %#', async (change, code) => {
    const { port, connections } = await receiver();
    const { ask } = await connected(port);
    expect(await ask('send', { ...mail, ...change })).toMatchObject({ problem: { code } });
    expect(connections()).toBe(0);
  });

  it('is put off where the server says so', async () => {
    const { port } = await receiver({
      onMailFrom(_address, _session, done) {
        done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
      },
    });
    const { ask } = await connected(port);
    expect(await ask('send', mail)).toMatchObject({ kind: 'answered', status: 503 });
  });

  it('whose server dies in the middle is a failure in words', async () => {
    const { port } = await receiver({
      onData(_stream, _session) {
        for (const server of servers) for (const open of server.connections) open.close();
      },
    });
    const { ask } = await connected(port);
    expect(await ask('send', mail)).toMatchObject({
      kind: 'unanswered',
      problem: { code: 'proxy.answer-cut', params: { host: `${host}:${port}` } },
    });
  });

  it('whose server falls silent is given up, in words', async () => {
    const { port } = await receiver({ onData: () => undefined });
    const { ask } = await connected(port, {}, { taskWaits: { pageMs: 1_000 } });
    expect(await ask('send', mail)).toMatchObject({
      kind: 'unanswered',
      problem: { code: 'proxy.answer-stalled', params: { host: `${host}:${port}` } },
    });

    const silent = await silentRelay();
    const hasty = createSmtp({ greetingTimeout: 50, socketTimeout: 50 });
    const unheard = await connected(
      silent.port,
      {},
      { transports: { smtp: () => Promise.resolve(hasty) } },
    );
    expect(await unheard.ask('send', mail)).toMatchObject({
      problem: { code: 'proxy.service-too-slow' },
    });
    await expect.poll(silent.callers).toBe(0);
  });

  it('is given up when nobody waits for it', async () => {
    const { port } = await receiver({ onData: () => undefined });
    const { ask } = await connected(port);
    const cancel = new AbortController();
    const asked = ask('send', mail, cancel.signal);
    setTimeout(() => cancel.abort(), 100);
    await expect(asked).rejects.toThrow();
  });
});
