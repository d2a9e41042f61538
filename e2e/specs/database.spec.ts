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

test('S1 S3 S4: customers of the CRM become rows of a database, and a second run changes them in place', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const { page, flows, canvas, step, run } = app;
  await flows.open();
  await flows.startFromTemplate('Customers of the CRM to a database');
  await canvas.step(1, 'CRM').click();
  await step.useSampleKey();
  await expect(page.getByText('Connected as Ada Lovelace, workspace Demo').first()).toBeVisible();
  await canvas.step(2, 'Database').click();
  await step.open('Credential');
  await step.whole().getByRole('button', { name: 'Use the sample' }).click();
  await expect(page.getByText(/^Connected to shop\.sqlite, SQLite 3/).first()).toBeVisible();
  const ids = new Set<string>();
  for (const round of [1, 2]) {
    await test.step(`run ${round}`, async () => {
      await run.test('Try with 1');
      await expect(
        run.whole().getByText(/Nothing (of this test )?has been sent yet/),
      ).toBeVisible();
      await run.whole().getByRole('button', { name: 'Send 1' }).click();
      await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText(
        '1 done',
      );
      await run.step(2, 'Database').click();
      const output = run.whole().getByRole('region', { name: 'Output' });
      await expect(output).toContainText('Email');
      ids.add((/\bId\D*(\d+)/.exec(await output.innerText()) ?? [])[1] ?? '');
    });
  }
  expect([...ids]).toHaveLength(1);
  await expectAccessible(page);
  expect((await onlyFlow(page)).credentials.map(({ type }) => type)).toEqual(['api-key', 'sqlite']);
});

async function openSample({ page, canvas, step }: App): Promise<void> {
  await canvas.add('Database');
  await step.chooseOperation('Find rows');
  await step.open('Credential');
  await step.whole().getByRole('button', { name: 'Use the sample' }).click();
  await expect(page.getByText(/^Connected to shop\.sqlite, SQLite 3/).first()).toBeVisible();
}
