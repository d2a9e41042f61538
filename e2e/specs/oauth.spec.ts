import { clientSecret, allowAt } from '../../src/proxy/testing/authorization-server.ts';
import { everythingInBrowser } from '../browser-store.ts';
import { expect, expectAccessible, test as base, type App } from '../fixtures.ts';
import { allowAtService, signInWindow } from '../journeys/sign-in-window.ts';
import { holdBack, someFrames } from '../held-back.ts';
import { startLedger, type Ledger } from '../ledger.ts';
import { Canvas } from '../panels/canvas.ts';
import { FlowList } from '../panels/flow-list.ts';
import { RunPanel } from '../panels/run-panel.ts';
import { StepPanel } from '../panels/step-panel.ts';
import { listenForSecrets } from '../secrets.ts';

const test = base.extend<{ ledger: Ledger }>({
  ledger: async ({}, use) => {
    const ledger = await startLedger();
    await use(ledger);
    await ledger.close();
  },
  baseURL: ({ ledger }, use) => use(ledger.url),
});

test('a person signs in in a window of the service; two tabs renew its token once; a withdrawn sign-in says “Connect again”', async ({
  app,
  context,
  ledger,
}) => {
  test.setTimeout(180_000);
  const { page, canvas, step, run } = app;
  const { service } = ledger;
  const ears = listenForSecrets(page, ledger.folder);
  await addLedger(app);
  const dialog = page.getByRole('dialog', { name: 'Connect Ledger' });

  await test.step('its app is set up once, with the address to register at hand', async () => {
    await step.whole().getByRole('button', { name: 'Connect Ledger' }).click();
    await expect(dialog).toContainText('has to be set up once');
    await expect(dialog.getByText(`${ledger.url}oauth/callback/ledger`)).toBeVisible();
    await dialog.getByRole('textbox', { name: 'ID of the app' }).fill('desk');
    await dialog.getByLabel('Secret of the app').fill(clientSecret);
    await dialog.getByRole('button', { name: 'Keep' }).click();
  });

  await test.step('the person signs in and allows it there; the dialog goes on by itself', async () => {
    const window = await signInWindow(page, async () => {
      await dialog.getByRole('button', { name: 'Sign in with Ledger' }).click();
    });
    await expect(dialog).toContainText('A window of Ledger is open');
    await expectAccessible(page);
    await allowAtService(window);
    await expect(page.getByText('Connected as ada').first()).toBeVisible();
    await expect(dialog).toBeHidden();
    expect(service.granted).toEqual(['authorization_code']);
  });

  await test.step('the step asks the service as that person', async () => {
    await run.test('Try with all');
    await expect(canvas.step(1, 'Ledger')).toContainText('1 found');
  });

  await test.step('two tabs find the token ended at the same moment: it is renewed once, and both go on', async () => {
    const other = await context.newPage();
    const second = {
      page: other,
      flows: new FlowList(other),
      canvas: new Canvas(other),
      step: new StepPanel(other),
      run: new RunPanel(other),
    };
    await addLedger(second);
    await second.step.open('Credential');
    await second.step.whole().getByRole('radio', { name: 'Ledger' }).click();
    await service.endAccess();
    await Promise.all([run.test('Try with all'), second.run.test('Try with all')]);
    await page.bringToFront();
    for (const tab of [run, second.run])
      await expect(tab.whole().getByRole('status', { name: 'How the run went' })).toContainText(
        'Done',
      );
    // “Done” stood there before, too: the run before, and one of each tab.
    await expect.poll(async () => (await everythingInBrowser(page))['runs']).toHaveLength(3);
    expect(service.asked).toEqual(['authorization_code', 'refresh_token']);
    await other.close();
  });

  await test.step('a sign-in that was withdrawn at the service is told in words', async () => {
    await service.revokeAll();
    await run.test('Try with all');
    const card = run.whole().getByRole('region', { name: 'Refused' });
    await expect(card).toContainText('does not accept this sign-in any more');
    await expect(card).toContainText('Connect again');
    await expect(card).not.toContainText(/invalid_grant|proxy\./);
  });

  await test.step('no secret and no token is anywhere', async () => {
    const secrets = [clientSecret, ...service.seen, ...service.refreshTokens];
    expect(secrets.length).toBeGreaterThan(3);
    await ears.expectNowhere(secrets);
  });
});

