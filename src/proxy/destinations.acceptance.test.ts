/** Acceptance: where requests may go. Real servers count sockets; the name service is a table. */
import type { buildConnector } from 'undici';
import { describe, expect, it } from 'vitest';
import { createConnector } from './egress/connector.ts';
import { createDestinations } from './egress/destinations.ts';
import { ownPort, refusalOf } from './testing/proxy-under-test.ts';
import { proxy, service } from './testing/scene.ts';

describe('an address of the inside, in every notation', () => {
  it.each([
    ['dotted', '127.0.0.1'],
    ['decimal', '2130706433'],
    ['hex', '0x7f000001'],
    ['octal', '0177.0.0.1'],
    ['short', '127.1'],
    ['full-width digits', '１２７.0.0.1'],
    ['unspecified', '0.0.0.0'],
    ['IPv6 loopback', '[::1]'],
    ['mapped', '[::ffff:127.0.0.1]'],
    ['mapped in hex', '[::ffff:7f00:1]'],
    ['compatible', '[::127.0.0.1]'],
    ['NAT64', '[64:ff9b::7f00:1]'],
    ['local NAT64', '[64:ff9b:1::7f00:1]'],
    ['6to4', '[2002:7f00:1::]'],
    ['Teredo', '[2001:0:7f00:1::]'],
    ['private', '10.0.0.5'],
    ['private', '192.168.1.1'],
    ['private', '172.16.3.4'],
    ['link-local', '169.254.1.1'],
    ['metadata', '169.254.169.254'],
    ['metadata of another cloud', '168.63.129.16'],
    ['CGNAT', '100.64.0.1'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unique local', '[fd00::1]'],
    ['IPv6 link-local', '[fe80::1]'],
    ['site-local', '[fec0::1]'],
    ['outside of what is handed out', '[4000::1]'],
  ])('is refused without a socket: %s %s', async (_notation, host) => {
    const inside = await service();
    const browser = await proxy().browser();
    const answer = await refusalOf(
      await browser.call({
        origin: { from: 'settings', at: '/address' },
        address: `http://${host}:${inside.port}`,
      }),
    );
    expect(answer).toMatchObject({
      status: 403,
      code: 'proxy.destination-not-allowed',
      retryable: false,
    });
    expect(inside.sockets()).toBe(0);
  });
});

describe('a name that leads inside', () => {
  it('is refused without a socket', async () => {
    const inside = await service();
    const browser = await proxy({ names: { 'inside.example': ['127.0.0.1'] } }).browser();
    const answer = await browser.call({ origin: `http://inside.example:${inside.port}` });
    expect(await refusalOf(answer)).toMatchObject({
      status: 403,
      code: 'proxy.destination-not-allowed',
    });
    expect(inside.sockets()).toBe(0);
  });

  it('is refused when only one of its addresses is private', async () => {
    const inside = await service();
    const browser = await proxy({
      names: { 'mixed.example': ['93.184.216.34', '127.0.0.1'] },
    }).browser();
    const answer = await browser.call({ origin: `http://mixed.example:${inside.port}` });
    expect(await refusalOf(answer)).toMatchObject({ code: 'proxy.destination-not-allowed' });
    expect(inside.sockets()).toBe(0);
  });

  it('is dialled at the checked address, although the name service changes its mind', async () => {
    const answers = [['93.184.216.34'], ['127.0.0.1']];
    const dialled: string[] = [];
    const connect = createConnector({
      destinations: createDestinations({
        allow: [],
        own: () => ({ port: ownPort, addresses: [] }),
      }),
      resolve: () => Promise.resolve(answers.shift() ?? []),
      connectMs: 1000,
      dial: (target, done) => {
        dialled.push(`${target.hostname} as ${target.servername ?? ''}`);
        done(new Error('no network in tests'), null);
      },
    });
    const target: buildConnector.Options = {
      hostname: 'rebinding.example',
      protocol: 'https:',
      port: '443',
    };
    const failures = [await failureOf(connect, target), await failureOf(connect, target)];
    expect(dialled).toEqual(['93.184.216.34 as rebinding.example']);
    expect(failures).toEqual(['no network in tests', 'proxy.destination-not-allowed']);
  });

  it('is tried at its next address when the first does not answer', async () => {
    const dialled: string[] = [];
    const connect = createConnector({
      destinations: createDestinations({
        allow: [],
        own: () => ({ port: ownPort, addresses: [] }),
      }),
      resolve: () => Promise.resolve(['93.184.216.34', '93.184.216.35']),
      connectMs: 1000,
      dial: (target, done) => {
        dialled.push(target.hostname);
        done(new Error('silent'), null);
      },
    });
    await failureOf(connect, { hostname: 'two.example', protocol: 'http:', port: '' });
    expect(dialled).toEqual(['93.184.216.34', '93.184.216.35']);
  });

  it('tells a name nobody knows', async () => {
    const browser = await proxy().browser();
    const answer = await browser.call({ origin: 'https://nowhere.example' });
    expect(await refusalOf(answer)).toMatchObject({
      code: 'proxy.host-not-found',
      params: { host: 'nowhere.example' },
      retryable: true,
    });
  });
});

describe("the server's own address", () => {
  it.each([
    ['loopback', '127.0.0.1', {}],
    ['a name', 'me.example', { 'me.example': ['127.0.0.1'] }],
    ['its address in the network', 'lan.example', { 'lan.example': ['192.168.7.7'] }],
  ])('is refused by %s, even when it is allowed', async (_by, host, names) => {
    const browser = await proxy({
      names,
      allow: [`${host}:${ownPort}`],
      ownAddresses: ['192.168.7.7'],
    }).browser();
    const answer = await browser.call({ origin: `http://${host}:${ownPort}` });
    expect(await refusalOf(answer)).toMatchObject({ status: 403, code: 'proxy.own-address' });
  });
});

it('dials nothing at its own address, by whatever name', async () => {
  const dialled: string[] = [];
  const connect = createConnector({
    destinations: createDestinations({
      allow: [`me.example:${ownPort}`, `127.0.0.1:${ownPort}`],
      own: () => ({ port: ownPort, addresses: ['192.168.7.7'] }),
    }),
    resolve: () => Promise.resolve(['192.168.7.7']),
    connectMs: 1000,
    dial: (target, done) => {
      dialled.push(target.hostname);
      done(new Error('no network in tests'), null);
    },
  });
  const at = (hostname: string): Promise<string> =>
    failureOf(connect, { hostname, protocol: 'http:', port: String(ownPort) });
  expect([await at('127.0.0.1'), await at('me.example'), dialled]).toEqual([
    'proxy.own-address',
    'proxy.own-address',
    [],
  ]);
});

describe('what the operator allows', () => {
  it('is reached at exactly this host and port', async () => {
    const wanted = await service();
    const other = await service();
    const tested = proxy({ allow: [`127.0.0.1:${wanted.port}`] });
    const browser = await tested.browser();
    const reached = await browser.call({ origin: `http://127.0.0.1:${wanted.port}` });
    expect([reached.headers.get('footbridge-status'), await reached.text()]).toEqual([
      '200',
      'reached',
    ]);

    const refused = await refusalOf(
      await browser.call({ origin: `http://127.0.0.1:${other.port}` }),
    );
    expect(refused.code).toBe('proxy.destination-not-allowed');
    expect(other.sockets()).toBe(0);
    const line = `FOOTBRIDGE_ALLOW=127.0.0.1:${other.port}`;
    expect([refused.params['allow'], tested.refusedLines]).toEqual([line, [line]]);
  });

  it('does not allow the same address under another name', async () => {
    const wanted = await service();
    const browser = await proxy({
      allow: [`127.0.0.1:${wanted.port}`],
      names: { 'other.example': ['127.0.0.1'] },
    }).browser();
    const answer = await refusalOf(
      await browser.call({ origin: `http://other.example:${wanted.port}` }),
    );
    expect(answer.code).toBe('proxy.destination-not-allowed');
    expect(wanted.sockets()).toBe(0);
  });

  it('never lets an allowed name lead to a metadata service', async () => {
    const browser = await proxy({
      allow: ['crm.example:80'],
      names: { 'crm.example': ['169.254.169.254'] },
    }).browser();
    expect((await refusalOf(await browser.call({ origin: 'http://crm.example' }))).code).toBe(
      'proxy.destination-not-allowed',
    );
  });

  it.each(['10.0.0.5', 'http://10.0.0.5:80', '10.0.0.5:', '*:80 ,'])(
    'has to be host:port: "%s" is told',
    (entry) => {
      expect(() =>
        createDestinations({ allow: [entry], own: () => ({ port: 1, addresses: [] }) }),
      ).toThrow('is not host:port');
    },
  );
});

it('ignores proxy variables of the environment', async () => {
  const wanted = await service();
  const envProxy = await service();
  const before = { ...process.env };
  for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY'])
    process.env[name] = `http://127.0.0.1:${envProxy.port}`;
  try {
    const browser = await proxy({ allow: [`127.0.0.1:${wanted.port}`] }).browser();
    const answer = await browser.call({ origin: `http://127.0.0.1:${wanted.port}` });
    expect([await answer.text(), envProxy.sockets()]).toEqual(['reached', 0]);
  } finally {
    process.env = before;
  }
});

function failureOf(
  connect: buildConnector.connector,
  target: buildConnector.Options,
): Promise<string> {
  return new Promise((resolve) =>
    connect(target, (...[error]) => resolve(error?.message ?? 'connected')),
  );
}
