/** A service with accounts (a real authorization server) and a Footbridge that knows it as the connector "Ledger". */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  startAuthorizationServer,
  type AuthorizationServer,
} from '../src/proxy/testing/authorization-server.ts';
import { ownPort, startOwnFootbridge } from './own-footbridge.ts';

export interface Ledger {
  /** Of the Footbridge; ends with a slash. */
  readonly url: string;
  readonly service: AuthorizationServer;
  /** What it keeps and writes. */
  readonly folder: string;
  close(): Promise<void>;
}

export async function startLedger(): Promise<Ledger> {
  const port = await ownPort();
  // A name, so that a browser takes the service for another site than Footbridge: its cookies do not come along.
  const service = await startAuthorizationServer({
    hostname: 'localhost',
    footbridge: `http://127.0.0.1:${port}`,
  });
  const { url, folder, close } = await startOwnFootbridge({
    port,
    environment: { FOOTBRIDGE_ALLOW: service.host },
    async changeCatalog(catalog) {
      await mkdir(join(catalog, 'ledger'));
      await writeFile(
        join(catalog, 'ledger', 'component.json'),
        JSON.stringify(ledgerComponent(service.origin)),
      );
      await cp(join(catalog, 'crm', 'icon.svg'), join(catalog, 'ledger', 'icon.svg'));
    },
  });
  return {
    url,
    service,
    folder,
    async close() {
      await close();
      await service.close();
    },
  };
}

function ledgerComponent(origin: string) {
  const me = { via: 'http', method: 'GET', path: ['/api/me'] };
  const verify = { call: me, says: 'Connected as {who}', facts: { who: '/who' } };
  const form = (properties: Record<string, object>) => ({
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  });
  const field = (title: string, writeOnly = false) => ({
    title,
    type: 'string',
    minLength: 1,
    writeOnly,
  });
  const scopes = ['openid', 'offline_access'];
  const tokenUrl = `${origin}/token`;
  return {
    id: 'test:ledger',
    version: '1.0.0',
    kind: 'connector',
    title: 'Ledger',
    description: 'Books of a company.',
    hue: 140,
    categories: ['Customers'],
    origins: [origin],
    credentials: [
      {
        id: 'account',
        title: 'Account',
        schema: form({}),
        auth: {
          scheme: 'oauth2',
          grant: 'authorization-code',
          authorizeUrl: `${origin}/auth`,
          tokenUrl,
          app: 'ledger',
          scopes,
          authorizeParameters: { prompt: 'consent' },
        },
        verify,
      },
      {
        id: 'program',
        title: 'Program',
        schema: form({ clientId: field('ID'), clientSecret: field('Secret', true) }),
        auth: {
          scheme: 'oauth2',
          grant: 'client-credentials',
          tokenUrl,
          clientId: '/clientId',
          clientSecret: '/clientSecret',
        },
        verify,
      },
      {
        id: 'screen',
        title: 'Code',
        forExperts: true,
        schema: form({ clientId: field('ID') }),
        auth: {
          scheme: 'oauth2',
          grant: 'device-code',
          deviceUrl: `${origin}/device/auth`,
          tokenUrl,
          clientId: '/clientId',
          scopes,
        },
        verify,
      },
    ],
    operations: [
      {
        id: 'who',
        title: 'Who am I',
        description: 'Says whose books these are.',
        effect: 'read',
        emits: 'one',
        slots: {},
        output: {
          type: 'object',
          properties: { who: { type: 'string', title: 'Who' } },
        },
        sample: { output: { who: 'ada' } },
        call: me,
      },
    ],
  };
}
