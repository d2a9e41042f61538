import { describe, expect, it } from 'vitest';
import { readSettings } from './server-settings.ts';

describe('the settings of the operator', () => {
  it('are loopback and nothing else when nothing is set', () => {
    expect(readSettings({ FOOTBRIDGE_ALLOW: ' ', FOOTBRIDGE_ACCESS_KEY: '' })).toEqual({
      listenHost: '127.0.0.1',
      accessKey: undefined,
      publicUrl: undefined,
      allow: [],
      places: [],
      sqliteFolders: [],
      keys: [],
      oauthApps: new Map(),
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

  it.each([
    ['FOOTBRIDGE_ALLOW', '10.0.0.5'],
    ['FOOTBRIDGE_PLACES', 'crm'],
    ['FOOTBRIDGE_PLACES', 'crm=ftp://x'],
    ['FOOTBRIDGE_PUBLIC_URL', 'bridge.example'],
    ['FOOTBRIDGE_SANDBOX_CRM_PORT', '99999'],
  ])('that make no sense are told by their name: %s=%s', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(name);
  });
});
