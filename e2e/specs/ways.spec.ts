import type { Locator } from '@playwright/test';
import { onlyFlow } from '../browser-store.ts';
import { expect, test, type App } from '../fixtures.ts';
import { openCustomers } from '../journeys/connected-flow.ts';

test('a router sends each customer one way, and what fits none takes “Otherwise”', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const { page, canvas, step, run } = app;
  await openCustomers(app);
  await canvas.add('Router');

  await test.step('its branches are named, given a condition, put in order and taken out', async () => {
    await step.open('Branches');
    await rename(app, 1, 'Not Jörg');
    await addCondition(app, 'Not Jörg', /^First name/, 'is not', 'Jörg');
    await step.whole().getByRole('button', { name: 'Add a branch' }).click();
    await rename(app, 2, 'Never');
    await step.whole().getByRole('button', { name: 'Add a branch' }).click();
    await step.whole().getByRole('button', { name: 'Try “Branch 3” sooner' }).click();
    await step.whole().getByRole('button', { name: 'Remove “Branch 3”' }).click();
    await step.whole().getByRole('button', { name: 'Remove “Never”' }).click();
    await canvas.undo();
    await expect(branch(app, 'Never')).toContainText('No condition yet: nothing goes this way.');
    await step.whole().getByRole('button', { name: 'Remove “Never”' }).click();
    await expect(step.whole()).toContainText('What fits none of them goes to “Otherwise”.');
  });

  await test.step('a step follows each way', async () => {
    await canvas.step(2, 'Router').hover();
    await page.getByRole('button', { name: 'Add step after Router' }).click();
    await canvas.add('Mapper');
    await expect(canvas.step(3, 'Mapper')).toBeVisible();
    await canvas.step(2, 'Router').hover();
    await page.getByRole('button', { name: 'Add step after Router' }).click();
    await canvas.add('Mapper');
    await expect(page.getByText('Not Jörg').first()).toBeVisible();
  });

  await run.test('Try with 5');
  await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText('Done');
  await expect(canvas.step(2, 'Router')).toContainText('Not Jörg: 4 · Otherwise: 1');

  await expect
    .poll(async () => {
      const { steps, edges } = await onlyFlow(page);
      const [, router, one, other] = steps;
      return edges
        .filter(({ from }) => from === router?.id)
        .map(({ fromPort, to }) => [
          fromPort,
          to === one?.id ? 'one' : to === other?.id ? 'other' : to,
        ]);
    })
    .toHaveLength(2);
  const { steps, edges } = await onlyFlow(page);
  const [crm, router] = steps;
  expect(router).toMatchObject({
    component: 'catalog:router',
    settings: { branches: [{ id: 'branch-1', name: 'Not Jörg' }] },
    slots: {
      'branch-1': {
        all: [
          {
            left: { kind: 'ref', from: crm?.id, path: ['firstName'] },
            is: 'not-equals',
            right: { kind: 'literal', value: 'Jörg' },
          },
        ],
      },
    },
  });
  expect(edges.filter(({ from }) => from === router?.id).map(({ fromPort }) => fromPort)).toEqual([
    'branch-1',
    'otherwise',
  ]);
});

test('a list is taken apart and put together again, one list for each customer', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const { page, canvas, step, mapper, run } = app;
  await openCustomers(app);

  await canvas.add('For each');
  await step.open('Mapping');
  await mapper.field('List').getByRole('textbox', { name: 'List' }).click();
  await mapper.data(/^E-mails/).click();
  await expect(mapper.pill('List', /from CRM/)).toBeVisible();

  await canvas.add('Collect');
  await step.chooseOperation('Make one list');
  await step.open('Mapping');
  await mapper.field('What goes into the list').getByRole('textbox').click();
  await mapper.data(/^Entry/).press('ArrowRight');
  await mapper.data(/^E-mail address/).click();
  await expect(mapper.pill('What goes into the list', /from For each/)).toBeVisible();

  await run.test('Try with 5');
  await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText('Done');
  await page.getByRole('button', { name: 'Show the whole flow' }).click();
  await expect(canvas.step(2, 'For each')).toContainText('5 done');
  await run.step(3, 'Collect').click();
  await expect(run.whole()).toContainText('Number of entries');

  await test.step('what each entry was is no longer offered behind the list', async () => {
    await canvas.add('Router');
    await step.open('Branches');
    // One after the other: what the CRM found, then the list, and nothing between them.
    await expect(mapper.data(/^(CRM|For each|Collect), /)).toHaveText([/CRM/, /Collect/]);
  });

  const { steps } = await onlyFlow(page);
  const [crm, each, collect] = steps;
  expect(each).toMatchObject({
    component: 'catalog:for-each',
    slots: { list: { kind: 'ref', from: crm?.id, path: ['emails'] } },
  });
  expect(collect).toMatchObject({
    component: 'catalog:collect',

    slots: { input: { kind: 'ref', from: each?.id, path: ['entry', 'address'] } },
  });
});

function branch({ step }: App, name: string): Locator {
  return step.whole().getByRole('region', { name: `Branch “${name}”` });
}

async function rename({ step }: App, number: number, name: string): Promise<void> {
  const field = step.whole().getByRole('textbox', { name: `Name of branch ${number}` });
  await field.fill(name);
  await field.press('Enter');
}

async function addCondition(
  app: App,
  name: string,
  data: RegExp,
  operator: string,
  value: string,
): Promise<void> {
  const card = branch(app, name);
  await card.getByRole('button', { name: 'Add a condition' }).click();
  await card.getByRole('combobox', { name: 'Data for What to look at' }).click();
  await app.mapper.data(data).click();
  await card.getByLabel('How to compare').selectOption(operator);
  const right = card.getByLabel('Compare with', { exact: true });
  await right.fill(value);
  await right.press('Tab');
}
