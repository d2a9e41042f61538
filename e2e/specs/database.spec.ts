import { findMariadb, startMariadb } from '../../src/proxy/tasks/sql/testing/mariadb-server.ts';
import { startPostgres } from '../../src/proxy/tasks/sql/testing/postgres-server.ts';
import { onlyFlow } from '../browser-store.ts';
import { expect, expectAccessible, test, type App } from '../fixtures.ts';
import { sampleFile } from '../sample-places.ts';
import { listenForSecrets } from '../secrets.ts';

test('S3 S4: a SQLite file is opened by its path; tables and columns are picked from the real ones, and rows are found', async ({
  app,
}) => {
  const { page, flows, canvas, step, credential, mapper, run } = app;
  await flows.open();
  const file = await sampleFile(page);
  await flows.startEmpty();
  await canvas.add('Database');
  await step.chooseOperation('Find rows');
  await step.open('Credential');
  await step
    .whole()
    .getByRole('button', { name: /^Connect Database/ })
    .click();
  const form = credential.whole();
  await form.getByLabel(/^How do you sign in/).selectOption('SQLite file');
  await form.getByRole('textbox', { name: /^File/ }).fill('/nowhere/shop.sqlite');
  await credential.submit();
  await expect(form).toContainText('/nowhere');
  await form.getByRole('textbox', { name: /^File/ }).fill(file);
  await form.getByRole('button', { name: 'Try again' }).click();
  await credential.expectClosed();
  await expect(page.getByText(/^Connected to shop\.sqlite, SQLite 3/).first()).toBeVisible();

  await step.open('Settings');
  await step.whole().getByRole('combobox', { name: 'Table' }).selectOption('orders');
  await step.whole().getByRole('button', { name: /Add/ }).first().click();
  await step.whole().getByRole('combobox', { name: 'Column' }).selectOption('Status');
  await expectAccessible(page);
  await expect
    .poll(async () => (await onlyFlow(page)).steps[0]?.settings)
    .toMatchObject({ table: 'orders', where: [{ column: 'status', is: 'equals' }] });

  await step.open('Mapping');
  const status = mapper.field('Status is').getByRole('textbox', { name: 'Status is' });
  await status.fill('paid');
  await status.press('Tab');
  await run.test('Try with 5');
  await expect(canvas.step(1, 'Database')).toContainText('5 found');
  await expect(run.whole().getByRole('region', { name: 'Output' })).toContainText('paid');
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
  expect((await onlyFlow(page)).credentials.map(({ type }) => type)).toEqual(['api-key', 'sqlite']);
});

const servers = [
  {
    title: 'PostgreSQL',
    type: 'postgresql',
    start: startPostgres,
    is: 'PostgreSQL 18',
    duplicate: /duplicate key value violates unique constraint/,
    missing: undefined,
  },
  {
    title: 'MySQL or MariaDB',
    type: 'mysql',
    start: startMariadb,
    is: 'MariaDB',
    duplicate: /Duplicate entry 'customer3@example\.com'/,
    missing:
      findMariadb() === undefined
        ? 'no MariaDB on this computer (Debian: apt-get install mariadb-server)'
        : undefined,
  },
] as const;

