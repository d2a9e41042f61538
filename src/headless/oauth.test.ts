import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shippedCatalog } from '../catalog/testing/shipped.ts';
import { exportFlow, writeFlow, type Flow } from '../flow/index.ts';
import { aFlow, aStep } from '../flow/testing/a-flow.ts';
import {
  clientSecret,
  startAuthorizationServer,
  type AuthorizationServer,
} from '../proxy/testing/authorization-server.ts';
import { aDesk, type Desk } from './testing/command-line.ts';

let desk: Desk;
let service: AuthorizationServer;
beforeAll(async () => {
  [desk, service] = await Promise.all([aDesk(), startAuthorizationServer({})]);
});
afterAll(() => Promise.all([desk.close(), service.close()]));

/** Asks the service who it is that asks. */
async function flowWith(type: string): Promise<string> {
  const flow: Flow = {
    ...aFlow({
      steps: [
        aStep('who', 'rest/request', {
          settings: { method: 'GET', address: `${service.origin}/api/me` },
          credential: 'ledger',
        }),
      ],
    }),
    credentials: [{ id: 'ledger', name: 'Ledger', component: 'catalog:rest', type }],
  };
  return writeFlow(await exportFlow(flow, shippedCatalog()), { indent: 2 });
}

async function run(type: string, values: Record<string, string>) {
  await desk.write('flow.json', await flowWith(type));
  await desk.write(
    'keys.json',
    JSON.stringify({
      Ledger: {
        address: service.origin,
        exchangeAddress: `${service.origin}/token`,
        appSecret: clientSecret,
        ...values,
      },
    }),
  );
  return desk.footbridge(['run', 'flow.json', '--credentials', 'keys.json'], {
    environment: { ...desk.environment, FOOTBRIDGE_ALLOW: service.host },
  });
}

it('signs in as a program, and says where the key goes', async () => {
  const said = await run('oauth-app', { appId: 'robot' });
  expect([said.code, said.err]).toEqual([0, []]);
  expect(said.out[1]).toBe(`The key of "Ledger" goes to ${service.host} and nowhere else.`);
  expect(said.out.join('\n')).not.toContain(clientSecret);
});

it('signs in with a refresh token that works once, run after run', async () => {
  const refreshToken = await service.refreshTokenOf('desk');
  for (let runs = 1; runs <= 3; runs += 1) {
    const said = await run('oauth-refresh', { appId: 'desk', refreshToken });
    expect([said.code, said.err]).toEqual([0, []]);
  }
  expect(service.asked.filter((grant) => grant === 'refresh_token')).toHaveLength(3);
  expect(await readdir(desk.folder)).toContain('keys.json.renewed');
});

it('says “Connect again” of a sign-in that was withdrawn, and nothing of the token', async () => {
  const said = await run('oauth-refresh', { appId: 'desk', refreshToken: 'a-token-nobody-gave' });
  expect(said.code).toBe(2);
  const text = [...said.out, ...said.err].join('\n');
  expect(text).toContain('does not accept this sign-in any more');
  expect(text).not.toContain('a-token-nobody-gave');
});

it('asks for a new refresh token where the kept ones are no file of Footbridge', async () => {
  await writeFile(join(desk.folder, 'keys.json.renewed'), 'not JSON');
  const said = await run('oauth-app', { appId: 'robot' });
  expect([said.code, said.out]).toEqual([3, []]);
  expect(said.err.join('\n')).toContain('keys.json.renewed');
});
