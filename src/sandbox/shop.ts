import type { Context } from 'hono';
import { serveHumanPage } from './human-page.ts';
import { createRequestLog } from './request-log.ts';
import type { SampleService, SampleServiceOptions } from './sample-service.ts';
import { addResetRoute, createServiceFrame, type Refuse } from './service-frame.ts';
import { answerShop, ShopFault } from './shop-operations.ts';
import { createOrderStore, type ShopOrder } from './shop-orders.ts';
import { createShopSignIn, shopSampleKey, shopSampleUser } from './shop-sign-in.ts';
import { shopOperations, shopWsdl } from './shop-wsdl.ts';
import { contentTypeOf, statusOf, writeAnswer, writeFault, type SoapFault } from './soap-answer.ts';
import { readSoapRequest, type SoapVersion } from './soap-request.ts';

const title = 'Sample shop';
const description =
  'A shop with 60 invented orders that is asked by SOAP. It runs on this computer and forgets every change when it is started again.';
const largestRequest = 256 * 1024;

/** The sample shop: SOAP 1.1 and 1.2 at `/soap`, its description at `/soap?wsdl`. */
export function createShop({ now = () => new Date() }: SampleServiceOptions = {}): SampleService {
  const store = createOrderStore();
  const requests = createRequestLog();
  const signIn = createShopSignIn(now);
  const app = createServiceFrame(requests, refuse);
  const addressOf = (c: Context): string => `${new URL(c.req.url).origin}/soap`;

  app.get('/soap', (c) =>
    c.body(shopWsdl(addressOf(c)), 200, { 'Content-Type': 'text/xml; charset=utf-8' }),
  );
  app.post('/soap', async (c) => {
    const text = await c.req.text();
    const read =
      text.length > largestRequest
        ? { reason: 'The request is too large.' }
        : readSoapRequest(text);
    if ('reason' in read) return answerFault(c, '1.1', { of: 'sender', words: read.reason });
    const refused = signIn({
      key: c.req.header('x-shop-key'),
      authorization: c.req.header('authorization'),
      header: read.header,
    });
    if (refused !== undefined) return answerFault(c, read.version, refused);
    try {
      const body = answerShop(read.asked, store, now().toISOString());
      return c.body(writeAnswer(read.version, body), 200, {
        'Content-Type': contentTypeOf(read.version),
      });
    } catch (problem) {
      if (!(problem instanceof ShopFault)) throw problem;
      return answerFault(c, read.version, problem.fault);
    }
  });
  serveHumanPage(app, (c) => ({
    title,
    description,
    sampleKey: shopSampleKey,
    keyName: `Sample password of “${shopSampleUser}” (or header X-Shop-Key)`,
    operations: shopOperations.map(({ name, words }) => ({
      method: 'SOAP',
      path: name,
      summary: words,
    })),
    machines: { href: `${addressOf(c)}?wsdl`, words: 'Full description for machines (WSDL 1.1)' },
    ...orderTable(store.all()),
  }));
  app.use('/reset', async (c, next) =>
    c.req.header('x-shop-key') === shopSampleKey
      ? next()
      : refuse(c, 401, 'key', 'A key is needed in the header X-Shop-Key.'),
  );
  addResetRoute(app, reset, refuse);

  return {
    id: 'shop',
    title,
    description,
    sampleKey: shopSampleKey,
    sampleForm: (origin) => ({ address: `${origin}/soap`, user: shopSampleUser, as: 'digest' }),
    sampleSettings: (origin) => ({ description: `${origin}/soap?wsdl` }),
    app,
    requests,
    reset,
  };

  function reset(): void {
    store.reset();
    requests.clear();
  }
}

const refuse: Refuse = (c, status, _code, message) => c.json({ message }, status);

function answerFault(c: Context, version: SoapVersion, fault: SoapFault): Response {
  return c.body(writeFault(version, fault), statusOf(version, fault), {
    'Content-Type': contentTypeOf(version),
  });
}

const shownRows = 25;

function orderTable(orders: readonly ShopOrder[]) {
  return {
    tableTitle: `The newest ${String(Math.min(shownRows, orders.length))} of ${String(orders.length)} orders`,
    columns: ['Number', 'Placed at', 'Status', 'Customer', 'City', 'Country', 'Lines', 'Note'],
    rows: orders
      .slice(-shownRows)
      .reverse()
      .map(({ number, placedAt, status, customer, lines, note }) => [
        number,
        placedAt,
        status,
        `${customer.firstName} ${customer.lastName}`,
        customer.city,
        customer.country,
        lines.map(({ article, quantity }) => `${String(quantity)} × ${article.title}`).join(', '),
        note ?? '',
      ]),
  };
}
