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

test('the reference story is told through the outline alone, by keyboard', async ({ app }) => {
  test.setTimeout(150_000);
  const { page, flows, canvas, step, mapper } = app;
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
    await step.expectOpen('Mapping'); // the panel goes on by itself
  });

  await test.step('the newsletter is added after it, with one key', async () => {
    await toLine(keys, outline, outline.step(1, 'CRM'));
    await keys.press('+');
    await expect(page.getByRole('textbox', { name: 'Search components' })).toBeFocused();
    await keys.go(page.getByRole('button', { name: 'Add Newsletter', exact: true }), 'ArrowDown');
    await expect(outline.step(2, 'Newsletter')).toHaveAttribute('aria-selected', 'true');
    await keys.go(step.operation('Add a subscriber'));
    await step.expectOpen('Credential');
    await keys.go(step.sampleKey());
    await expect(page.getByText('Connected to Demo newsletter').first()).toBeVisible();
    await step.expectOpen('Mapping');
    await expect.poll(async () => (await onlyFlow(page)).edges.length).toBe(1);
  });

  await test.step('it is disconnected, and connected again, from its menu', async () => {
    await toLine(keys, outline, outline.step(1, 'CRM'));
    await keys.press('ArrowDown');
    await expect(outline.step(2, 'Newsletter')).toBeFocused();
    await keys.press('Control+Enter');
    await keys.go(items(page, 'Disconnect…'), 'ArrowDown');
    await keys.go(items(page, 'From CRM'), 'ArrowDown');
    await expect.poll(async () => (await onlyFlow(page)).edges.length).toBe(0);
    await expect(outline.step(2, 'Newsletter')).toBeFocused();
    await keys.press('Home');
    await expect(outline.step(1, 'CRM')).toBeFocused();
    await keys.press('Control+Enter');
    await keys.go(items(page, 'Connect to…'), 'ArrowDown');
    await keys.go(items(page, 'Newsletter'), 'ArrowDown');
    const [from, to] = (await onlyFlow(page)).steps.map(({ id }) => id);
    await expect
      .poll(async () => (await onlyFlow(page)).edges.map((edge) => [edge.from, edge.to]))
      .toEqual([[from, to]]);
    await expect(page.getByText('Connect CRM to Newsletter').first()).toBeAttached();
  });

  await test.step('the mapping is opened from the line and filled', async () => {
    await toLine(keys, outline, outline.step(2, 'Newsletter'));
    await keys.press('Control+Enter');
    await keys.go(items(page, 'Fill in its fields'), 'ArrowDown');
    await step.expectOpen('Mapping');
    await keys.go(page.getByRole('button', { name: 'Match all by name' }));
    await keys.go(mapper.matches().getByRole('button', { name: /^Use \d+ match/ }));
    await expect(mapper.pill('E-mail', /^E-mail address from CRM/)).toBeVisible();
  });

  await test.step('it is tested up to the first step, and the line says what came of it', async () => {
    await toLine(keys, outline, outline.step(1, 'CRM'));
    await keys.press('Control+Enter');
    await keys.go(items(page, 'Test up to here'), 'ArrowDown');
    await expect(outline.step(1, 'CRM')).toContainText(/\d+ found/);
  });

  await test.step('the outline is there after a reload', async () => {
    await canvas.expectSaved();
    await page.reload();
    await expect(outline.step(2, 'Newsletter')).toBeVisible();
    await keys.go(outline.switch('Canvas'));
    await expect(canvas.step(2, 'Newsletter')).toBeVisible();
  });
});

test('steps are moved up, down and into a branch, and a connection is deleted, by keyboard', async ({
  app,
}) => {
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

  await test.step('another one is put in front of it', async () => {
    await toLine(keys, outline, outline.step(3, 'Log'));
    await keys.press('Control+Enter');
    await keys.go(items(page, 'Add step before'), 'ArrowDown');
    await expect(page.getByRole('textbox', { name: 'Search components' })).toBeFocused();
    await keys.go(page.getByRole('button', { name: 'Add Filter', exact: true }), 'ArrowDown');
    const between = ['Filter > Log', 'Log > Router', 'Set values > Filter'];
    await expect.poll(names).toEqual(['CRM > Set values', ...between]);
    await keys.press('Control+z');
    await expect.poll(names).toEqual(['CRM > Set values', 'Log > Router', 'Set values > Log']);
  });

  await test.step('into a branch by its name', async () => {
    await toLine(keys, outline, outline.step(3, 'Log'));
    await keys.press('Control+Enter');
    await keys.go(items(page, 'Move into a branch…'), 'ArrowDown');
    await keys.go(items(page, '“Otherwise” of Router'), 'ArrowDown');
    await expect.poll(names).toEqual(['CRM > Set values', 'Router > Log', 'Set values > Router']);
    await expect(outline.step(3, 'Log')).toHaveAttribute('aria-level', '3');
  });

  await test.step('the connection to the branch is chosen and deleted', async () => {
    await toLine(keys, outline, outline.way('Otherwise'));
    await keys.press('Space');
    await expect(outline.way('Otherwise')).toHaveAttribute('aria-selected', 'true');
    await keys.press('Delete');
    await expect.poll(names).toEqual(['CRM > Set values', 'Set values > Router']);
    await expect(outline.way('Otherwise')).toHaveAccessibleName(/leads nowhere yet$/);
    await expect(outline.lines().last()).toHaveAccessibleName(/^Step 3: Log/);
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
    await expect(outline.step(3, 'Newsletter')).toContainText('Switched off');
    await expect.poll(async () => (await onlyFlow(page)).steps[2]?.disabled).toBe(true);
  });
});
