import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures.ts';
import { flowsInBrowser, onlyFlow } from '../browser-store.ts';
import { Guide } from '../panels/guide.ts';
import { Keyboard } from '../panels/keyboard.ts';

const offer = 'Build your first flow, step by step';

test('S9: the first flow is guided by what the person does; left, loaded again and gone on with', async ({
  app,
}) => {
  test.setTimeout(180_000);
  const { page, flows, canvas, step, mapper, run } = app;
  const guide = new Guide(page);
  await flows.open();

  await test.step('an empty workspace offers it, and so does an empty canvas', async () => {
    await expect(page.getByText('No account is needed.')).toBeVisible();
    await flows.startEmpty();
    await page.getByRole('button', { name: offer }).click();
    await guide.expectAt(1, 'Choose where it begins', /Choose “CRM”/);
    await expect(page.getByRole('button', { name: offer })).toBeHidden();
    await guide.expectBeside(page.getByRole('button', { name: 'Add CRM', exact: true }));
  });

  await test.step('choosing and connecting lead on; nobody presses “next”', async () => {
    await canvas.add('CRM');
    await guide.expectAt(1, 'Choose where it begins', /Find customers by status/);
    await guide.expectBeside(step.operation('Find customers by status'));
    await step.operation('Find customers by status').click();
    await guide.expectAt(2, 'Connect it', /Use the sample key/);
    await guide.expectBeside(step.sampleKey());
    await step.sampleKey().click();
    await guide.expectAt(3, 'Choose where it goes', /Newsletter/);
  });

  await test.step('who goes another way is followed, also back', async () => {
    await canvas.add('Filter');
    await expect(canvas.step(2, 'Filter')).toBeVisible();
    await guide.expectAt(3, 'Choose where it goes', /choose who gets the data/);
    await canvas.undo();
    await guide.expectAt(3, 'Choose where it goes', /choose who gets the data/);
    await page.keyboard.press('Escape');
    await canvas.step(1, 'CRM').click();
    await guide.button('Back').click();
    await guide.expectAt(2, 'Connect it', /This is done/);
    await guide.button('Go on').click();
    await guide.expectAt(3, 'Choose where it goes', /choose who gets the data/);
  });

  await test.step('it is laid aside, and waits through a reload', async () => {
    await guide.button('Go on later').click();
    await expect(guide.whole()).toBeHidden();
    await page.reload();
    await expect(canvas.step(1, 'CRM')).toBeVisible();
    await expect(guide.whole()).toBeHidden();
    await page.getByRole('button', { name: 'Help' }).click();
    await page.getByRole('menuitem', { name: 'Go on with the guide' }).click();
    await guide.expectAt(3, 'Choose where it goes', /choose who gets the data/);
    await page.reload();
    await guide.expectAt(3, 'Choose where it goes', /choose who gets the data/);
  });

  await test.step('a part is skipped, and looked at again', async () => {
    await guide.button('Skip').click();
    await guide.expectAt(4, 'Connect this one, too', /./);
    await guide.button('Back').click();
    await guide.expectAt(3, 'Choose where it goes', /choose who gets the data/);
  });

  await test.step('the second service, the fields and the test follow', async () => {
    await canvas.add('Newsletter');
    await guide.expectBeside(step.operation('Add a subscriber'));
    await step.operation('Add a subscriber').click();
    await guide.expectAt(4, 'Connect this one, too', /Use the sample key/);
    await step.sampleKey().click();
    await guide.expectAt(5, 'Fill it in', /Match all by name/);
    await mapper.matchByName();
    await guide.expectBeside(mapper.matches().getByRole('button', { name: /^Use \d+ match/ }));
    await mapper.useMatches();
    await guide.expectAt(6, 'Try it', /Press “Test”/);
    await page.locator('[data-test-button]').click();
    await guide.expectAt(6, 'Try it', /what would be sent/);
    await guide.expectBeside(run.held().getByRole('button', { name: 'Send 5' }));
    await run.held().getByRole('button', { name: 'Send 5' }).click();
    await guide.expectAt(6, 'Try it', /refused/);
    await run
      .whole()
      .getByRole('button', { name: /^Skip it this time/ })
      .click();
  });

  await test.step('it ends in words, and says what could come next', async () => {
    await guide.expectEnded('Your first flow');
    await expectAccessible(page);
    const flow = await onlyFlow(page);
    expect(flow.steps.map(({ operation }) => operation)).toEqual([
      'find-customers-by-status',
      'add-subscriber',
    ]);
    expect(flow.edges).toHaveLength(1);
    await guide.button('Export this flow').click();
    await expect(page.getByRole('dialog', { name: 'Export flow' })).toBeVisible();
    await expect(guide.whole()).toBeHidden();
    await page.reload();
    await expect(canvas.step(2, 'Newsletter')).toBeVisible();
    await expect(guide.whole()).toBeHidden();
  });
});

