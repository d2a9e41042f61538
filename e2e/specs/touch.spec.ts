import { expect, expectAccessible, test } from '../fixtures.ts';
import { onlyFlow } from '../browser-store.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('on a phone a flow is built, connected, filled and tested by touch', async ({ app }) => {
  test.setTimeout(120_000);
  const { page, flows, canvas, step, mapper, run } = app;
  const part = (name: 'Flow' | 'Step' | 'Run') =>
    page.getByRole('navigation', { name: 'What to show' }).getByRole('button', { name });
  const components = page.getByRole('dialog', { name: 'Components' });
  await flows.open();
  await page.getByRole('button', { name: 'Start with an empty canvas' }).tap();
  await expect(canvas.whole()).toBeVisible();

  await test.step('steps are added by tapping', async () => {
    const begin = page.getByText('Where does the data come from?').locator('..');
    await begin.getByRole('button', { name: 'Choose the first component' }).tap();
    await components.getByRole('button', { name: 'Add CRM', exact: true }).tap();
    await expect(components).toBeHidden();
    await expect(step.whole()).toBeVisible();
    await part('Flow').tap();
    await expect(canvas.step(1, 'CRM')).toBeVisible();
    await page.getByRole('button', { name: 'Choose the first component' }).first().tap();
    await components.getByRole('button', { name: 'Add Newsletter', exact: true }).tap();
    await expect(components).toBeHidden();
  });

  await test.step('the second one is connected to the first, deleted from its menu, and brought back', async () => {
    await part('Flow').tap();
    await page.getByRole('button', { name: 'Show the flow' }).tap();
    await page.getByRole('button', { name: 'More for Newsletter' }).tap();
    await page.getByRole('menuitem', { name: 'Delete step' }).tap();
    await expect(canvas.step(2, 'Newsletter')).toBeHidden();
    await expect.poll(async () => (await onlyFlow(page)).edges.length).toBe(0);
    await page.getByRole('button', { name: 'More', exact: true }).tap();
    await page.getByRole('menuitem', { name: /^Undo/ }).tap();
    await expect(canvas.step(2, 'Newsletter')).toBeVisible();
    await expect.poll(async () => (await onlyFlow(page)).edges.length).toBe(1);
  });

  await test.step('both are signed in', async () => {
    await page.getByRole('button', { name: 'Show the flow' }).tap();
    await canvas.step(1, 'CRM').tap();
    await step.chooseOperation('Find customers by status');
    await step.tab('Credential').tap();
    await step.sampleKey().tap();
    await expect(page.getByText('Connected as Ada Lovelace, workspace Demo').first()).toBeVisible();
    await part('Flow').tap();
    await page.getByRole('button', { name: 'Show the flow' }).tap();
    await canvas.step(2, 'Newsletter').tap();
    await step.tab('Operation').tap();
    await step.whole().getByRole('button', { name: 'Add a subscriber', exact: true }).tap();
    await step.tab('Credential').tap();
    await step.sampleKey().tap();
    await expect(page.getByText('Connected to Demo newsletter').first()).toBeVisible();
  });

  await test.step('the fields are filled, one of them by hand', async () => {
    await step.tab('Mapping').tap();
    await page.getByRole('button', { name: 'Match all by name' }).tap();
    await mapper
      .matches()
      .getByRole('button', { name: /^Use \d+ match/ })
      .tap();
    await expect(mapper.pill('E-mail', /from CRM/)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('it is tested, and nothing is sent without a yes', async () => {
    await page.getByRole('button', { name: 'Test', exact: true }).tap();
    await expect(part('Run')).toHaveAttribute('aria-current', 'page');
    await expect(run.whole().getByText('Nothing has been sent yet.')).toBeVisible();
    await expectAccessible(page);
    await run.whole().getByRole('button', { name: 'Do not send' }).tap();
    await expect(run.whole().getByText('Nothing has been sent yet.')).toBeHidden();
  });

  const { steps, edges } = await onlyFlow(page);
  expect(steps.map(({ component, operation }) => [component, operation])).toEqual([
    ['catalog:crm', 'find-customers-by-status'],
    ['catalog:newsletter', 'add-subscriber'],
  ]);
  expect(edges.map(({ from, to }) => [from, to])).toEqual([[steps[0]?.id, steps[1]?.id]]);
  expect(JSON.stringify(steps[1]?.slots['input'])).toContain('{"first":true}');
});
