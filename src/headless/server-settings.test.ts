import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from './server-settings.ts';

describe('the settings of the operator', () => {
  it('are loopback and nothing else when nothing is set', () => {
    expect(readSettings({ FOOTBRIDGE_ALLOW: ' ', FOOTBRIDGE_ACCESS_KEY: '' })).toEqual({
      listenHost: '127.0.0.1',
      access: undefined,
      publicUrl: undefined,
      allow: [],
      places: [],
      sqliteFolders: [],
      keys: [],
      oauthApps: new Map(),
      callsAMinute: undefined,
      sandboxPorts: {},
    });
  });

  it('name places by their address, without its path', () => {
    const { places } = readSettings({
      FOOTBRIDGE_PLACES: 'crm=https://crm.example.com/v2, shop=http://10.0.0.5:8080',
    });
    expect(places.map(({ name, url }) => [name, url])).toEqual([
      ['crm', 'https://crm.example.com'],
      ['shop', 'http://10.0.0.5:8080'],
    ]);
  });

  it('name apps of services, with a secret or without', () => {
    const { oauthApps } = readSettings({
      FOOTBRIDGE_OAUTH_GOOGLE_ID: 'one',
      FOOTBRIDGE_OAUTH_GOOGLE_SECRET: 'two',
      FOOTBRIDGE_OAUTH_MY_SHOP_ID: 'three',
      FOOTBRIDGE_OAUTH_ALONE_SECRET: 'four',
    });
    expect(oauthApps).toEqual(
      new Map([
        ['GOOGLE', { id: 'one', secret: 'two' }],
        ['MY_SHOP', { id: 'three', secret: undefined }],
      ]),
    );
  });

  it('say how many calls a workspace may make in a minute', () => {
    expect(readSettings({ FOOTBRIDGE_CALLS_A_MINUTE: '6000' }).callsAMinute).toBe(6000);
  });

  it.each([
    ['FOOTBRIDGE_ALLOW', '10.0.0.5'],
    ['FOOTBRIDGE_PLACES', 'crm'],
    ['FOOTBRIDGE_PLACES', 'crm=ftp://x'],
    ['FOOTBRIDGE_PUBLIC_URL', 'bridge.example'],
    ['FOOTBRIDGE_SANDBOX_CRM_PORT', '99999'],
    ['FOOTBRIDGE_CALLS_A_MINUTE', '0'],
    ['FOOTBRIDGE_CALLS_A_MINUTE', '1e400'],
    ['FOOTBRIDGE_CALLS_A_MINUTE', 'many'],
  ])('that make no sense are told by their name: %s=%s', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(name);
  });
});

describe('how people come in', () => {
  const openId = {
    FOOTBRIDGE_OIDC_ISSUER: 'https://login.example.com/realms/work',
    FOOTBRIDGE_OIDC_CLIENT_ID: 'footbridge',
    FOOTBRIDGE_OIDC_CLIENT_SECRET: 'a-secret',
  };

  it('is said by a key, or by a provider with who may come in', () => {
    expect(readSettings({ FOOTBRIDGE_ACCESS_KEY: 'a-key' }).access).toEqual({
      by: 'key',
      key: 'a-key',
    });
    expect(
      readSettings({
        ...openId,
        FOOTBRIDGE_OIDC_SCOPES: 'email groups',
        FOOTBRIDGE_OIDC_ALLOW: '@example.com, groups=editors',
        FOOTBRIDGE_OIDC_SESSION_HOURS: '8',
      }).access,
    ).toEqual({
      by: 'open-id',
      openId: {
        issuer: 'https://login.example.com/realms/work',
        clientId: 'footbridge',
        clientSecret: 'a-secret',
        scopes: 'openid email groups',
        allow: ['@example.com', 'groups=editors'],
        sessionHours: 8,
      },
    });
  });

  it.each([
    ['FOOTBRIDGE_OIDC_ISSUER'],
    ['FOOTBRIDGE_OIDC_CLIENT_ID'],
    ['FOOTBRIDGE_OIDC_CLIENT_SECRET'],
  ] as const)('is not said by the half of it: %s is missing', (name) => {
    const { [name]: _left, ...rest } = openId;
    const set = Object.keys(rest)[0] ?? '';
    expect(() => readSettings(rest)).toThrow(new RegExp(`^${set} is set, but not ${name}`));
  });

  it('is not said by what belongs to a provider that is not named', () => {
    expect(() => readSettings({ FOOTBRIDGE_OIDC_ALLOW: '@example.com' })).toThrow(
      'FOOTBRIDGE_OIDC_ALLOW is set, but not FOOTBRIDGE_OIDC_ISSUER and FOOTBRIDGE_OIDC_CLIENT_ID',
    );
  });

  it('is one of both', () => {
    expect(() => readSettings({ ...openId, FOOTBRIDGE_ACCESS_KEY: 'a-key' })).toThrow(
      'FOOTBRIDGE_ACCESS_KEY and FOOTBRIDGE_OIDC_ISSUER are both set',
    );
  });

  it('needs the address that people open, where that is not this computer', () => {
    const elsewhere = { ...openId, FOOTBRIDGE_HOST: '0.0.0.0' };
    expect(() => readSettings(elsewhere)).toThrow('FOOTBRIDGE_PUBLIC_URL is missing');
    const known = { ...elsewhere, FOOTBRIDGE_PUBLIC_URL: 'https://bridge.example' };
    expect(readSettings(known).access?.by).toBe('open-id');
  });

  it.each([
    ['FOOTBRIDGE_OIDC_ISSUER', 'login.example.com'],
    ['FOOTBRIDGE_OIDC_ISSUER', 'https://login.example.com/.well-known/openid-configuration'],
    ['FOOTBRIDGE_OIDC_ISSUER', 'https://login.example.com/?realm=work'],
    ['FOOTBRIDGE_OIDC_ALLOW', 'example.com'],
    ['FOOTBRIDGE_OIDC_SESSION_HOURS', '0'],
    ['FOOTBRIDGE_OIDC_SESSION_HOURS', '1000'],
    ['FOOTBRIDGE_OIDC_SESSION_HOURS', 'a day'],
    ['FOOTBRIDGE_OIDC_CLIENT_SECRET_FILE', '/no/such/file'],
  ])('is told by its name where it makes no sense: %s=%s', (name, value) => {
    const { FOOTBRIDGE_OIDC_CLIENT_SECRET: secret, ...rest } = openId;
    const given = name.endsWith('_FILE')
      ? rest
      : { ...rest, FOOTBRIDGE_OIDC_CLIENT_SECRET: secret };
    expect(() => readSettings({ ...given, [name]: value })).toThrow(new RegExp(`^${name}`));
  });

  it('takes the secret out of a file, and not out of two places', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'footbridge-settings-'));
    try {
      const file = join(folder, 'secret');
      await writeFile(file, 'the-secret-in-the-file\n');
      const { FOOTBRIDGE_OIDC_CLIENT_SECRET: secret, ...rest } = openId;
      const fromFile = { ...rest, FOOTBRIDGE_OIDC_CLIENT_SECRET_FILE: file };
      expect(readSettings(fromFile).access).toMatchObject({
        openId: { clientSecret: 'the-secret-in-the-file' },
      });
      expect(() => readSettings({ ...fromFile, FOOTBRIDGE_OIDC_CLIENT_SECRET: secret })).toThrow(
        'both set',
      );
      await writeFile(file, ' ');
      expect(() => readSettings(fromFile)).toThrow('is empty');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