test('a program signs in by a form, and a code is typed at the service', async ({
  app,
  ledger,
}) => {
  const { page, step } = app;
  await addLedger(app);
  const dialog = page.getByRole('dialog', { name: 'Connect Ledger' });

  await test.step('a wrong secret is told at the form, the right one connects', async () => {
    await step.whole().getByRole('button', { name: 'Connect Ledger' }).click();
    await dialog.getByLabel('How do you sign in?').selectOption({ label: 'Program' });
    await dialog.getByRole('textbox', { name: 'ID' }).fill('robot');
    await dialog.getByLabel('Secret').fill('a-wrong-secret-0123456789');
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(dialog.getByRole('alert')).toContainText(
      'does not accept the ID or secret of the app',
    );
    await dialog.getByLabel('Secret').fill(clientSecret);
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(page.getByText('Connected as robot').first()).toBeVisible();
  });

  await test.step('an answer that comes after the form was closed is nobody’s', async () => {
    await step.open('Credential');
    const bring = await holdBack(page, '**/api/call');
    const answered = page.waitForResponse('**/api/call');
    const another = step.whole().getByRole('button', { name: 'Connect another account' });
    await another.click();
    await dialog.getByLabel('How do you sign in?').selectOption({ label: 'Program' });
    await dialog.getByRole('textbox', { name: 'ID' }).fill('robot');
    await dialog.getByLabel('Secret').fill(clientSecret);
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(dialog.getByText('Connecting Ledger…')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await another.click();
    const id = dialog.getByRole('textbox', { name: 'ID' });
    await id.fill('screen');
    bring();
    await (await answered).finished();
    await someFrames(page);
    await expect(id).toHaveValue('screen');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(step.whole().getByRole('radio')).toHaveCount(1);
  });

  await test.step('a code is shown with its address, until it was typed there', async () => {
    await step.open('Credential');
    await step.whole().getByRole('button', { name: 'Connect another account' }).click();
    await dialog.getByLabel('How do you sign in?').selectOption({ label: 'Code' });
    await dialog.getByRole('textbox', { name: 'ID' }).fill('screen');
    await dialog.getByRole('button', { name: 'Sign in with Ledger' }).click();
    await expect(dialog.getByLabel('The code to type')).toHaveText(/^[A-Z]{4}-[A-Z]{4}$/);
    await expectAccessible(page);
    const link = dialog.getByRole('link', { name: `${ledger.service.origin}/device` });
    await allowAt((await link.getAttribute('href')) ?? '', 'nowhere:', /sign-in success/i);
    await expect(page.getByText('Connected as ada').first()).toBeVisible({ timeout: 60_000 });
    await expect(dialog).toBeHidden();
  });
});

test('any service: the addresses of an OAuth sign-in are typed, rare ways stand below', async ({
  app,
  ledger,
}) => {
  const { page, flows, canvas, step } = app;
  const { origin } = ledger.service;
  await flows.open();
  await flows.startEmpty();
  await canvas.add('REST request');
  await step.open('Credential');
  await step.whole().getByRole('button', { name: 'Connect REST request' }).click();
  const dialog = page.getByRole('dialog', { name: 'Connect REST request' });
  const ways = dialog.getByLabel('How do you sign in?');
  await expect(ways.locator('optgroup[label="For experts"]')).toContainText('AWS signature');
  await ways.selectOption({ label: 'Sign in at the service (OAuth 2)' });
  await expect(dialog).toContainText('shown here as soon as');
  await dialog.getByRole('textbox', { name: 'Address of the service' }).fill(origin);
  await dialog
    .getByRole('textbox', { name: 'Address where people sign in' })
    .fill(`${origin}/auth`);
  await dialog.getByRole('textbox', { name: 'Address that gives tokens' }).fill(`${origin}/token`);
  const own = `${ledger.url}oauth/callback/at/${ledger.service.host.replace(':', '~')}`;
  await expect(dialog.getByText(own)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'ID of the app' }).fill('desk');
  await dialog.getByLabel('Secret of the app').fill(clientSecret);
  await dialog.getByRole('textbox', { name: 'Rights to ask for' }).fill('openid');
  await expectAccessible(page);
  const window = await signInWindow(page, async () => {
    await dialog.getByRole('button', { name: 'Sign in with the service' }).click();
  });
  await allowAtService(window);
  await expect(dialog).toBeHidden();
  await step.open('Credential');
  await expect(step.whole().getByRole('radio', { name: 'REST request' })).toBeChecked();
});

async function addLedger({
  page,
  flows,
  canvas,
  step,
}: Pick<App, 'page' | 'flows' | 'canvas' | 'step'>): Promise<void> {
  await flows.open();
  const first = page.getByRole('button', { name: 'Start with an empty canvas' });
  const further = page.getByRole('button', { name: 'New flow', exact: true });
  await expect(first.or(further)).toBeVisible();
  if (await further.isVisible()) {
    await further.click();
    await page.getByRole('menuitem', { name: 'Start with an empty canvas' }).click();
  } else await first.click();
  await canvas.add('Ledger');
  await expect(canvas.step(1, 'Ledger')).toBeVisible();
  await step.open('Credential');
}
