import { readFile } from 'node:fs/promises';
import type { Step } from '../../src/flow/index.ts';
import type { JsonSchema } from '../../src/shared/index.ts';
import { flowsInBrowser, wipeBrowser } from '../browser-store.ts';
import { expect, expectAccessible, test } from '../fixtures.ts';
import { aFlow, aStep, brings, fixed, ref, takes } from '../flows/a-flow.ts';
import { importFlow } from '../journeys/import-flow.ts';

const guest: JsonSchema = {
  title: 'Guest',
  type: 'object',
  properties: { name: { title: 'Name', type: 'string' } },
};
const received = aStep('in', 'Guest', 'webhook/receive', brings(guest));

function flowText(id: string, name: string, more: readonly Step[]): string {
  return aFlow(name, [received, ...more], { id, start: { kind: 'webhook' } });
}

const welcome = aStep(
  'answer',
  'Answer',
  'reply/answer',
  takes({ welcome: fixed('Come in'), name: ref('in', 'name') }),
);

test('another flow is one step: its fields are filled, its Reply comes back, and it travels along', async ({
  app,
}) => {
  test.setTimeout(180_000);
  const { page, flows, canvas, step: panel, mapper, run } = app;
  await importFlow(app, flowText('greeting', 'Greet a guest', [welcome]));
  await importFlow(app, flowText('visits', 'Visits', []));

  await canvas.add('Call flow');
  await page.getByRole('button', { name: 'Show the whole flow' }).click();
  await canvas.step(2, 'Call flow').click();
  await panel.open('Settings');
  await panel
    .whole()
    .getByRole('combobox', { name: 'Flow to call' })
    .selectOption({ label: 'Greet a guest' });
  await expectAccessible(page);
  await panel.open('Mapping');
  await mapper.field('Name').getByRole('textbox').click();
  await mapper.data(/^Name/).click();
  await expect(mapper.pill('Name', /from Guest/)).toBeVisible();

  await run.test('Try with 1');
  await expect(canvas.step(2, 'Call flow')).toContainText('1 done');
  await run.step(2, 'Call flow').click();
  await expect(run.whole().getByRole('region', { name: 'Output' })).toContainText('Come in');
  await canvas.expectSaved();
  const callOf = async () =>
    (await flowsInBrowser(page)).find(({ name }) => name === 'Visits')?.steps[1];
  const call = await callOf();
  expect(call).toMatchObject({
    component: 'catalog:call-flow',
    settings: { flow: 'greeting' },
    labels: { '/settings/flow': 'Greet a guest' },
    slots: { input: { props: { name: { kind: 'ref', from: 'in', path: ['name'] } } } },
    shapes: {
      input: { origin: 'service', schema: { properties: { name: { type: 'string' } } } },
      output: { origin: 'service', schema: { properties: { welcome: { type: 'string' } } } },
    },
  });

  await canvas.more('Export flow');
  const dialog = page.getByRole('dialog', { name: 'Export flow' });
  await expect(dialog).toContainText('With the flows that it calls: Greet a guest.');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Export flow' }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');

  await wipeBrowser(page);
  await flows.open();
  await flows.choose('flow.json', text);
  await expect(flows.review()).toContainText('Greet a guestis imported beside it');
  await flows.review().getByRole('button', { name: 'Import flow' }).click();
  await expect(canvas.step(2, 'Call flow')).toBeVisible();
  expect((await flowsInBrowser(page)).map(({ name }) => name).toSorted()).toEqual([
    'Greet a guest',
    'Visits',
  ]);
  await run.test('Try with 1');
  await expect(canvas.step(2, 'Call flow')).toContainText('1 done');
});
