/** The shipped SOAP component, through the proxy, against services of others and the sample shop. */
import { describe, expect, it } from 'vitest';
import { startSandbox } from '../sandbox/index.ts';
import type { Json, JsonObject, JsonSchema } from '../shared/index.ts';
import { userOf, type Account } from './testing/shipped-calls.ts';
import { aSoapService, stockWsdl } from './testing/soap-of-others.ts';
import { closed } from '../shared/testing/closed.ts';

/** A person's way: the description, one of its operations, its fields, a message. */
function designer(url: string, account?: Account) {
  const { ask } = closed(userOf('catalog:soap', [new URL(url).host], account));

  return {
    async operations() {
      const found = await ask('operations', { description: `${url}?wsdl` });
      if (!found.ok) throw new Error(found.reason.code);
      return (found.value as readonly { value: string; label: string }[]).map(
        ({ value, label }) => [value, label] as const,
      );
    },
    async step(id: 'look-up' | 'change', operation: string) {
      const settings = { description: `${url}?wsdl`, operation };
      const [described] = await ask('describe', settings).then((found) => {
        if (!found.ok) throw new Error(found.reason.code);
        return found.value as unknown as readonly { input: JsonSchema; output: JsonSchema }[];
      });
      if (described === undefined) throw new Error('not described');
      const shapes = { input: { schema: described.input }, output: { schema: described.output } };
      return {
        ...described,
        send: (input: Json) => ask(id, settings, input, shapes),
      };
    },
  };
}

describe('a service of others', () => {
  it('of the wrapped style understands what is sent, and is understood', async () => {
    const service = closed(
      await aSoapService(stockWsdl.wrapped, 'CheckStock', (given) => ({
        left: '9007199254740993',
        place: [JSON.stringify(given)],
      })),
    );
    const person = designer(service.url);
    expect(await person.operations()).toEqual([['Stock/CheckStock', 'Check stock']]);
    const step = await person.step('look-up', 'Stock/CheckStock');
    const article = [{ wanted: 2, sku: 'A & <B>' }, { sku: 'ü' }];
    expect(await step.send({ article })).toEqual({
      ok: true,
      value: [
        {
          left: 9007199254740993n,
          place: ['{"article":[{"sku":"A & <B>","wanted":2},{"sku":"ü"}]}'],
        },
      ],
    });
  });

  it('of the bare style as well', async () => {
    const service = closed(
      await aSoapService(stockWsdl.bare, 'CheckStock', (given) => ({
        left: Number(given['wanted']) + 1,
      })),
    );
    const step = await designer(service.url).step('change', 'Stock/CheckStock');
    expect(await step.send({ sku: 'a', wanted: 4 })).toEqual({
      ok: true,
      value: [{ left: 5, place: [] }],
    });
  });

  it('of the rpc style as well', async () => {
    const service = closed(
      await aSoapService(stockWsdl.rpc, 'CheckStock', ({ sku, wanted }) => ({
        left: `${String(sku)}${String(wanted)}`.length,
      })),
    );
    const step = await designer(service.url).step('look-up', 'Stock/CheckStock');
    expect(await step.send({ sku: 'abc', wanted: 42 })).toEqual({
      ok: true,
      value: [{ left: 5 }],
    });
  });

  it('says its no in its own words', async () => {
    const refusing = {
      Fault: {
        faultcode: 'soap:Client',
        faultstring: "Element 'sku' is not known.",
      },
    };
    const service = closed(
      await aSoapService(stockWsdl.bare, 'CheckStock', () => {
        throw refusing;
      }),
    );
    const step = await designer(service.url).step('look-up', 'Stock/CheckStock');
    expect(await step.send({ sku: 'x' })).toMatchObject({
      ok: false,
      reason: {
        kind: 'terminal',
        serviceWords: "Element 'sku' is not known.",
        fields: [{ path: ['sku'] }],
      },
    });
  });

  it('gets who asks in the envelope', async () => {
    const seen: unknown[] = [];
    const service = closed(
      await aSoapService(
        stockWsdl.bare,
        'CheckStock',
        () => ({ left: 1 }),
        (security) => seen.push(security) > 0,
      ),
    );
    const account = {
      type: 'username-token',
      address: service.url,
      user: 'ada',
      password: 'secret-of-ada',
      as: 'text',
    };
    const step = await designer(service.url, account).step('look-up', 'Stock/CheckStock');
    expect(await step.send({ sku: 'x' })).toMatchObject({ ok: true });
    expect(seen).toMatchObject([
      { UsernameToken: { Username: 'ada', Password: { $value: 'secret-of-ada' } } },
    ]);
  });

  it('that sends the password back does not bring it to the page', async () => {
    const service = closed(
      await aSoapService(stockWsdl.wrapped, 'CheckStock', () => ({
        left: 1,
        place: ['secret<of>&ada', `again secret<of>&ada`],
      })),
    );
    const account = {
      type: 'username-token',
      address: service.url,
      user: 'ada',
      password: 'secret<of>&ada',
      as: 'text',
    };
    const step = await designer(service.url, account).step('look-up', 'Stock/CheckStock');
    expect(await step.send({ article: [{ sku: 'x' }] })).toEqual({
      ok: true,
      value: [{ left: 1, place: ['********', 'again ********'] }],
    });
  });

  it('gets no account that was made for another address', async () => {
    const service = closed(await aSoapService(stockWsdl.bare, 'CheckStock', () => ({ left: 1 })));
    const account = {
      type: 'username-token',
      address: 'https://shop.example',
      user: 'ada',
      password: 'secret-of-ada',
      as: 'digest',
    };
    const step = await designer(service.url, account).step('look-up', 'Stock/CheckStock');
    expect(await step.send({ sku: 'x' })).toMatchObject({
      ok: false,
      reason: { code: 'proxy.host-not-allowed' },
    });
    expect(service.received).toEqual([]);
  });
});

