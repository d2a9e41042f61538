import { onlyFlow } from '../browser-store.ts';
import { expect, expectAccessible, test, type App } from '../fixtures.ts';
import { customersNamed, placeOf } from '../sample-places.ts';

test('lists of customers go from a file server to the CRM, and a broken address is said at its field', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const { page, flows, canvas, step, run } = app;
  await flows.open();
  await flows.startFromTemplate('Customers from files to the CRM');

  await test.step('both services open with one press each', async () => {
    await canvas.step(1, 'Find lists').click();
    await step.useSampleKey();
    await expect(
      page.getByText('Connected as demo on 127.0.0.1, in the folder /').first(),
    ).toBeVisible();
    await canvas.step(4, 'CRM').click();
    await step.useSampleKey();
    await expect(page.getByText('Connected as Ada Lovelace, workspace Demo').first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the test shows what would be sent, row by row of both files', async () => {
    await run.test('Try with 5');
    await expect(run.whole().getByText('Nothing has been sent yet.')).toBeVisible();
    await expect(canvas.step(1, 'Find lists')).toContainText('2 found');
    await expect(run.whole().getByRole('button', { name: 'Send 8' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('what is right is added, what is not is traced to its field', async () => {
    await run.whole().getByRole('button', { name: 'Send 8' }).click();
    await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText(
      '7 done, 1 refused',
    );
    await run.step(4, 'CRM').click();
    await expect(run.whole()).toContainText('noah.weber(at)example.com');
    await expect(run.whole()).toContainText('E-mail');
    expect(await customersNamed(page, 'Okafor')).toMatchObject([{ status: 'lead' }]);
    expect(await customersNamed(page, 'Weber')).toHaveLength(
      (await customersNamed(page, 'Weber')).filter(({ status }) => status !== 'lead').length,
    );
  });

  const flow = await onlyFlow(page);
  expect(flow.credentials.map(({ component, type }) => [component, type])).toEqual([
    ['catalog:sftp', 'password'],
    ['catalog:crm', 'api-key'],
  ]);
  expect(JSON.stringify(flow)).not.toContain('files-demo-password');
});

test('the key of a file server is shown, and trusted before anything is sent', async ({ app }) => {
  const { page, flows, canvas, step } = app;
  await flows.open();
  await flows.startEmpty();
  const { key } = await placeOf(page, 'sample-files');
  await canvas.add('File server (SFTP)');
  await step.chooseOperation('Find files');
  await signIn(app, { Server: '127.0.0.1', 'User name': 'demo', Password: key });
  const dialog = app.credential.whole();
  await expect(dialog).toContainText('shows a key that nobody has confirmed yet: SHA256:');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'It is the right key: trust it and connect' }).click();
  await app.credential.expectClosed();
  await expect(
    page.getByText('Connected as demo on 127.0.0.1, in the folder /').first(),
  ).toBeVisible();
  await expect.poll(async () => (await onlyFlow(page)).credentials).toHaveLength(1);
});

/** Fills the form; the port is the sample server's own. */
async function signIn(app: App, values: Readonly<Record<string, string>>): Promise<void> {
  const { page, step, credential } = app;
  const { url } = await placeOf(page, 'sample-files');
  await step.connect('File server (SFTP)');
  const form = credential.whole();
  for (const [label, value] of Object.entries(values))
    await form.getByLabel(label, { exact: false }).first().fill(value);
  await form.getByLabel('Port').fill(new URL(url).port);
  await credential.submit();
}
