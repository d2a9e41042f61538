import type { Page } from '@playwright/test';
import { everythingInBrowser, onlyFlow } from '../browser-store.ts';
import { expect, expectAccessible, test } from '../fixtures.ts';
import { aFlow, aStep } from '../flows/a-flow.ts';
import { peopleByStatus, peopleThatCame } from '../flows/people-by-status.ts';
import { callFlow } from '../journeys/call-flow.ts';
import { openCustomersToNewsletter } from '../journeys/connected-flow.ts';
import { openKept } from '../journeys/kept-flow.ts';
import { freshWord, subscribers } from '../sample-places.ts';

const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const message = {
  subject: 'Your order',
  orderedOn: '2026-05-04',
  shop: 'https://shop.example.com/orders/7',
  trap: 'javascript:parent.document.title="gone"',
  from: 'ada@example.com',
  letter:
    '<h1>Dear Ada</h1><p>Your <b>order</b> is on its way.</p><script>parent.document.title="gone"</script><img src="/icon.svg" onerror="parent.document.title=\'gone\'">',
  photo: picture,
  note: `Leave it at the door, or see http://help.example.com. ${'word '.repeat(1_200)}`,
};

const letterFlow = aFlow('A letter', [aStep('in', 'Mail', 'webhook/receive')], {
  start: { kind: 'webhook' },
});

async function accessibleInBothThemes(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
}

test('a message reads as a page, and nothing in it runs', async ({ app, consoleErrors }) => {
  const { page, run } = app;
  await openKept(app, letterFlow);
  await callFlow(app, 'Mail', message);
  const output = run.whole().getByRole('region', { name: 'Output', exact: true }).first();
  await expect(output).toContainText('Your order');
  await run.whole().getByTitle('Page').click();

  const title = await page.title();
  const link = output.getByRole('link', { name: message.shop });
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(link).toHaveAttribute('rel', /noopener/);
  await expect(output.getByRole('link', { name: message.from })).toHaveAttribute(
    'href',
    `mailto:${message.from}`,
  );
  await expect(output.getByRole('link', { name: 'http://help.example.com' })).toBeVisible();
  await expect(output.getByText(message.trap)).toBeVisible();
  await expect(output.getByRole('link')).toHaveCount(3);
  await expect(output.getByText('4 May 2026')).toBeVisible();
  const photo = output.getByRole('img', { name: 'Photo' });
  await photo.scrollIntoViewIfNeeded();
  await expect(photo).toHaveJSProperty('naturalWidth', 1);

  await test.step('a long text is cut, and can be seen whole', async () => {
    const whole = message.note.length.toLocaleString('en');
    await expect(output.getByText(message.note.slice(-50).trim(), { exact: false })).toHaveCount(1);
    await output.getByRole('button', { name: `Show all ${whole} characters` }).click();
    await expect(output.getByRole('button', { name: /^Show all/ })).toHaveCount(0);
  });
  await accessibleInBothThemes(page);

  await test.step('markup is text until it is asked for, and then apart from the page', async () => {
    await expect(output.getByText('<h1>Dear Ada</h1>', { exact: false })).toBeVisible();
    await expect(page.locator('iframe')).toHaveCount(0);
    await output.getByRole('button', { name: 'Show as a web page' }).click();
    const frame = output.locator('iframe[title="Letter as a web page"]');
    await expect(frame).toHaveAttribute('sandbox', '');
    const inside = frame.contentFrame();
    await expect(inside.getByRole('heading', { name: 'Dear Ada' })).toBeVisible();
    expect(await page.title()).toBe(title);
    // The browser itself says what it kept the markup from: the script, and what its picture would have run a moment later.
    await expect.poll(() => consoleErrors.length).toBe(2);
    for (const error of consoleErrors)
      expect(error).toMatch(/sandboxed|Content Security Policy|content security policy/i);
    consoleErrors.length = 0;
    await output.getByRole('button', { name: 'Show as text' }).click();
    await expect(page.locator('iframe')).toHaveCount(0);
  });
});

