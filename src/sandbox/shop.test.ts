import { createClientAsync, WSSecurity, type Client } from 'soap';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listen, type Listening } from './listen.ts';
import { createShop } from './shop.ts';
import { shopSampleKey, shopSampleUser } from './shop-sign-in.ts';

const shop = createShop();
let listening: Listening;
let client: Client;

beforeAll(async () => {
  listening = await listen(shop.app, 0);
  client = await createClientAsync(`http://127.0.0.1:${String(listening.port)}/soap?wsdl`);
});
afterAll(() => listening.close());
beforeEach(() => {
  shop.reset();
  client.setSecurity(
    new WSSecurity(shopSampleUser, shopSampleKey, { passwordType: 'PasswordDigest' }),
  );
});

interface Answered {
  readonly order: { readonly number: string; readonly status: string }[];
}

/** A call of a client of others, made from the description alone. */
async function call(operation: string, given: object): Promise<Answered> {
  const asked = client as unknown as Record<string, (given: object) => Promise<[Answered]>>;
  const [answer] = (await asked[`${operation}Async`]?.(given)) ?? [];
  if (answer === undefined) throw new Error(`no operation ${operation}`);
  return answer;
}

async function post(
  inside: string,
  headers: Record<string, string> = { 'X-Shop-Key': shopSampleKey },
  space = 'http://schemas.xmlsoap.org/soap/envelope/',
) {
  const answer = await shop.app.request('/soap', {
    method: 'POST',
    headers: { 'Content-Type': 'text/xml', ...headers },
    body: `<e:Envelope xmlns:e="${space}" xmlns="urn:sample:shop"><e:Body>${inside}</e:Body></e:Envelope>`,
  });
  return { status: answer.status, text: await answer.text() };
}

describe('the shop, for a client that only knows its description', () => {
  it('finds orders since a day, oldest first', async () => {
    const { order } = await call('FindOrdersSince', { since: '2026-11-15' });
    expect(order.map(({ number }) => number)).toEqual([
      'S-1055',
      'S-1056',
      'S-1057',
      'S-1058',
      'S-1059',
      'S-1060',
    ]);
  });

  it('places an order and finds it again', async () => {
    const made = await call('CreateOrder', {
      order: {
        customer: {
          firstName: 'Ada',
          lastName: 'Lovelace',
          email: 'ada@example.com',
          city: 'London',
          postalCode: 'SW1Y',
          country: 'GB',
        },
        line: [{ sku: 'MUG-10', quantity: 2 }],
      },
    });
    expect(made).toMatchObject({
      order: {
        number: 'S-1061',
        status: 'open',
        total: { attributes: { currency: 'EUR' }, $value: 29 },
      },
    });
    expect(await call('GetOrder', { number: 'S-1061' })).toMatchObject({
      order: { customer: { lastName: 'Lovelace' } },
    });
  });

  it('cancels an order that is not shipped, and refuses it otherwise', async () => {
    const open = await call('FindOrdersSince', { since: '2026-09-01', status: 'open' });
    const number = open.order[0]?.number ?? '';
    expect(await call('CancelOrder', { number, reason: 'Twice' })).toMatchObject({
      order: { status: 'cancelled' },
    });
    await expect(call('CancelOrder', { number, reason: 'Twice' })).rejects.toThrow(
      'cannot be cancelled any more',
    );
  });

  it('has the same orders after every reset', async () => {
    const before = await call('FindOrdersSince', { since: '2026-01-01' });
    expect(before.order).toHaveLength(60);
    shop.reset();
    expect(await call('FindOrdersSince', { since: '2026-01-01' })).toEqual(before);
  });
});

describe('the shop says no', () => {
  it('with the place of each field, counted as XML counts', async () => {
    const { status, text } = await post(
      '<CreateOrder><order><customer><firstName>Ada</firstName><email>ada(at)example</email></customer><line><sku>NONE</sku><quantity>0</quantity></line></order></CreateOrder>',
    );
    expect(status).toBe(500);
    expect(text).toContain(
      '<faultcode>soap:Client</faultcode><faultstring>4 fields cannot be accepted.',
    );
    for (const place of [
      'customer/shop:lastName',
      'customer/shop:email',
      'line[1]/shop:sku',
      'line[1]/shop:quantity',
    ])
      expect(text).toContain(`<shop:field>/shop:CreateOrder/shop:order/shop:${place}</shop:field>`);
  });

  it('in the words of version 1.2 to those who ask so', async () => {
    const { status, text } = await post(
      '<GetOrder><number>S-1</number></GetOrder>',
      { 'X-Shop-Key': shopSampleKey },
      'http://www.w3.org/2003/05/soap-envelope',
    );
    expect(status).toBe(400);
    expect(text).toContain('<soap:Value>soap:Sender</soap:Value>');
    expect(text).toContain('There is no order S-1.');
  });

  it.each([
    ['nobody', {}, 'wsse:InvalidSecurity'],
    ['a wrong key', { 'X-Shop-Key': 'x' }, 'wsse:FailedAuthentication'],
    ['a wrong password', { Authorization: 'Basic YTpi' }, 'wsse:FailedAuthentication'],
  ])('to %s', async (_who, headers, code) => {
    expect((await post('<GetArticles/>', headers as Record<string, string>)).text).toContain(code);
  });

  it('to a token that is sent once more, and to one that is old', async () => {
    const security = new WSSecurity(shopSampleUser, shopSampleKey, {
      passwordType: 'PasswordDigest',
    });
    const header = security.toXML();
    const send = async () =>
      (
        await shop.app.request('/soap', {
          method: 'POST',
          body: `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><e:Header>${header}</e:Header><e:Body><GetArticles xmlns="urn:sample:shop"/></e:Body></e:Envelope>`,
        })
      ).status;
    expect([await send(), await send()]).toEqual([200, 500]);
    const late = createShop({ now: () => new Date(Date.now() + 6 * 60_000) });
    const answer = await late.app.request('/soap', {
      method: 'POST',
      body: `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><e:Header>${security.toXML()}</e:Header><e:Body><GetArticles xmlns="urn:sample:shop"/></e:Body></e:Envelope>`,
    });
    expect(await answer.text()).toContain('FailedAuthentication');
  });

  it('to a DOCTYPE and to what is no envelope', async () => {
    const send = async (body: string) =>
      (await shop.app.request('/soap', { method: 'POST', body })).text();
    expect(await send('<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>')).toContain('DOCTYPE');
    expect(await send('<a/>')).toContain('holds no SOAP envelope');
  });
});
