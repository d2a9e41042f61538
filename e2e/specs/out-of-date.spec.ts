import { onlyFlow } from '../browser-store.ts';
import { expect, expectAccessible, test } from '../fixtures.ts';
import { addCustomers, addNewsletter } from '../journeys/first-flow.ts';

test('what a step gave is out of date when what it was made from changes, and says why', async ({
  app,
}) => {
  test.setTimeout(90_000);
  const { page, flows, canvas, step, mapper, run } = app;
  await flows.open();
  await flows.startEmpty();
  await addCustomers(app);
  await run.test('Try with 5');
  await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText('Done');
  await expect
    .poll(async () => (await onlyFlow(page)).samples.map(({ basis }) => basis !== undefined))
    .toEqual([true]);
  const why = step.whole().getByText(/^Out of date: /);

  await test.step('it is fresh after its test, and a new name changes nothing', async () => {
    await step.open('Test');
    await expect(step.whole().getByText('What comes out')).toBeVisible();
    await expect(why).toBeHidden();
  });

  await test.step('other customers are asked for', async () => {
    await step.open('Mapping');
    await mapper.field('Status').getByRole('combobox').selectOption({ label: 'Lead' });
    await step.open('Test');
    await expect(why).toHaveText('Out of date: its fields were filled otherwise since.');
    await expectAccessible(page);
  });

  await test.step('whoever uses the data is told as well', async () => {
    await addNewsletter(app);
    await expect(mapper.data(/^CRM, Out of date/)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the change is taken back: nothing is out of date', async () => {
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
    await canvas.step(1, 'CRM').click();
    await step.open('Mapping');
    await mapper.field('Status').getByRole('combobox').selectOption({ label: 'Active' });
    await step.open('Test');
    await expect(why).toBeHidden();
  });
});