test('each message says which way it took, and those of one way can be looked at', async ({
  app,
}) => {
  const { page, canvas, run } = app;
  await openKept(app, peopleByStatus);
  await callFlow(app, 'Shop', peopleThatCame);
  await expect(canvas.step(3, 'By status')).toContainText('Active: 2 · Lead: 1 · Otherwise: 1');
  await expect(page.getByText('Partner').first()).toBeVisible();

  await run.step(3, 'By status').click();
  const messages = run.whole().getByRole('listbox').getByRole('option');
  await expect(messages).toHaveCount(4);
  await expect(messages.nth(1)).toHaveAccessibleName(/to “Lead”/);
  await expect(messages.nth(3)).toHaveAccessibleName(/to “Otherwise”/);
  const which = run.whole().getByLabel('Which messages to show');
  await which.selectOption('To “Active”, 2');
  await expect(messages).toHaveCount(2);
  await expect(messages.nth(1)).toHaveAccessibleName(/^Message 3 .+to “Active”/);
  await messages.nth(1).click();
  await expect(
    run.whole().getByRole('region', { name: 'Output', exact: true }).first(),
  ).toContainText('to “Active”');
  await accessibleInBothThemes(page);

  await test.step('what a filter left out is a choice of its own', async () => {
    await run.step(4, 'Not Cy').click();
    await which.selectOption('Left out, 1');
    await expect(messages).toHaveCount(1);
    await expect(messages.first()).toHaveAccessibleName('Message 2 Cy Young, left out');
    await messages.first().click();
    await expect(run.output()).toContainText(
      '“Name is not Cy Young” does not hold: it is Cy Young.',
    );
  });
});

test('a test sends to the person who tests, when they want that', async ({ app }) => {
  test.setTimeout(120_000);
  const { page, run } = app;
  const me = `${freshWord()}@example.org`;
  await openCustomersToNewsletter(app);
  const before = await subscribers(page);

  await run.test('Try with 1');
  const held = run.whole().getByRole('region', { name: 'Waits for your OK' });
  await held.getByRole('button', { name: 'Send it to me instead…' }).click();
  const address = held.getByLabel('Your e-mail address');
  await expect(address).toBeFocused();
  await address.fill('me');
  await held.getByRole('button', { name: 'Show what I would get' }).click();
  await expect(held).toContainText('Write an address like name@example.com.');
  await address.fill(me);
  await page.keyboard.press('Enter');

  await expect(held).toContainText(
    `Each goes to ${me} instead of its recipient (E-mail). Nothing else is changed.`,
  );
  await expect(held.getByRole('table', { name: 'What is sent' })).toContainText(me);
  expect(await subscribers(page)).toEqual(before);
  await accessibleInBothThemes(page);
  await held.getByRole('button', { name: 'Send 1 to me' }).click();

  await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText('Done');
  await expect(run.whole()).toContainText('It went to you instead of its recipient (E-mail).');
  const known = new Set(before.map(({ email }) => email));
  const added = (await subscribers(page)).filter(({ email }) => !known.has(email));
  expect(added.map(({ email }) => email)).toEqual([me]);
  expect(JSON.stringify(await onlyFlow(page))).not.toContain(me);

  await test.step('who they are is asked once, and the real recipients are a press away', async () => {
    await run.test('Try with 1');
    await held.getByRole('button', { name: 'Send it to me instead…' }).click();
    await expect(address).toHaveValue(me);
    await expect(address).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(held).toContainText(`Each goes to ${me} instead`);
    await held.getByRole('button', { name: 'To the real recipients' }).click();
    await expect(held.getByRole('button', { name: 'Send 1', exact: true })).toBeVisible();
    await expect(held.getByRole('table', { name: 'What is sent' })).not.toContainText(me);
    await held.getByRole('button', { name: 'Do not send' }).click();
  });
});

test('a step that always may send is not asked about again, until the person takes it back', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const { page, canvas, step, run } = app;
  await openCustomersToNewsletter(app);
  const summary = run.whole().getByRole('status', { name: 'How the run went' });
  const held = run.whole().getByRole('region', { name: 'Waits for your OK' });

  await run.test('Try with 1');
  await held.getByRole('button', { name: 'More ways to send' }).click();
  await page
    .getByRole('menuitem', { name: 'Send, and never ask again in tests of this step' })
    .click();
  await expect(summary).toContainText('1 done');
  await run.test('Try with 1');
  await expect.poll(async () => (await everythingInBrowser(page))['runs']).toHaveLength(2);
  await expect(held).toHaveCount(0);

  await canvas.step(2, 'Newsletter').click();
  await step.open('Test');
  await step.whole().getByRole('button', { name: 'Ask again' }).click();
  await expect(step.whole()).toContainText('Nothing is sent or changed anywhere before');
  await run.test('Try with 1');
  await expect(held).toBeVisible();
  expect((await onlyFlow(page)).steps[1]?.settings).toEqual({});
});