for (const { title, type, start, is, duplicate, missing } of servers)
  test(`S3 S4: customers of a file go into ${title}; who is there already is told at the field, and left out from then on`, async ({
    app,
  }) => {
    test.skip(missing !== undefined, missing);
    test.setTimeout(180_000);
    const { page, flows, canvas, step, credential, mapper, run } = app;
    const ears = listenForSecrets(page);
    const server = await start({ port: Number(process.env['FOOTBRIDGE_E2E_SERVICE_PORT']) });
    const people = () => server.ask('SELECT email, name FROM people ORDER BY email');
    try {
      await server.ask(
        'CREATE TABLE people (id serial PRIMARY KEY, email varchar(200) NOT NULL UNIQUE, name varchar(200) NOT NULL)',
      );
      await server.ask("INSERT INTO people VALUES (5000, 'customer3@example.com', 'Somebody')");
      await flows.open();
      await flows.startEmpty();
      await openSample(app);
      await step.open('Settings');
      await step.whole().getByRole('combobox', { name: 'Table' }).selectOption('customers');
      await expect
        .poll(async () => (await onlyFlow(page)).steps[0]?.shapes?.output?.origin)
        .toBe('service');

      await test.step('the server is connected, and proved', async () => {
        await canvas.add('Database');
        await step.chooseOperation('Add a row');
        await step.open('Credential');
        await step.whole().getByRole('button', { name: 'Connect another account' }).click();
        const form = credential.whole();
        await form.getByLabel(/^How do you sign in/).selectOption(title);
        await form.getByLabel(/^Server/).fill('127.0.0.1');
        await form.getByLabel(/^Port/).fill(String(server.port));
        await form.getByLabel(/^Database/).fill(server.database);
        await form.getByLabel(/^User name/).fill(server.user);
        await form.getByLabel(/^Password/).fill('not-the-password');
        await form.getByLabel(/^The line to the server/).selectOption({
          label: 'Not encrypted: whoever is on the way can read and change everything',
        });
        await credential.submit();
        await expect(form).toContainText('refused this password');
        await form.getByLabel(/^Password/).fill(server.password);
        await credential.submit();
        await credential.expectClosed();
        await expect(
          page.getByText(`Connected as ada, database shop, ${is}`).first(),
        ).toBeVisible();
      });

      await test.step('its real tables are offered; the row says what it needs, and is filled by name', async () => {
        await step.open('Settings');
        await step.whole().getByRole('combobox', { name: 'Table' }).selectOption('people');
        await step.open('Mapping');
        await expect(mapper.field('Email')).toBeVisible();
        await mapper.matchByName();
        await mapper.useMatches();
        await expect(mapper.pill('Email', /from Database/)).toBeVisible();
        await expect(mapper.pill('Name', /from Database/)).toBeVisible();
      });

      await test.step('what would be stored is shown in the words of the table', async () => {
        await run.test('Try with 5');
        await expect(run.whole().getByText('Nothing has been sent yet.')).toBeVisible();
        const held = run.held();
        await expect(held).toContainText('people');
        await expect(held).toContainText('customer3@example.com');
        await expect(held).not.toContainText(/Settings|Input/);
        expect(await people()).toHaveLength(1);
      });

      const refused = run.whole().getByRole('region', { name: 'Refused' });
      await test.step('who is there already is refused: the field, its value, where it came from, the database’s own words', async () => {
        await run.whole().getByRole('button', { name: 'Send 5' }).click();
        await expect(refused).toContainText('has message 3 already');
        await expect(refused).toContainText(duplicate);
        const field = refused.getByRole('listitem').filter({ hasText: 'customer3@example.com' });
        await expect(field).toContainText('Email');
        await expect(field).toContainText('Database');
        expect(await people()).toHaveLength(3);
      });

      await test.step('the offered way out leaves it out from now on; the others are stored', async () => {
        await refused.getByRole('button', { name: 'Always skip what is refused' }).click();
        await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText(
          '4 done, 1 refused',
        );
        const rows = await people();
        expect(rows.map(({ email }) => email)).toEqual(
          [1, 2, 3, 4, 5].map((number) => `customer${number}@example.com`),
        );
        expect(rows[2]).toEqual({ email: 'customer3@example.com', name: 'Somebody' });
      });

      await expect
        .poll(async () => (await onlyFlow(page)).steps[1])
        .toMatchObject({ settings: { table: 'people' }, onFailure: 'skip' });
      const { credentials, steps } = await onlyFlow(page);
      expect(credentials.map((account) => account.type)).toEqual(['sqlite', type]);
      await expect
        .poll(async () => (await onlyFlow(page)).samples.map((sample) => sample.step))
        .toContain(steps[1]?.id);
      await ears.expectNowhere([server.password]);
    } finally {
      await server.close();
    }
  });

async function openSample({ page, canvas, step }: App): Promise<void> {
  await canvas.add('Database');
  await step.chooseOperation('Find rows');
  await step.open('Credential');
  await step.whole().getByRole('button', { name: 'Use the sample' }).click();
  await expect(page.getByText(/^Connected to shop\.sqlite, SQLite 3/).first()).toBeVisible();
}
