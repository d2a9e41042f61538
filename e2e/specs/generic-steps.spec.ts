import { createHash } from 'node:crypto';
import type { Binding } from '../../src/mapping/index.ts';
import type { Json, JsonSchema } from '../../src/shared/index.ts';
import { expect, test, type App } from '../fixtures.ts';
import { aFlow, aStep, brings, fixed, group, ref, takes, text as words } from '../flows/a-flow.ts';
import { openKept } from '../journeys/kept-flow.ts';

const text: JsonSchema = { type: 'string' };

const order: JsonSchema = {
  title: 'Order',
  type: 'object',
  properties: { number: text, lines: { type: 'array', items: { type: 'object' } } },
};
const line: JsonSchema = {
  title: 'Line',
  type: 'object',
  properties: { price: text, amount: text },
};

/** An order that is called in: a table is made of its lines and read again, a function works on each. */
function orderFlow(code: string, seconds: number): string {
  const steps = [
    aStep('order', 'Order', 'webhook/receive', brings(order)),
    aStep('mark', 'Mark', 'set-values/set', takes({ state: fixed('seen') })),
    aStep('write', 'Table', 'csv/write', takes({ rows: ref('mark', 'lines') })),
    aStep('read', 'Rows', 'csv/read', {
      ...takes({ text: ref('write', 'text') }),
      ...brings(line),
    }),
    aStep('total', 'Total', 'code/run', {
      settings: { code, seconds },
      ...takes({ price: ref('read', 'price'), amount: ref('read', 'amount') }),
    }),
    aStep('line', 'Note', 'log/line', takes({ line: words('Total ', ref('total', 'total')) })),
  ];
  return aFlow('Order lines', steps, { start: { kind: 'webhook' } });
}

const orderLines: Json = {
  number: '1042',
  lines: [
    { price: '2.5', amount: '4' },
    { price: '7', amount: '3' },
  ],
};

