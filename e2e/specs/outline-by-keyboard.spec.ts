import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures.ts';
import { onlyFlow } from '../browser-store.ts';
import { Keyboard } from '../panels/keyboard.ts';
import { Outline } from '../panels/outline.ts';

/** From a place behind the outline back to its active line, and by arrows to another one. */
async function toLine(keys: Keyboard, outline: Outline, line: Locator): Promise<void> {
  await keys.walk('Shift+Tab', outline.active());
  await keys.press('Home');
  await keys.walk('ArrowDown', line);
}

const items = (page: Page, name: string) => page.getByRole('menuitem', { name, exact: true });

test('the steps of the reference story are added and connected through the outline, by keyboard', async ({
  app,
}) => {
  test.setTimeout(150_000);
  const { page, flows, canvas, step } = app;
  const keys = new Keyboard(page);
  const outline = new Outline(page);
  await flows.open();
  await keys.go(page.getByRole('button', { name: 'Start with an empty canvas' }));
  await expect(canvas.whole()).toBeVisible();

  await test.step('the outline is chosen; the first step is added to it', async () => {
    await keys.go(outline.switch('Outline'));
    await expect(canvas.whole()).toBeHidden();
    await keys.go(page.getByRole('button', { name: 'Choose the first component' }));
    await expect(page.getByRole('textbox', { name: 'Search components' })).toBeFocused();
    await keys.go(page.getByRole('button', { name: 'Add CRM', exact: true }));
    await expect(outline.step(1, 'CRM')).toBeVisible();
    await keys.go(step.operation('Find customers by status'));
    await step.expectOpen('Credential');
    await keys.go(step.sampleKey());
    await expect(page.getByText('Connected as Ada Lovelace, workspace Demo').first()).toBeVisible();
  });

  await test.step('the newsletter is added after it, with one key', async () => {
    await toLine(keys, outline, outline.step(1, 'CRM'));
    await keys.press('+');
    await expect(page.getByRole('textbox', { name: 'Search components' })).toBeFocused();
    await keys.go(page.getByRole('button', { name: 'Add Newsletter', exact: true }));
    await expect(outline.step(2, 'Newsletter')).toHaveAttribute('aria-selected', 'true');
    await keys.go(step.operation('Add a subscriber'));
    await step.expectOpen('Credential');
    await keys.go(step.sampleKey());
    await expect(page.getByText('Connected to Demo newsletter').first()).toBeVisible();
    await expect.poll(async () => (await onlyFlow(page)).edges.length).toBe(1);
  });
});

test('a step is moved up on its way, by keyboard', async ({ app }) => {
  const { page, flows, canvas } = app;
  const keys = new Keyboard(page);
  const outline = new Outline(page);
  await flows.open();
  await flows.startEmpty();
  for (const component of ['CRM', 'Set values', 'Log', 'Router']) await canvas.add(component);
  await outline.switch('Outline').click();
  const names = async () => {
    const { steps, edges } = await onlyFlow(page);
    const name = (id: string) => steps.find((each) => each.id === id)?.name ?? '';
    return edges.map(({ from, to }) => `${name(from)} > ${name(to)}`).toSorted();
  };
  await expect.poll(names).toEqual(['CRM > Set values', 'Log > Router', 'Set values > Log']);

  await test.step('up, and back by undo', async () => {
    await toLine(keys, outline, outline.step(3, 'Log'));
    await keys.press('Alt+ArrowUp');
    await expect.poll(names).toEqual(['CRM > Log', 'Log > Set values', 'Set values > Router']);
    await expect(outline.lines().nth(1)).toHaveAccessibleName(/^Step 3: Log/);
    await expect(outline.step(3, 'Log')).toBeFocused();
    await keys.press('Alt+ArrowUp');
    await expect(page.getByText('Log cannot move further on this way.')).toBeAttached();
    await keys.press('Control+z');
    await expect.poll(names).toEqual(['CRM > Set values', 'Log > Router', 'Set values > Log']);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the outline is offered, and every line has its buttons', async ({ app }) => {
    const { page, flows } = app;
    const outline = new Outline(page);
    await flows.open();
    await flows.startFromTemplate('New customers to newsletter');
    const part = page
      .getByRole('navigation', { name: 'What to show' })
      .getByRole('button', { name: 'Flow' });
    await part.tap();
    await page.getByRole('button', { name: 'Show the outline' }).tap();
    await expect(outline.step(1, 'CRM')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Show the outline' })).toBeHidden();
    await expectAccessible(page);
    await outline.whole().getByRole('button', { name: 'More for Newsletter' }).tap();
    await items(page, 'Switch off').tap();
    await expect(outline.step(2, 'Newsletter')).toContainText('Switched off');
    await expect.poll(async () => (await onlyFlow(page)).steps[1]?.disabled).toBe(true);
  });
});
