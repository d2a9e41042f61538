import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { onlyFlow } from '../browser-store.ts';
import { expect, expectAccessible, test } from '../fixtures.ts';
import { openCustomers } from '../journeys/connected-flow.ts';
import { listenForSecrets } from '../secrets.ts';

const password = 'mail-password-of-this-story';

/** A real receiver on the port that the server may reach. */
async function startReceiver() {
  const mails: { readonly to: readonly string[]; readonly raw: string }[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) =>
      auth.password === password
        ? done(null, { user: auth.username })
        : done(Object.assign(new Error('Wrong password'), { responseCode: 535 })),
    onRcptTo: ({ address }, _session, done) =>
      address.endsWith('@example.org')
        ? done(Object.assign(new Error(`No mailbox <${address}>`), { responseCode: 550 }))
        : done(),
    onData(stream, session, done) {
      let raw = '';
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString('utf8')));
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const port = Number(process.env['FOOTBRIDGE_E2E_SERVICE_PORT']);
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return { port, mails, close: () => new Promise<void>((done) => server.close(() => done())) };
}

test('each customer gets an e-mail through a mail server of one’s own; a wrong password is said at once', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const { page, canvas, step, credential, mapper, run } = app;
  const ears = listenForSecrets(page);
  const receiver = await startReceiver();
  try {
    await openCustomers(app);
    await canvas.add('E-mail');

    await test.step('the mailbox is connected, and proved', async () => {
      await step.connect('E-mail');
      const form = credential.whole();
      await form.getByLabel('Mail server').fill('127.0.0.1');
      await form
        .getByLabel('Encryption')
        .selectOption({ label: 'None: only for a server in your own network' });
      await form.getByLabel('Port').fill(String(receiver.port));
      await form.getByLabel('Your e-mail address').fill('office@example.com');
      await form.getByLabel('User name').fill('office@example.com');
      await form.getByLabel('Password').fill('not-the-password');
      await credential.submit();
      await expect(form).toContainText(/does not accept|did not accept|refused/);
      await form.getByLabel('Password').fill(password);
      await credential.submit();
      await credential.expectClosed();
      await expect(
        page.getByText('Ready to send as office@example.com through 127.0.0.1').first(),
      ).toBeVisible();
    });

    await test.step('who gets it comes from the customers', async () => {
      await step.open('Mapping');
      await mapper.field('To').getByRole('textbox', { name: 'To' }).click();
      await mapper.data(/^E-mails/).press('ArrowRight');
      await mapper
        .data(/^E-mail address/)
        .first()
        .click();
      await mapper.field('Subject').getByRole('textbox', { name: 'Subject' }).fill('News for you');
      await mapper.field('Text').getByRole('textbox', { name: 'Text' }).fill('It works.');
    });

    await test.step('it is shown before it is sent, then it arrives', async () => {
      await run.test('Try with 1');
      await expect(run.whole().getByText('Nothing has been sent yet.')).toBeVisible();
      expect(receiver.mails).toEqual([]);
      await expectAccessible(page);
      await run.whole().getByRole('button', { name: 'Send 1' }).click();
      await expect.poll(() => receiver.mails.length).toBe(1);
      expect(receiver.mails[0]?.raw).toContain('Subject: News for you');
      expect(receiver.mails[0]?.to[0]).toMatch(/@example\.com$/);
    });

    const flow = await onlyFlow(page);
    expect(flow.credentials.map(({ component }) => component)).toEqual([
      'catalog:crm',
      'catalog:email',
    ]);
    await ears.expectNowhere([password]);
  } finally {
    await receiver.close();
  }
});
