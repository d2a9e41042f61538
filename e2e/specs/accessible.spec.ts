import { expect, expectAccessible, test, type App } from '../fixtures.ts';
import { onlyFlow } from '../browser-store.ts';
import { addCustomers, addNewsletter, mapByName } from '../journeys/first-flow.ts';

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in ${theme}`, () => {
    test.use({ colorScheme: theme });

    test('the list of flows, the empty canvas, import and export are accessible', async ({
      app,
    }) => {
      const { page, flows, canvas } = app;
      const broken = await policyBreaks(app);
      await flows.open();
      await expectAccessible(page);
      await flows.choose('flow.json', '{"format":"footbridge.flow","formatVersion":99}');
      await expect(flows.review()).toContainText('Nothing was changed.');
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await expect(flows.review()).toBeHidden();

      await flows.startEmpty();
      await expectAccessible(page);
      await page.getByRole('link', { name: 'All flows' }).click();
      await expect(page.getByRole('list', { name: 'Your flows' })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'New flow', exact: true }).click();
      await expect(
        page.getByRole('menuitem', { name: /New customers to newsletter/ }),
      ).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('menuitem', { name: /New customers to newsletter/ }).click();
      await expect(canvas.step(3, 'Newsletter')).toBeVisible();
      await page.getByRole('button', { name: /things? to do$/ }).click();
      await expect(page.getByRole('dialog', { name: 'To be finished' })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await canvas.more('Export flow');
      await expect(page.getByRole('dialog', { name: 'Export flow' })).toBeVisible();
      await expectAccessible(page);
      expect(broken).toEqual([]);
    });

    test('every part of a step, signing in, mapping and the test run are accessible', async ({
      app,
    }) => {
      test.setTimeout(150_000);
      const { page, flows, canvas, step, credential, mapper, run } = app;
      const broken = await policyBreaks(app);
      await flows.open();
      await flows.startEmpty();
      await addCustomers(app);
      for (const tab of ['Operation', 'Credential', 'Settings', 'Mapping', 'Test'] as const) {
        await step.open(tab);
        await expectAccessible(page);
      }
      await step.open('Operation');
      await step.whole().getByRole('radio', { name: 'On a schedule' }).check();
      await expect(step.whole()).toContainText('The next times');
      await expectAccessible(page);
      await step.whole().getByRole('radio', { name: 'By hand' }).check();

      await canvas.add('Newsletter');
      await expect(canvas.step(2, 'Newsletter')).toBeVisible();
      await step.chooseOperation('Add a subscriber');
      await step.connect('Newsletter');
      await expect(credential.whole()).toBeVisible();
      await expectAccessible(page);
      await credential.whole().getByLabel('Token', { exact: true }).fill('not-a-token-at-all');
      await credential.submit();
      await expect(credential.whole()).toContainText('refused this token');
      await expectAccessible(page);
      await credential.useSampleKey();
      await expect(page.getByText('Connected to Demo newsletter').first()).toBeVisible();

      await step.open('Mapping');
      await expectAccessible(page);
      await mapper.matchByName();
      await expect(mapper.matches().getByRole('checkbox').first()).toBeVisible();
      await expectAccessible(page);
      await mapper.useMatches();
      await expect(mapper.pill('E-mail', /from CRM/)).toBeVisible();
      await expectAccessible(page);

      await run.test('Try with 5');
      await expect(run.whole().getByText('Nothing has been sent yet.')).toBeVisible();
      await expectAccessible(page);
      await run.whole().getByRole('button', { name: 'Do not send' }).click();
      await expect(run.whole().getByText('Nothing has been sent yet.')).toBeHidden();
      await expectAccessible(page);
      await expect.poll(async () => (await onlyFlow(page)).steps.length).toBe(2);
      expect(broken).toEqual([]);
    });

    test('a refusal, a condition and a step that waits for a call are accessible', async ({
      app,
    }) => {
      const { page, flows, canvas, step, mapper, run } = app;
      const broken = await policyBreaks(app);
      await flows.open();
      await flows.startEmpty();
      await addCustomers(app);
      await addNewsletter(app);
      await mapByName(app);
      await mapper.pill('E-mail', /from CRM/).focus();
      await page.keyboard.press('Delete');
      const email = mapper.field('E-mail').getByRole('textbox', { name: 'E-mail' });
      await email.fill('nobody at all');
      await expect
        .poll(async () => JSON.stringify((await onlyFlow(page)).steps[1]?.slots['input']))
        .toContain('nobody at all');
      await run.test('Try with 1');
      await run.whole().getByRole('button', { name: 'Send 1' }).click();
      await expect(run.whole().getByRole('region', { name: 'Refused' })).toContainText('E-mail');
      await expectAccessible(page);

      await canvas.add('Filter');
      await step.open('Condition');
      await expectAccessible(page);

      await page.getByRole('link', { name: 'All flows' }).click();
      await page.getByRole('button', { name: 'New flow', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Start with an empty canvas' }).click();
      await expect(page.getByText('Where does the data come from?')).toBeVisible();
      await canvas.add('Webhook');
      await step.whole().getByRole('button', { name: 'Wait for a call' }).click();
      await expect(
        step.whole().getByRole('textbox', { name: 'Send data to this address' }),
      ).toHaveValue(/hooks/);
      await expectAccessible(page);
      expect(broken).toEqual([]);
    });
  });
}

/** What the page's security policy had to stop, from now on. */
async function policyBreaks({ page }: App): Promise<readonly string[]> {
  const broken: string[] = [];
  await page.exposeFunction('policyBroken', (what: string) => broken.push(what));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      (globalThis as unknown as { policyBroken(what: string): void }).policyBroken(
        `${violatedDirective}: ${blockedURI}`,
      );
    });
  });
  return broken;
}