async function callIn({ page, canvas, step }: App, data = orderLines): Promise<void> {
  await page.getByRole('button', { name: 'Show the whole flow' }).click();
  await canvas.step(1, 'Order').click();
  await step.open('Operation');
  await step.whole().getByRole('button', { name: 'Wait for a call' }).click();
  const address = step.whole().getByRole('textbox', { name: 'Send data to this address' });
  await expect(address).toHaveValue(/\/hooks\//);
  expect((await page.request.post(await address.inputValue(), { data })).status()).toBe(202);
}

test('values, a table and a function of the person’s own work in a flow', async ({ app }) => {
  const { page, canvas, step, run } = app;
  const loaded: string[] = [];
  page.context().on('request', (request) => loaded.push(request.url()));
  const engine = () => loaded.filter((url) => /code-worker|emscripten|papaparse/.test(url));
  await openKept(
    app,
    orderFlow('return {\n  ...input,\n  total: Number(input.price) * Number(input.amount),\n};', 5),
  );
  expect(engine()).toEqual([]);
  await callIn(app);
  await expect(run.step(6, 'Note')).toContainText('2 done');
  await run.step(6, 'Note').click();
  await expect(run.whole()).toContainText('Total 10');

  await test.step('a function without an end is ended, and says so in words', async () => {
    await openKept(app, orderFlow('while (true) {}\nreturn input;', 0.3));
    await callIn(app);
    await expect(
      page.getByText(/The function did not come to its end within 0.3 seconds/).first(),
    ).toBeVisible();
  });

  await test.step('a new function is an example that can be changed', async () => {
    await canvas.add('Code');
    await step.open('Settings');
    await expect(step.whole().getByRole('textbox', { name: 'Function' })).toHaveValue(
      /total: input.price/,
    );
  });
});

/** An order in XML: each article once, in its time, with its price, in every form that a step can make of it. */
function articlesFlow(): string {
  const prices: JsonSchema = {
    type: 'array',
    items: { type: 'object', properties: { name: text, price: { type: 'number' } } },
  };
  const articles: JsonSchema = {
    type: 'object',
    properties: {
      order: { type: 'object', properties: { item: { type: 'array', items: text } } },
    },
  };
  const file = { name: fixed('article.json'), text: ref('json', 'text') };
  const files: Binding = { kind: 'list', parts: [{ item: group(file) }] };
  const passed = { name: fixed('in/article.json'), content: ref('file', 'content') };
  const passedOn: Binding = { kind: 'list', parts: [{ item: group(passed) }] };
  const steps = [
    aStep('order', 'Order', 'webhook/receive', {
      ...brings({ type: 'object', properties: { xml: text, prices } }),
    }),
    aStep('xml', 'Articles', 'xml/read', {
      ...takes({ text: ref('order', 'xml') }),
      ...brings(articles),
    }),
    aStep('each', 'Each', 'for-each/each-entry', {
      slots: { list: ref('xml', 'order', 'item') },
    }),
    aStep('once', 'Once', 'remove-duplicates/once', {
      slots: { key: ref('each', 'entry') },
    }),
    aStep('wait', 'Wait', 'delay/wait', { settings: { amount: 0.1, unit: 'second' } }),
    aStep('slow', 'Slowly', 'rate-limit/slow-down', { settings: { count: 100, unit: 'second' } }),
    aStep('price', 'Price', 'lookup/find', {
      settings: { field: 'name' },
      ...takes({ list: ref('order', 'prices'), key: ref('each', 'entry') }),
    }),
    aStep('json', 'Text', 'json/write', takes({ data: ref('price') })),
    aStep('sixty', 'Sixty-four', 'base64/encode', takes({ text: ref('json', 'text') })),
    aStep('hash', 'Fingerprint', 'hash/hash', takes({ text: ref('sixty', 'text') })),
    aStep('pack', 'Packed', 'zip/pack', takes({ files })),
    aStep('open', 'Opened', 'zip/open', takes({ base64: ref('pack', 'base64') })),
    aStep('file', 'As a file', 'base64/decode-file', {
      ...takes({ text: ref('sixty', 'text'), name: fixed('article.json') }),
    }),
    aStep('same', 'Of the file', 'hash/hash-file', takes({ content: ref('file', 'content') })),
    aStep('bundle', 'Bundle', 'zip/pack', {
      settings: { as: 'content' },
      ...takes({ files: passedOn, name: fixed('bundle.zip') }),
    }),
    aStep('apart', 'Taken apart', 'zip/open', {
      settings: { as: 'content' },
      ...takes({ content: ref('bundle', 'content') }),
    }),
    aStep('batch', 'Pairs', 'batch/lists-of', {
      settings: { size: 2 },
      slots: { input: ref('hash', 'hash') },
    }),
    aStep('stop', 'End', 'stop/stop', takes({ words: words('Articles: ', ref('batch', 'count')) })),
  ];
  return aFlow('Articles', steps, { start: { kind: 'webhook' } });
}

test('formats, lists, waits and an end of the person’s own work in a flow', async ({ app }) => {
  const { run } = app;
  await openKept(app, articlesFlow());
  await callIn(app, {
    xml: '<order><item>Pen</item><item>Ink</item><item>Pen</item></order>',
    prices: [
      { name: 'Ink', price: 7 },
      { name: 'Pen', price: 2 },
    ],
  });
  await expect(run.step(4, 'Once')).toContainText('1 left out');
  await expect(run.step(5, 'Wait')).toContainText('2 done');
  await expect(run.step(6, 'Slowly')).toContainText('2 done');
  const json = '{"name":"Pen","price":2}';
  const base64 = Buffer.from(json).toString('base64');
  const gives: readonly (readonly [number, string, string])[] = [
    [2, 'Articles', 'Ink'],
    [7, 'Price', 'Pen'],
    [8, 'Text', json],
    [9, 'Sixty-four', base64],
    [10, 'Fingerprint', createHash('sha256').update(base64).digest('hex')],
    [12, 'Opened', 'article.json'],
    [13, 'As a file', 'article.json (1 kB)'],
    [14, 'Of the file', createHash('sha256').update(json).digest('hex')],
    [15, 'Bundle', 'bundle.zip'],
    [16, 'Taken apart', 'in/article.json'],
  ];
  for (const [number, name, given] of gives) {
    await run.step(number, name).click();
    await expect(run.output()).toContainText(given);
  }
  await expect(run.step(17, 'Pairs')).toContainText('2 done');
  await run.step(18, 'End').click();
  await expect(run.whole().getByText('Articles: 2').first()).toBeVisible();
});