test('a flow with two mistakes is mended in a lesson, by keyboard alone', async ({ app }) => {
  test.setTimeout(180_000);
  const { page, flows, canvas, step, mapper, run } = app;
  const guide = new Guide(page);
  const keys = new Keyboard(page);
  const finder = page.getByRole('dialog', { name: 'Find anything' });
  const find = finder.getByRole('combobox');
  await flows.open();
  await flows.startEmpty();

  await test.step('it is found by its name', async () => {
    await keys.press('Control+k');
    await expect(find).toBeFocused();
    await keys.type('lesson break');
    await expect(finder.getByRole('option')).toHaveCount(1);
    await keys.press('Enter');
    await guide.expectAt(1, 'Connect it', /Use the sample key/);
    await expect(canvas.step(2, 'CRM 2')).toBeVisible();
    await expect(saidTo(page)).toContainText('Guide, step 1 of 6, Connect it.');
  });

  await test.step('the guide takes no focus, and is there for the keyboard', async () => {
    await keys.walk('Tab', step.tab('Credential'));
    await keys.press('Enter');
    await keys.go(step.sampleKey());
    await guide.expectAt(2, 'Find what is wrong', /1 thing to do/);
    await expect(guide.whole().locator(':focus')).toHaveCount(0);
    await keys.walk('Tab', guide.button('Back'));
    await expect(saidTo(page)).toContainText('Guide, step 2 of 6, Find what is wrong.');
  });

  await test.step('a field that was renamed is found from the list, and mended by its fix', async () => {
    await keys.go(page.getByRole('button', { name: '1 thing to do' }));
    await guide.expectAt(2, 'Find what is wrong', /A field was renamed/);
    await keys.go(
      page.getByRole('dialog').getByRole('button', { name: /which “CRM” does not have/ }),
    );
    await guide.expectAt(2, 'Find what is wrong', /Here it is/);
    await keys.go(mapper.field('Birthday').getByRole('button', { name: 'Use “Birthday”' }));
    await guide.expectAt(3, 'Run it', /Press “Test”/);
  });

  await test.step('the CRM refuses a customer, and the lesson leads to the field', async () => {
    await keys.go(page.getByRole('button', { name: 'Test flow with 5' }), 'Shift+Tab');
    await guide.expectAt(3, 'Run it', /second mistake/);
    await keys.go(run.held().getByRole('button', { name: 'Send 5' }));
    await guide.expectAt(4, 'Find the reason', /Go to the field/);
    await keys.go(run.whole().getByRole('button', { name: 'Go to the field “Phone”' }));
    await guide.expectAt(5, 'Mend it', /Notes/);
    await expectAccessible(page);
  });

  await test.step('what does not belong there is taken out, and everything is accepted', async () => {
    await expect(mapper.field('Phone').getByRole('textbox')).toBeFocused();
    await keys.press('Control+End');
    await keys.press('Backspace');
    await keys.press('Backspace');
    await guide.expectAt(6, 'Run it again', /Press “Test” once more/);
    // What was sent came from there, whatever fills the field now.
    const refused = run.whole().getByRole('region', { name: 'Refused' });
    await expect(refused.getByRole('listitem').filter({ hasText: 'Phone' })).toContainText('Notes');
    await keys.go(page.getByRole('button', { name: 'Test flow with 5' }), 'Shift+Tab');
    await guide.expectAt(6, 'Run it again', /And “Send”/);
    await keys.go(run.held().getByRole('button', { name: 'Send 5' }));
    await guide.expectEnded('Break it and fix it');
    await expect(canvas.step(2, 'CRM 2')).toContainText('5 done');
  });

  const lesson = (await flowsInBrowser(page)).find(({ steps }) => steps.length === 2);
  const filled = JSON.stringify(lesson?.steps[1]?.slots['input']);
  expect(filled).toContain('"path":["birthday"]');
  expect(filled).not.toContain('notes');

  await test.step('the words of the page are explained', async () => {
    await keys.press('Control+k');
    await expect(find).toBeFocused();
    await keys.type('what do these words');
    await expect(finder.getByRole('option')).toHaveCount(1);
    await keys.press('Enter');
    const words = page.getByRole('dialog', { name: 'What do these words mean?' });
    await expect(words).toContainText('Which data goes into which field of a step.');
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the guide is a bar that leaves every control free, by touch', async ({ app }) => {
    test.setTimeout(150_000);
    const { page, flows, step, mapper, run } = app;
    const guide = new Guide(page);
    const part = (name: 'Flow' | 'Step' | 'Run') =>
      page.getByRole('navigation', { name: 'What to show' }).getByRole('button', { name });
    const components = page.getByRole('dialog', { name: 'Components' });
    await flows.open();
    await page.getByRole('button', { name: offer }).tap();
    await guide.expectAt(1, 'Choose where it begins', /Choose “CRM”/);
    await guide.expectBeside(page.getByRole('navigation', { name: 'What to show' }));
    await page.locator('[data-guide="choose"]').first().tap();
    await guide.expectBeside(components);
    await components.getByRole('button', { name: 'Add CRM', exact: true }).tap();
    await step.operation('Find customers by status').tap();
    await guide.expectAt(2, 'Connect it', /Use the sample key/);
    await guide.expectBeside(step.sampleKey());
    await expectAccessible(page);
    await step.sampleKey().tap();
    await guide.expectAt(3, 'Choose where it goes', /Newsletter/);
    await part('Flow').tap();
    await page.locator('[data-guide="choose"]').first().tap();
    await components.getByRole('button', { name: 'Add Newsletter', exact: true }).tap();
    await step.operation('Add a subscriber').tap();
    await guide.expectAt(4, 'Connect this one, too', /Use the sample key/);
    await step.sampleKey().tap();
    await guide.expectAt(5, 'Fill it in', /Match all by name/);
    await page.getByRole('button', { name: 'Match all by name' }).tap();
    const use = mapper.matches().getByRole('button', { name: /^Use \d+ match/ });
    await guide.expectBeside(use);
    await use.tap();
    await guide.expectAt(6, 'Try it', /Press “Test”/);
    await page.locator('[data-test-button]').tap();
    await guide.expectAt(6, 'Try it', /what would be sent/);
    await guide.expectBeside(run.held().getByRole('button', { name: 'Send 5' }));
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
    await run.held().getByRole('button', { name: 'Do not send' }).tap();
    await guide.expectEnded('Your first flow');
    await guide.button('Close the guide').tap();
    await expect(guide.whole()).toBeHidden();
    expect((await onlyFlow(page)).edges).toHaveLength(1);
  });
});

/** What a screen reader is told last. */
function saidTo(page: Page) {
  return page.locator('[aria-live="polite"]:not([role])');
}
