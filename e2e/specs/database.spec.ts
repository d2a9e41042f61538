import { onlyFlow } from '../browser-store.ts';
import { expect, expectAccessible, test, type App } from '../fixtures.ts';

test('S3 S4: the sample database opens with one press; tables and columns are picked from the real ones', async ({
  app,
}) => {
  const { page, flows, step } = app;
  await flows.open();
  await flows.startEmpty();
  await openSample(app);
  await expectAccessible(page);

  await step.open('Settings');
  await step.whole().getByRole('combobox', { name: 'Table' }).selectOption('orders');
  await step.whole().getByRole('button', { name: /Add/ }).first().click();
  await step.whole().getByRole('combobox', { name: 'Column' }).selectOption('Status');
  await expectAccessible(page);
  await expect
    .poll(async () => (await onlyFlow(page)).steps[0]?.settings)
    .toMatchObject({ table: 'orders', where: [{ column: 'status', is: 'equals' }] });
});

async function openSample({ page, canvas, step }: App): Promise<void> {
  await canvas.add('Database');
  await step.chooseOperation('Find rows');
  await step.open('Credential');
  await step.whole().getByRole('button', { name: 'Use the sample' }).click();
  await expect(page.getByText(/^Connected to shop\.sqlite, SQLite 3/).first()).toBeVisible();
}
