import { expect, test } from '../fixtures.ts';
import { FlowList } from '../panels/flow-list.ts';
import { flowsInBrowser, onlyFlow } from '../browser-store.ts';
import { aFlow, aStep, fixed, group } from '../flows/a-flow.ts';
import { openKept } from '../journeys/kept-flow.ts';

test('steps are copied into another flow in another tab, duplicated, cut, and taken back', async ({
  app,
}) => {
  const { page, flows, canvas } = app;
  await flows.open();
  await flows.startFromTemplate('New customers to newsletter');
  await canvas.expectSaved();
  const before = await onlyFlow(page);

  await test.step('Ctrl+D: a copy beside it, with a name of its own and what was filled in', async () => {
    await canvas.step(3, 'Newsletter').focus();
    await page.keyboard.press('Control+d');
    await expect(page.getByText('A copy of the step is beside it.')).toBeVisible();
    await expect(canvas.step(4, 'Newsletter 2')).toBeFocused();
    await expect(canvas.step(4, 'Newsletter 2')).toHaveAttribute('aria-pressed', 'true');
    await expect
      .poll(async () => (await onlyFlow(page)).steps.at(3)?.slots)
      .toEqual(before.steps[2]?.slots);
    await page.keyboard.press('Control+z');
    await expect(canvas.step(4, 'Newsletter 2')).toBeHidden();
  });

  await test.step('all three are copied; the menu offers the same', async () => {
    await page.keyboard.press('Escape');
    await canvas.step(1, 'CRM').click({ modifiers: ['Control'] });
    await canvas.step(2, 'Only who wants it').click({ modifiers: ['Control'] });
    await canvas.step(3, 'Newsletter').click({ modifiers: ['Control'] });
    await page.getByRole('button', { name: 'More for Newsletter' }).click();
    await page.getByRole('menuitem', { name: 'Copy 3 steps' }).press('Escape');
    await expect(canvas.step(3, 'Newsletter')).toBeFocused();
    await page.keyboard.press('Control+c');
    await expect(page.getByText(/^3 steps are copied\./)).toBeVisible();
  });

  const other = await page.context().newPage();
  await new FlowList(other).open();
  await test.step('an empty flow in another tab takes them, and says what they miss', async () => {
    await other.getByRole('button', { name: 'New flow' }).click();
    await other.getByRole('menuitem', { name: 'Start with an empty canvas' }).click();
    const board = other.getByLabel('Canvas of the flow');
    await expect(board).toBeVisible();
    await board.focus();
    // Heard before what works it out has come, too.
    await other.keyboard.press('Control+v');
    await expect(board.getByRole('button', { name: /^Step 3: Newsletter/ })).toBeVisible();
    await expect(other.getByText(/3 steps are pasted\./)).toBeVisible();
    await expect
      .poll(async () => (await flowsInBrowser(other)).find(({ id }) => id !== before.id)?.steps)
      .toHaveLength(3);
    const pasted = (await flowsInBrowser(other)).find(({ id }) => id !== before.id);
    expect(pasted?.edges).toHaveLength(2);
    expect(pasted?.credentials).toEqual([]);
    expect(pasted?.steps.map(({ credential }) => credential)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(JSON.stringify(pasted?.steps[2]?.slots)).toContain(pasted?.steps[0]?.id ?? 'no step');
  });

  await test.step('cut there, and pasted again', async () => {
    const crm = other.getByRole('button', { name: /^Step 1: CRM/ });
    await other.keyboard.press('Control+x');
    await expect(crm).toBeHidden();
    await other.keyboard.press('Control+v');
    await expect(crm).toBeVisible();
  });

  await test.step('text that is no copy of steps is refused in words, and a field keeps its own paste', async () => {
    await other.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'hello');
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data }));
    });
    await expect(other.getByText(/^No steps are copied\./)).toBeVisible();
    const search = other.getByRole('textbox', { name: 'Search components' });
    await search.fill('filter');
    await search.selectText();
    await other.keyboard.press('Control+x');
    await expect(search).toHaveValue('');
    await other.keyboard.press('Control+v');
    await expect(search).toHaveValue('filter');
    await expect(other.getByRole('button', { name: /^Step 4/ })).toBeHidden();
  });
  await other.close();

  await test.step('several steps are switched off at once', async () => {
    await page.keyboard.press('Escape');
    await canvas.step(1, 'CRM').click();
    await canvas.step(3, 'Newsletter').click({ modifiers: ['Control'] });
    await page.getByRole('button', { name: 'More for Newsletter' }).click();
    await page.getByRole('menuitem', { name: 'Switch off 2 steps' }).click();
    await expect(canvas.step(1, 'CRM')).toHaveAccessibleName(/Switched off/);
    const disabled = async () =>
      (await flowsInBrowser(page))
        .find(({ id }) => id === before.id)
        ?.steps.map((step) => step.disabled);
    await expect.poll(disabled).toEqual([true, undefined, true]);
  });
});

test('what is copied from a menu holds no key, and is pasted from the menu of the canvas in another window', async ({
  app,
  context,
}) => {
  const { page } = app;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const headers = { Authorization: fixed('HEADER-SECRET'), Accept: fixed('text/plain') };
  const ask = aStep('ask', 'Ask', 'rest/request', {
    settings: { url: 'https://api.example/v1?api_key=URL-SECRET&page=2' },
    slots: { headers: group(headers) },
  });
  await openKept(app, aFlow('With keys', [ask]));
  const before = await onlyFlow(page);

  await page.getByRole('button', { name: 'More for Ask' }).click();
  await page.getByRole('menuitem', { name: 'Copy step' }).click();
  await expect(page.getByText(/Keys and passwords in them stay here\./)).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('"Accept"');
  expect(copied).not.toContain('SECRET');

  const other = await context.newPage();
  await new FlowList(other).open();
  await other.getByRole('button', { name: 'New flow' }).click();
  await other.getByRole('menuitem', { name: 'Start with an empty canvas' }).click();
  const board = other.getByLabel('Canvas of the flow');
  await expect(other.getByRole('button', { name: 'Zoom in' })).toBeVisible();
  await board.click({ button: 'right', position: { x: 500, y: 600 } });
  await other.getByRole('menuitem', { name: 'Paste steps' }).click();
  await expect(other.getByText(/^1 step is pasted\./)).toBeVisible();
  await expect(board.getByRole('button', { name: /^Step 1: Ask/ })).toBeVisible();
  const pasted = async () => (await flowsInBrowser(other)).find(({ id }) => id !== before.id);
  await expect
    .poll(async () => (await pasted())?.steps[0]?.slots)
    .toEqual({
      headers: group({ Accept: fixed('text/plain') }),
    });
  expect(JSON.stringify(await pasted())).not.toContain('SECRET');
  await other.close();
});
