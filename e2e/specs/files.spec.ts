import ssh2 from 'ssh2';
import { onlyFlow } from '../browser-store.ts';
import { expect, expectAccessible, test, type App } from '../fixtures.ts';
import { aFlow, aStep, fixed, ref, takes, ways } from '../flows/a-flow.ts';
import { connectSamples } from '../journeys/connect-samples.ts';
import { openKept } from '../journeys/kept-flow.ts';
import { customersNamed, placeOf } from '../sample-places.ts';
import { listenForSecrets } from '../secrets.ts';
import { startFileServer } from '../../src/sandbox/index.ts';

test('lists of customers go from a file server to the CRM, and a broken address is said at its field', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const { page, flows, canvas, step, run } = app;
  const ears = listenForSecrets(page);
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
  });

  await test.step('the test shows what would be sent, row by row of both files', async () => {
    await run.test('Try with 5');
    await expect(run.whole().getByText('Nothing has been sent yet.')).toBeVisible();
    await expect(canvas.step(1, 'Find lists')).toContainText('2 found');
    await expect(run.whole().getByRole('button', { name: 'Send 8' })).toBeVisible();
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
  await ears.expectNowhere([(await placeOf(page, 'sample-files')).key]);
});

test('a file is passed on as it is, and read row by row', async ({ app }) => {
  const { run } = app;
  const credentials = [{ id: 'files', name: 'Files', component: 'catalog:sftp', type: 'password' }];
  const file = { credential: 'files' };
  const read = { path: fixed('in/customers-october.csv'), as: fixed('content') };
  const copy = { path: fixed('out/copy.csv'), content: ref('read', 'content') };
  await openKept(
    app,
    aFlow(
      'A file passed on',
      [
        aStep('read', 'List', 'sftp/read-file', { ...file, ...takes(read) }),
        aStep('copy', 'Copy', 'sftp/write-file', { ...file, ...takes(copy) }),
        aStep('rows', 'Rows', 'csv/read-file', takes({ content: ref('read', 'content') })),
      ],
      { credentials, edges: ways('read>copy', 'read>rows') },
    ),
  );
  await connectSamples(app, [1, 'List']);
  await run.test('Try with all');
  await run.whole().getByRole('button', { name: 'Send 1' }).click();
  await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText('done');
  await run.step(3, 'Rows').click();
  await expect(run.output()).toContainText('Pérez, Lucía');
  await run.step(2, 'Copy').click();
  await expect(run.output()).toContainText('out/copy.csv');
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

test('a key file opens a file server, another one is told, and the key is kept by nobody', async ({
  app,
}) => {
  const { page, flows, canvas, step, mapper, run } = app;
  const ears = listenForSecrets(page);
  const mine = keyPair();
  const another = keyPair();
  const port = Number(process.env['FOOTBRIDGE_E2E_SERVICE_PORT']);
  const server = await startFileServer(port, { mayEnter: mine.public });
  try {
    await flows.open();
    await flows.startEmpty();
    await canvas.add('File server (SFTP)');
    await step.chooseOperation('Find files');
    await step.connect('File server (SFTP)');
    const form = app.credential.whole();
    await form.getByLabel('How do you sign in?').selectOption('User name and key file');
    await form.getByLabel('Server', { exact: false }).first().fill('127.0.0.1');
    await form.getByLabel('Port').fill(String(port));
    await form.getByLabel('User name').fill('demo');
    await form.getByLabel(/^Private key/).fill(another.private);
    await app.credential.submit();
    await form.getByRole('button', { name: 'It is the right key: trust it and connect' }).click();
    await expect(form).toContainText(/does not accept|did not accept|refused/);
    await form.getByLabel(/^Private key/).fill(mine.private);
    await app.credential.submit();
    await app.credential.expectClosed();
    await expect(page.getByText(/^Connected as demo on 127\.0\.0\.1/).first()).toBeVisible();

    await step.open('Mapping');
    await mapper.field('Folder').getByRole('textbox', { name: 'Folder' }).fill('in');
    await run.test('Try with 5');
    await expect(canvas.step(1, 'File server (SFTP)')).toContainText('3 found');
    await expect(run.whole().getByRole('region', { name: 'Output' })).toContainText('.csv');
    expect((await onlyFlow(page)).credentials).toMatchObject([
      { component: 'catalog:sftp', type: 'private-key' },
    ]);
    await ears.expectNowhere([mine.private, another.private]);
  } finally {
    await server.close();
  }
});

/** The library now and then makes a key that it cannot read itself: then another. */
function keyPair(): { readonly private: string; readonly public: string } {
  for (;;) {
    const pair = ssh2.utils.generateKeyPairSync('ed25519');
    if (!(ssh2.utils.parseKey(pair.private) instanceof Error)) return pair;
  }
}

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