describe('the sample shop', () => {
  async function aShop() {
    const sandbox = closed(
      await startSandbox({ crmPort: 0, newsletterPort: 0, shopPort: 0, deskPort: 0 }),
    );
    const shop = sandbox.services.find(({ id }) => id === 'shop');
    if (shop === undefined) throw new Error('no shop');
    const account = {
      type: 'username-token',
      ...shop.sampleForm,
      password: shop.sampleKey,
    } as JsonObject & { readonly type: string };
    return designer(`${shop.url}/soap`, account);
  }

  it('is asked by its sample key, from the list of its operations to orders', async () => {
    const person = await aShop();
    expect(await person.operations()).toEqual([
      ['Shop/FindOrdersSince', 'Find orders since'],
      ['Shop/GetOrder', 'Get order'],
      ['Shop/CreateOrder', 'Create order'],
      ['Shop/CancelOrder', 'Cancel order'],
      ['Shop/GetArticles', 'Get articles'],
    ]);
    const step = await person.step('look-up', 'Shop/FindOrdersSince');
    expect(step.input).toMatchObject({
      required: ['since'],
      properties: { status: { enum: ['open', 'paid', 'shipped', 'cancelled'] } },
    });
    const found = await step.send({ since: '2026-11-15' });
    expect(found).toMatchObject({
      ok: true,
      value: [{ order: [{ number: 'S-1055' }, {}, {}, {}, {}, {}] }],
    });
  });

  it('leads a refusal back to the field that caused it', async () => {
    const step = await (await aShop()).step('change', 'Shop/CreateOrder');
    const customer = {
      firstName: 'Ada',
      lastName: 'Lovelace',
      email: 'ada@example.com',
      city: 'London',
      postalCode: 'SW1Y',
      country: 'GB',
    };
    const line = [
      { sku: 'MUG-10', quantity: 1 },
      { sku: 'PEN-30', quantity: 0 },
    ];
    expect(await step.send({ order: { customer, line } })).toMatchObject({
      ok: false,
      reason: {
        kind: 'terminal',
        code: 'failures.refused-fields-by',
        serviceWords: 'One field cannot be accepted.',
        fields: [
          {
            path: ['order', 'line', 1, 'quantity'],
            words: 'From 1 to 99 can be ordered at once.',
          },
        ],
      },
    });
    expect(await step.send({ order: { customer, line: line.slice(0, 1) } })).toMatchObject({
      ok: true,
      value: [{ order: { number: 'S-1061', total: { value: 14.5, currency: 'EUR' }, note: null } }],
    });
  });
});
