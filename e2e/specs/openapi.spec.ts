import type { Route } from '@playwright/test';
import { onlyFlow } from '../browser-store.ts';
import { expect, expectAccessible, test, type App } from '../fixtures.ts';
import { placeOf } from '../sample-places.ts';
import { listenForSecrets } from '../secrets.ts';

test('S4: a service is asked by its description: sample key, a list and its fields, entries that fill another of its operations', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const { page, flows, canvas, step, mapper, run } = app;
  const ears = listenForSecrets(page);
  await flows.open();
  const crm = await placeOf(page, 'sample-crm');
  await flows.startEmpty();
  await canvas.add('OpenAPI service');
  await step.chooseOperation('Get a list');

  await test.step('who does not wait for the key is connected all the same, and left where they went', async () => {
    const asked = new Promise<Route>((resolve) => {
      void page.route('**/api/credentials', resolve, { times: 1 });
    });
    await step.useSampleKey();
    await step.open('Settings');
    await (await asked).continue();
  });
  await test.step('what the service can do is a list in its own words', async () => {
    await expect(description(app)).toHaveValue(`${crm.url}/openapi.json`);
    await step.expectOpen('Settings');
    await choose(app, 'Which list', 'Find customers by status');
    await expect(step.whole()).toContainText(
      'The fields of “Find customers by status” come from the service.',
    );
    await expectAccessible(page);
  });

  await test.step('its fields have its words and choices, and the entries come', async () => {
    await step.open('Mapping');
    await mapper.field('Status').getByRole('combobox').selectOption('active');
    await run.test('Try with 1');
    await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText(
      'Done',
    );
    await expect(run.whole()).toContainText('c-0001');
  });

  await test.step('what comes fills another of its operations', async () => {
    await canvas.add('OpenAPI service');
    await step.chooseOperation('Add or change something');
    await step.open('Settings');
    await description(app).fill(`${crm.url}/openapi.json`);
    await description(app).press('Tab');
    await choose(app, 'What should happen', 'Add a customer');
    await step.open('Mapping');
    await mapper.matchByName();
    await mapper.useMatches();
    await expect(mapper.pill('Last name', /Last name from OpenAPI service/)).toBeVisible();
  });

  const flow = await onlyFlow(page);
  expect(flow.steps[0]).toMatchObject({
    component: 'catalog:openapi',
    operation: 'list',
    settings: { description: `${crm.url}/openapi.json`, operation: 'GET /customers' },
    shapes: {
      input: {
        origin: 'service',
        schema: {
          'x-request': {
            method: 'GET',
            path: '/customers',
            list: '/items',
            address: `${crm.url}/`,
          },
        },
      },
      output: { origin: 'service' },
    },
  });
  expect(JSON.stringify(flow).length).toBeLessThan(60_000);
  await ears.expectNowhere([crm.key]);
});

test('a description that is pasted is shown as text, mistakes in it are said, and another host is asked only after a yes', async ({
  app,
}) => {
  const { page, flows, canvas, step, mapper } = app;
  await flows.open();
  const crm = await placeOf(page, 'sample-crm');
  const elsewhere = new URL(crm.url).host;
  await flows.startEmpty();
  await canvas.add('OpenAPI service');
  await step.chooseOperation('Look something up');
  await step.open('Settings');

  const bomb = ['a0: &a0 lol', ...levels()].join('\n');
  await description(app).fill(bomb);
  await description(app).press('Tab');
  await expect(step.whole()).toContainText('would grow without end');

  await description(app).fill(`openapi: 3.0.3
servers: [{ url: 'https://api.example.com' }]
paths:
  /people/{id}:
    get:
      summary: Find a person
      parameters:
        - { name: id, in: path, required: true, description: '<img src=x onerror=alert(1)> as on the card', schema: { type: string } }
        - { name: since, in: query, schema: { $ref: '${crm.url}/openapi.json#/paths/~1customers/get/parameters/0/schema' } }
      responses: { '200': { description: A person } }
`);
  await description(app).press('Tab');
  await step
    .whole()
    .getByRole('combobox', { name: 'What to look up' })
    .selectOption('Find a person');
  await expect(step.whole()).toContainText(`A part of the description is kept at ${elsewhere}`);
  await step
    .whole()
    .getByRole('button', { name: `Ask ${elsewhere} too` })
    .click();
  await expect
    .poll(async () => (await onlyFlow(page)).steps[0]?.settings['hosts'])
    .toEqual([elsewhere]);
  await expect(step.whole().getByText('A part of the description is kept')).toHaveCount(0);

  await step.open('Mapping');
  await expect(mapper.field('ID')).toContainText('as on the card');
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
});

function description({ step }: App) {
  return step.whole().getByRole('textbox', { name: /^Description of the service/ });
}

async function choose({ page, step }: App, field: string, option: string): Promise<void> {
  await step.whole().getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option }).first().click();
}

function levels(): readonly string[] {
  return Array.from(
    { length: 12 },
    (_, at) =>
      `a${String(at + 1)}: &a${String(at + 1)} [${Array(9)
        .fill(`*a${String(at)}`)
        .join(', ')}]`,
  );
}
