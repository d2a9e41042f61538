import type { Flow, Step } from '../../src/flow/index.ts';
import type { Condition } from '../../src/mapping/index.ts';
import type { JsonSchema } from '../../src/shared/index.ts';
import { onlyFlow } from '../browser-store.ts';
import { expect, expectAccessible, test } from '../fixtures.ts';
import { aFlow, aStep, brings, fixed, group, ref, ways } from '../flows/a-flow.ts';
import { openKept } from '../journeys/kept-flow.ts';

const order: JsonSchema = {
  title: 'Order',
  type: 'object',
  properties: {
    number: { title: 'Number', type: 'string' },
    total: { title: 'Total', type: 'number' },
    lines: {
      title: 'Lines',
      type: 'array',
      items: {
        type: 'object',
        properties: {
          country: { title: 'Country', type: 'string' },
          price: { title: 'Price', type: 'number' },
        },
      },
    },
  },
};
const sent = {
  number: '1042',
  total: 30.3,
  lines: [
    { country: 'AT', price: 0.1 },
    { country: 'IT', price: 30 },
    { country: 'AT', price: 0.2 },
  ],
};

function orderFlow(name: string, steps: readonly Step[], edges: Flow['edges']): string {
  const first = aStep('order', 'Order', 'webhook/receive', brings(order));
  return aFlow(name, [first, ...steps], { start: { kind: 'webhook' }, edges });
}

test('S3: a call is answered with what the flow says, tried with the built-in sender', async ({
  app,
}) => {
  test.setTimeout(150_000);
  const { page, flows, canvas, step: panel, mapper, run } = app;
  await flows.open();
  await flows.startEmpty();
  await canvas.add('Webhook');
  await canvas.add('Reply');
  await page.getByRole('button', { name: 'Show the whole flow' }).click();
  await canvas.step(1, 'Webhook').click();
  await panel.open('Operation');
  await panel.whole().getByRole('button', { name: 'Wait for a call' }).click();
  await panel.whole().getByText('Send something yourself').click();
  await panel.whole().getByRole('button', { name: 'Send', exact: true }).click();
  await expect(panel.whole()).toContainText('The flow answered with status 200:');
  await expect(panel.whole().getByRole('region', { name: 'Answer of the flow' })).toContainText(
    '"firstName":"Ada"',
  );
  await expect(run.step(2, 'Reply')).toContainText('1 done');
  await expectAccessible(page);

  await panel.whole().getByRole('button', { name: 'Use this as the example' }).click();
  await canvas.step(2, 'Reply').click();
  await panel.open('Mapping');
  await mapper.field('What is answered').getByRole('textbox').click();
  await mapper.data(/^First ?name/i).click();
  await expect(mapper.pill('What is answered', /from Webhook/)).toBeVisible();

  await expect.poll(async () => (await onlyFlow(page)).steps[1]?.slots).toHaveProperty('input');
  const { start, steps } = await onlyFlow(page);
  expect(start).toEqual({ kind: 'webhook' });
  expect(steps[1]).toMatchObject({
    component: 'catalog:reply',
    slots: { input: { kind: 'ref', from: steps[0]?.id, path: ['firstName'] } },
  });
});

test('copies that went different ways are joined, and the caller hears what each way gave', async ({
  app,
}) => {
  test.setTimeout(150_000);
  const { page, canvas, step: panel, run } = app;
  const above = (limit: number): Condition => ({
    left: ref('order', 'total'),
    is: 'greater',
    right: fixed(limit),
  });
  await openKept(
    app,
    orderFlow(
      'Orders on all ways',
      [
        aStep('way', 'Check', 'router/choose-way', {
          settings: {
            branches: [
              { id: 'some', name: 'Worth something' },
              { id: 'big', name: 'Big' },
            ],
            match: 'all',
          },
          slots: { some: above(1), big: above(1_000) },
        }),
        aStep('note', 'Note', 'mapper/make-message', {
          slots: { input: group({ about: ref('order', 'number') }) },
        }),
        aStep('copy', 'Copy', 'mapper/make-message', {
          slots: { input: group({ total: ref('order', 'total') }) },
        }),
        aStep('all', 'Both', 'join/wait-for-ways'),
        aStep('reply', 'Reply', 'reply/answer', { slots: { input: ref('all') } }),
      ],
      ways(
        'order>way',
        'way>note:some',
        'way>all:big',
        'order>copy',
        'note>all',
        'copy>all',
        'all>reply',
      ),
    ),
  );
  await page.getByRole('button', { name: 'Show the whole flow' }).click();
  await canvas.step(1, 'Order').click();
  await panel.open('Operation');
  await panel.whole().getByRole('button', { name: 'Wait for a call' }).click();
  const address = panel.whole().getByRole('textbox', { name: 'Send data to this address' });
  await expect(address).toHaveValue(/\/hooks\//);
  const answer = await page.request.post(await address.inputValue(), { data: sent });
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-security-policy']).toContain('sandbox');
  expect(await answer.json()).toEqual({
    ways: { Note: { about: '1042' }, Copy: { total: 30.3 } },
    missing: ['Big'],
  });
  await run.step(5, 'Both').click();
  await run
    .whole()
    .getByRole('option', { name: /^Message 2 Copy/ })
    .click();
  await expect(run.whole()).toContainText('Missing ways');
});

test('the lines of an order become sums, of all and for each country', async ({ app }) => {
  test.setTimeout(150_000);
  const { page, canvas, step: panel, run } = app;
  await openKept(
    app,
    orderFlow(
      'Sums',
      [
        aStep('each', 'Each line', 'for-each/each-entry', {
          slots: { list: ref('order', 'lines') },
        }),
        aStep('sums', 'Sums', 'collect/totals', {
          slots: { input: ref('each', 'entry', 'price'), key: ref('each', 'entry', 'country') },
        }),
        aStep('reply', 'Reply', 'reply/answer', {
          slots: {
            input: group({
              number: ref('order', 'number'),
              sum: ref('sums', 'sum'),
              groups: ref('sums', 'groups'),
            }),
          },
        }),
      ],
      ways('order>each', 'each>sums', 'sums>reply'),
    ),
  );
  await page.getByRole('button', { name: 'Show the whole flow' }).click();
  await canvas.step(3, 'Sums').click();
  await panel.open('Mapping');
  await expect(panel.whole()).toContainText('Totals for each');
  await panel.open('Settings');
  await expect(panel.whole()).toContainText('New totals every so many minutes');

  await page.getByRole('button', { name: 'Show the whole flow' }).click();
  await canvas.step(1, 'Order').click();
  await panel.open('Operation');
  await panel.whole().getByRole('button', { name: 'Wait for a call' }).click();
  const address = panel.whole().getByRole('textbox', { name: 'Send data to this address' });
  await expect(address).toHaveValue(/\/hooks\//);
  const answer = await page.request.post(await address.inputValue(), { data: sent });
  expect(await answer.json()).toMatchObject({
    number: '1042',
    sum: 30.3,
    groups: [
      { key: 'AT', count: 2, sum: 0.3, average: 0.15 },
      { key: 'IT', count: 1, sum: 30 },
    ],
  });
  await expect(run.step(3, 'Sums')).toContainText('3 done');
});
