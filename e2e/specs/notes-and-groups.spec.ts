import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures.ts';
import { onlyFlow } from '../browser-store.ts';
import { Keyboard } from '../panels/keyboard.ts';
import { Outline } from '../panels/outline.ts';
import { restingBox, restingMiddle } from '../panels/resting-box.ts';

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

async function drag(
  page: Page,
  from: { readonly x: number; readonly y: number },
  by: { readonly x: number; readonly y: number },
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 8 });
  await page.mouse.up();
}

test.use({ viewport: { width: 1440, height: 900 } });

test('by mouse: a note is written, coloured, moved and resized; steps are grouped, folded, taken out', async ({
  app,
}) => {
  const { page, flows, canvas, step } = app;
  await flows.open();
  await flows.startEmpty();
  for (const component of ['CRM', 'Set values', 'Log', 'Newsletter']) await canvas.add(component);
  await expect.poll(async () => (await onlyFlow(page)).edges.length).toBe(3);
  await canvas.whole().focus();
  await page.keyboard.press('Escape');
  await expect(step.whole()).toBeHidden();
  await page.getByRole('button', { name: 'Show the whole flow' }).click();
  const [values, log] = [canvas.step(2, 'Set values'), canvas.step(3, 'Log')];

  await test.step('the menu of the canvas adds a note where it was asked for', async () => {
    const area = await restingBox(canvas.whole());
    await page.mouse.click(area.x + area.width * 0.4, area.y + area.height * 0.8, {
      button: 'right',
    });
    await page.getByRole('menuitem', { name: 'Add a note' }).click();
    const field = page.getByRole('textbox', { name: 'Text of the note' });
    await expect(field).toBeFocused();
    await field.pressSequentially('Ask **Ada**, see [the wiki](https://example.com/wiki)');
    await page.keyboard.press('Escape');
    await expect(note(page, 'Ask Ada, see the wiki')).toBeFocused();
    await expect(canvas.whole().locator('strong')).toHaveText('Ada');
    const link = canvas.whole().getByRole('link', { name: 'the wiki' });
    await expect(link).toHaveAttribute('href', 'https://example.com/wiki');
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
  });

  await test.step('the note with its words is one change', async () => {
    await canvas.undo();
    await expect(note(page, 'Ask Ada, see the wiki')).toBeHidden();
    await expect.poll(async () => notesOf(page)).toEqual([]);
    await canvas.redo();
    await expect
      .poll(async () => (await notesOf(page)).map(({ text }) => text))
      .toEqual(['Ask **Ada**, see [the wiki](https://example.com/wiki)']);
  });

  await test.step('it has a colour, another place and another size', async () => {
    await note(page, 'Ask Ada, see the wiki').hover();
    await page.getByRole('button', { name: 'More for the note' }).click();
    await page.getByRole('menuitem', { name: 'Colour of the note…' }).click();
    await page.getByRole('menuitem', { name: 'Violet' }).click();
    await expect.poll(async () => (await notesOf(page))[0]?.colour).toBe('violet');
    const before = (await notesOf(page))[0];
    await drag(page, await restingMiddle(note(page, 'Ask Ada, see the wiki')), { x: 60, y: 30 });
    await expect
      .poll(async () => (await notesOf(page))[0]?.position.x)
      .toBeGreaterThan(before?.position.x ?? 0);
    await drag(page, await restingMiddle(canvas.whole().locator('[data-note-corner]')), {
      x: 80,
      y: 40,
    });
    await expect
      .poll(async () => (await notesOf(page))[0]?.size.width)
      .toBeGreaterThan(before?.size.width ?? 0);
  });

  await test.step('two steps are grouped, and the group is named at once', async () => {
    await values.click();
    await log.click({ modifiers: ['Control'] });
    await page.keyboard.press('Control+g');
    const name = page.getByRole('textbox', { name: 'Name of the group' });
    await expect(name).toBeFocused();
    await name.fill('Prepare');
    await name.press('Enter');
    await expect.poll(async () => groupsOf(page)).toEqual(['Prepare: Set values, Log']);
    await expect(group(page, /^Group Prepare, 2 steps/)).toBeFocused();
  });

  await test.step('the frame takes its steps along', async () => {
    const before = (await layout(page)).positions;
    const [second, third] = (await onlyFlow(page)).steps.slice(1).map(({ id }) => id);
    await drag(page, await restingMiddle(group(page, /^Group Prepare, 2 steps/)), { x: 0, y: -60 });
    const movedBy = async (id = '') => (await layout(page)).positions[id]?.y;
    await expect.poll(() => movedBy(second)).toBeLessThan(before[second ?? '']?.y ?? 0);
    expect(await movedBy(third)).toBe(await movedBy(second));
  });

  await test.step('folded it is one box that says how things stand, also after a reload', async () => {
    await page.getByRole('button', { name: 'Fold the group Prepare' }).click();
    await expect(values).toBeHidden();
    await expect(group(page, /^Group Prepare, folded: 2 steps/)).toBeVisible();
    await expect.poll(async () => (await layout(page)).groups[0]?.collapsed).toBe(true);
    await canvas.expectSaved();
    await page.reload();
    await expect(group(page, /^Group Prepare, folded: 2 steps/)).toBeVisible();
    await expect(note(page, 'Ask Ada, see the wiki')).toBeVisible();
    await expect(log).toBeHidden();
  });

  await test.step('Ctrl+K opens it to show a step in it; the flow stays as it is', async () => {
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog', { name: 'Find anything' });
    await dialog.getByRole('combobox').fill('log');
    await expect(dialog.getByRole('option').first()).toContainText('Log');
    await page.keyboard.press('Enter');
    await expect(log).toHaveAttribute('aria-pressed', 'true');
    await expect(step.whole()).toContainText('Log');
    expect((await layout(page)).groups[0]?.collapsed).toBe(true);
  });

  await test.step('a step that is dragged out is out, said with a way back', async () => {
    await page.keyboard.press('Escape');
    await canvas.whole().focus();
    await page.keyboard.press('Escape');
    await expect(step.whole()).toBeHidden();
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
    await expect(log).toBeVisible();
    await drag(page, await restingMiddle(log), { x: 20, y: -200 });
    await expect(page.getByText('“Log” is not in the group “Prepare” any more.')).toBeVisible();
    await expect.poll(async () => groupsOf(page)).toEqual(['Prepare: Set values']);
    await canvas.undo();
    await expect.poll(async () => groupsOf(page)).toEqual(['Prepare: Set values, Log']);
  });

  await test.step('the group is taken apart; its steps stay', async () => {
    await page.getByRole('button', { name: 'More for the group Prepare' }).click();
    await page.getByRole('menuitem', { name: 'Ungroup (its steps stay)' }).click();
    await expect(
      page.getByText('The group “Prepare” is taken apart. Its 2 steps stay.'),
    ).toBeVisible();
    await expect.poll(async () => groupsOf(page)).toEqual([]);
    expect((await onlyFlow(page)).steps).toHaveLength(4);
  });
});

test('by keyboard: notes on the canvas and in the outline, groups by the outline alone', async ({
  app,
}) => {
  test.setTimeout(120_000);
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
    await expect(outline.step(2, 'Set values')).toBeFocused();
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
