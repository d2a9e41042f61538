/** Whether an account is right, for services of which nobody knows what they answer: asked for real, with the account and without. */
import { describe, expect, it } from 'vitest';
import { askedOfForm, proveAccount, type Component } from '../catalog/index.ts';
import { startService, type Handler } from '../proxy/testing/real-service.ts';
import { startSandbox } from '../sandbox/index.ts';
import type { JsonObject } from '../shared/index.ts';
import { closed } from '../shared/testing/closed.ts';
import { userOf, type Account } from './testing/shipped-calls.ts';

async function proofOf(id: string, account: Account): Promise<string> {
  const { component, calls } = closed(
    userOf(id, [new URL(String(account['address'])).host], account),
  );
  const { type: name, ...form } = account;
  const type = typeOf(component, name);
  const proof = await proveAccount({
    component,
    type,
    form: askedOfForm(type, form as JsonObject),
    ask: (request) => calls.call(request, 'account'),
  });
  return proof.kind;
}

function typeOf({ credentials }: Component, id: string): Component['credentials'][number] {
  const type = credentials.find((one) => one.id === id);
  if (type === undefined) throw new Error(`no ${id}`);
  return type;
}

const token = 'a-right-token-4711';
const open: Handler = (_request, response) => response.end('{}');
const statusBy =
  (right: number, wrong: number): Handler =>
  ({ headers }, response) => {
    const isRight = headers.authorization === `Bearer ${token}`;
    response.writeHead(isRight ? right : wrong, { 'Content-Type': 'application/json' });
    response.end('{}');
  };

async function restProof(handler: Handler, given: string, more: JsonObject = {}): Promise<string> {
  const service = closed(await startService(handler));
  const address = `http://127.0.0.1:${String(service.port)}`;
  return proofOf('catalog:rest', { type: 'token', address, token: given, ...more });
}

describe('a key for an address that a person typed', () => {
  it.each([
    ['answers it and nobody else', statusBy(200, 401), 'proved'],
    ['has nothing at that address, and lets nobody else look', statusBy(404, 401), 'proved'],
    ['lets nobody else in by 403', statusBy(200, 403), 'proved'],
    ['fails behind its door, and lets nobody else in', statusBy(500, 401), 'proved'],
    ['answers whoever asks', open, 'untold'],
    ['has nothing there for anybody', statusBy(404, 404), 'untold'],
    ['does not allow what it asks', statusBy(403, 401), 'not-let-in'],
    ['is in trouble whoever asks', statusBy(503, 503), 'failed'],
  ] as const)('where the service %s', async (_title, handler, kind) => {
    expect(await restProof(handler, token)).toBe(kind);
  });

  it('is refused where the service does not know it', async () => {
    expect(await restProof(statusBy(200, 401), 'a-wrong-token-0815')).toBe('refused');
  });

  it('is asked for at the address that proves it, where the person knows one, and at the other where not', async () => {
    const asked: string[] = [];
    const service = closed(
      await startService(({ url, method }, response) => {
        asked.push(`${method} ${url}`);
        response.end('{}');
      }),
    );
    const address = `http://127.0.0.1:${String(service.port)}/v1`;
    const account = { type: 'token', address, token };
    await proofOf('catalog:rest', { ...account, checkAt: `${address}/me?brief=1` });
    await proofOf('catalog:rest', account);
    expect(asked).toEqual(['GET /v1/me?brief=1', 'GET /v1/me?brief=1', 'GET /v1', 'GET /v1']);
  });

  it('never goes to another host, whatever address is to prove it', async () => {
    const elsewhere = closed(await startService(open));
    const checkAt = `http://127.0.0.1:${String(elsewhere.port)}/me`;
    expect(await restProof(open, token, { checkAt })).toBe('failed');
    expect(elsewhere.sockets()).toBe(0);
  });

  it('is not proved by a service that does not answer', async () => {
    expect(await restProof((_request, response) => response.destroy(), token)).toBe('failed');
  });
});

describe('the sample services', () => {
  async function places() {
    const { services } = closed(
      await startSandbox({ crmPort: 0, newsletterPort: 0, shopPort: 0, deskPort: 0 }),
    );
    return (id: string) => {
      const place = services.find((one) => one.id === id);
      if (place === undefined) throw new Error(`no ${id}`);
      return { key: place.sampleKey ?? '', form: place.sampleForm ?? {}, url: place.url };
    };
  }

  it('prove a right account by REST, by a description, by GraphQL and by SOAP, and refuse a wrong one', async () => {
    const of = await places();
    const crm = of('crm');
    const desk = of('desk');
    const shop = of('shop');
    const crmAccount = { ...crm.form, address: `${crm.url}/me`, type: 'api-key' };
    const shopAccount = { ...shop.form, type: 'username-token' };
    const accounts: readonly (readonly [string, (key: string) => Account, string])[] = [
      ['catalog:rest', (key) => ({ ...crmAccount, key }), crm.key],
      ['catalog:openapi', (key) => ({ ...crmAccount, key }), crm.key],
      ['catalog:graphql', (key) => ({ ...desk.form, type: 'token', token: key }), desk.key],
      ['catalog:soap', (password) => ({ ...shopAccount, as: 'digest', password }), shop.key],
      ['catalog:soap', (password) => ({ ...shopAccount, as: 'text', password }), shop.key],
    ];
    for (const [id, account, key] of accounts) {
      expect([id, await proofOf(id, account(key))]).toEqual([id, 'proved']);
      expect([id, await proofOf(id, account('not-the-right-one-0815'))]).toEqual([id, 'refused']);
    }
  });
});

it('what is kept to ask again are the addresses that are asked, and no secret', () => {
  const form = { address: 'https://a.example', checkAt: 'https://a.example/me', token, user: 'u' };
  const { component } = closed(userOf('catalog:rest', []));
  expect(askedOfForm(typeOf(component, 'token'), form)).toEqual({
    address: 'https://a.example',
    checkAt: 'https://a.example/me',
  });
  const { component: crm } = closed(userOf('catalog:crm', []));
  expect(askedOfForm(typeOf(crm, 'api-key'), { key: token })).toEqual({});
});
