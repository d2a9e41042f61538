import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures.ts';
import { onlyFlow } from '../browser-store.ts';
import { Keyboard } from '../panels/keyboard.ts';
import { Outline } from '../panels/outline.ts';

const layout = async (page: Page) => (await onlyFlow(page)).layout;
const notesOf = async (page: Page) => (await layout(page)).notes;
/** Groups as "title: step, step". */
const groupsOf = async (page: Page) => {
  const { steps, layout: laidOut } = await onlyFlow(page);
  const name = (id: string) => steps.find((step) => step.id === id)?.name ?? '';
  return laidOut.groups.map((group) => `${group.title}: ${group.steps.map(name).join(', ')}`);
};
const note = (page: Page, text: string) =>
  page.getByLabel('Canvas of the flow').getByRole('button', { name: `Note: ${text}`, exact: true });
const group = (page: Page, name: RegExp) =>
  page.getByLabel('Canvas of the flow').getByRole('button', { name });

test.use({ viewport: { width: 1440, height: 900 } });

test('by keyboard: notes on the canvas and in the outline, groups by the outline alone', async ({
  app,
}) => {
  test.setTimeout(90_000);
  const { page, flows, canvas } = app;
  const keys = new Keyboard(page);
  const outline = new Outline(page);
  const line = (name: string | RegExp) => outline.whole().getByRole('treeitem', { name });
  await flows.open();
  await flows.startEmpty();
  for (const component of ['CRM', 'Set values', 'Log']) await canvas.add(component);
  await expect.poll(async () => (await onlyFlow(page)).edges.length).toBe(2);

  await test.step('one key adds a note; Esc ends writing', async () => {
    await canvas.step(3, 'Log').focus();
    await keys.press('Shift+N');
    await expect(page.getByRole('textbox', { name: 'Text of the note' })).toBeFocused();
    await keys.type('First of all');
    await keys.press('Escape');
    await expect(note(page, 'First of all')).toBeFocused();
    await expect.poll(async () => (await notesOf(page))[0]?.text).toBe('First of all');
  });

  await test.step('arrow keys move it, with Shift they resize it', async () => {
    const before = (await notesOf(page))[0];
    await keys.press('Alt+ArrowRight');
    await expect
      .poll(async () => (await notesOf(page))[0]?.position.x)
      .toBe((before?.position.x ?? 0) + 20);
    await keys.press('Alt+Shift+ArrowDown');
    await expect
      .poll(async () => (await notesOf(page))[0]?.size.height)
      .toBe((before?.size.height ?? 0) + 20);
  });

  await test.step('a copy of it is put down by keys, and deleted again', async () => {
    await keys.press('Control+c');
    await expect(page.getByText(/^1 note is copied\./)).toBeVisible();
    await keys.press('Control+v');
    await expect.poll(async () => (await notesOf(page)).length).toBe(2);
    await keys.press('Delete');
    await expect(page.getByText('The note is deleted.')).toBeVisible();
    await expect.poll(async () => (await notesOf(page)).length).toBe(1);
  });

  await test.step('the outline has it, and it is written in there', async () => {
    await keys.go(outline.switch('Outline'));
    await keys.walk('Shift+Tab', outline.active());
    await keys.press('End');
    await expect(line('Note: First of all')).toBeFocused();
    await keys.press('Enter');
    const field = page.getByRole('textbox', { name: 'Text of the note' });
    await expect(field).toBeFocused();
    await expectAccessible(page);
    await keys.press('End');
    await keys.type(', ask');
    await keys.press('Escape');
    await expect(line('Note: First of all, ask')).toBeFocused();
    await expect.poll(async () => (await notesOf(page))[0]?.text).toBe('First of all, ask');
  });

  await test.step('steps are chosen and grouped; the group is a branch with a name', async () => {
    await keys.press('Home');
    await expect(outline.step(1, 'CRM')).toBeFocused();
    await keys.press('Space');
    await keys.press('ArrowDown');
    await keys.press('Control+Space');
    await keys.press('Control+g');
    const name = page.getByRole('textbox', { name: 'Name of the group' });
    await expect(name).toBeFocused();
    await keys.type('Begin');
    await keys.press('Enter');
    await expect(line(/^Group Begin, 2 steps/)).toBeFocused();
    await expect.poll(async () => groupsOf(page)).toEqual(['Begin: CRM, Set values']);
    await expect(outline.step(2, 'Set values')).toHaveAttribute('aria-level', '2');
    await expect(outline.step(3, 'Log')).toHaveAttribute('aria-level', '1');
    await expectAccessible(page);
  });

  await test.step('a step is put into it from its menu', async () => {
    await keys.walk('ArrowDown', outline.step(3, 'Log'));
    await keys.press('Control+Enter');
    await keys.go(page.getByRole('menuitem', { name: 'Put into a group…' }), 'ArrowDown');
    await keys.go(page.getByRole('menuitem', { name: 'Begin', exact: true }), 'ArrowDown');
    await expect(page.getByText('“Log” is in the group “Begin” now.')).toBeVisible();
    await expect.poll(async () => groupsOf(page)).toEqual(['Begin: CRM, Set values, Log']);
  });

  await test.step('on the canvas Enter folds and unfolds it, Delete takes it apart', async () => {
    await keys.go(outline.switch('Canvas'));
    const head = group(page, /^Group Begin, 3 steps/);
    await expect(head).toBeVisible();
    await head.focus();
    await keys.press('Enter');
    const box = group(page, /^Group Begin, folded: 3 steps/);
    await expect(box).toBeVisible();
    await expect(canvas.step(2, 'Set values')).toBeHidden();
    await box.focus();
    await keys.press('Enter');
    await expect(canvas.step(2, 'Set values')).toBeVisible();
    await head.focus();
    await keys.press('Delete');
    await expect(
      page.getByText('The group “Begin” is taken apart. Its 3 steps stay.'),
    ).toBeVisible();
    await expect.poll(async () => groupsOf(page)).toEqual([]);
    expect((await onlyFlow(page)).steps).toHaveLength(3);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a note is added and written by touch', async ({ app }) => {
    const { page, flows, canvas } = app;
    await flows.open();
    await flows.startFromTemplate('New customers to newsletter');
    await page
      .getByRole('navigation', { name: 'What to show' })
      .getByRole('button', { name: 'Flow' })
      .tap();
    await page.getByRole('button', { name: 'Add a note', exact: true }).tap();
    const dialog = page.getByRole('dialog', { name: 'Note' });
    await dialog.getByRole('textbox', { name: 'Text of the note' }).fill('- one\n- two');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Done' }).tap();
    await expect(canvas.whole().getByRole('listitem')).toHaveText(['one', 'two']);
    await expect.poll(async () => (await notesOf(page))[0]?.text).toBe('- one\n- two');
  });
});
