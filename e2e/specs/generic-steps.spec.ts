import type { JsonSchema } from '../../src/shared/index.ts';
import { expect, expectAccessible, test, type App } from '../fixtures.ts';
import { aFlow, aStep, brings, fixed, ref, takes, text as words } from '../flows/a-flow.ts';
import { importFlow } from '../journeys/import-flow.ts';

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

async function callIn({ page, canvas, step }: App): Promise<void> {
  await page.getByRole('button', { name: 'Show the whole flow' }).click();
  await canvas.step(1, 'Order').click();
  await step.open('Operation');
  await step.whole().getByRole('button', { name: 'Wait for a call' }).click();
  const address = step.whole().getByRole('textbox', { name: 'Send data to this address' });
  await expect(address).toHaveValue(/\/hooks\//);
  const data = {
    number: '1042',
    lines: [
      { price: '2.5', amount: '4' },
      { price: '7', amount: '3' },
    ],
  };
  expect((await page.request.post(await address.inputValue(), { data })).status()).toBe(202);
}

test('values, a table and a function of the person’s own work in a flow', async ({ app }) => {
  const { page, run } = app;
  const loaded: string[] = [];
  page.context().on('request', (request) => loaded.push(request.url()));
  const engine = () => loaded.filter((url) => /code-worker|emscripten|papaparse/.test(url));
  await importFlow(
    app,
    orderFlow('return {\n  ...input,\n  total: Number(input.price) * Number(input.amount),\n};', 5),
  );
  expect(engine()).toEqual([]);
  await callIn(app);
  await expect(run.step(6, 'Note')).toContainText('2 done');
  await run.step(6, 'Note').click();
  await expect(run.whole()).toContainText('Total 10');
});

test('a new function is an example that can be changed', async ({ app }) => {
  const { page, flows, canvas, step } = app;
  await flows.open();
  await flows.startEmpty();
  await canvas.add('Code');
  await step.open('Settings');
  await expect(step.whole().getByRole('textbox', { name: 'Function' })).toHaveValue(
    /total: input.price/,
  );
  await expectAccessible(page);
});

test('a function without an end is ended, and says so in words', async ({ app }) => {
  await importFlow(app, orderFlow('while (true) {}\nreturn input;', 0.3));
  await callIn(app);
  await expect(
    app.page.getByText(/The function did not come to its end within 0.3 seconds/).first(),
  ).toBeVisible();
});
