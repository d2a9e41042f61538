import { expect, expectAccessible, test, type App } from '../fixtures.ts';
import { onlyFlow } from '../browser-store.ts';
import { History } from '../panels/history.ts';

async function threeSteps({ page, flows, canvas }: App): Promise<void> {
  await flows.open();
  await flows.startEmpty();
  for (const component of ['CRM', 'Filter', 'Newsletter']) await canvas.add(component);
  await expect.poll(async () => (await onlyFlow(page)).edges.length).toBe(2);
}
const componentsOf = async ({ page }: App) =>
  (await onlyFlow(page)).steps.map(({ component }) => component.replace('catalog:', ''));

test('every change is listed; going to one undoes what came after it, also after a reload', async ({
  app,
}) => {
  const { page, canvas } = app;
  const history = new History(page);
  await threeSteps(app);
  await canvas.more('History');
  await expect(history.version(/.*/)).toHaveCount(4);
  await expect(history.version(/^Add Newsletter/)).toContainText('the flow is here');
  await expect(history.version(/^As it was at first/)).toBeVisible();
  await expect(history.dialog()).toContainText('The flow is here: nothing is different.');

  await test.step('by the keyboard: the change before the last one', async () => {
    await expect(history.list()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(history.version(/^Add Filter/)).toHaveAttribute('aria-selected', 'true');
    await expect(history.differences()).toContainText('“Newsletter” was added.');
    await history.button('Go to here').click();
    await expect(history.version(/^Add Filter/)).toContainText('the flow is here');
    await expect(history.version(/^Add Newsletter/)).toContainText('undone');
    await expect.poll(() => componentsOf(app)).toEqual(['crm', 'filter']);
    await history.close();
    await expect(canvas.step(3, 'Newsletter')).toBeHidden();
  });

  await test.step('what was undone is still there after a reload', async () => {
    await page.reload();
    await expect(canvas.step(2, 'Filter')).toBeVisible();
    await canvas.more('History');
    await history.version(/^As it was at first/).click();
    await history.button('Go to here').click();
    await expect.poll(() => componentsOf(app)).toEqual([]);
    await history.version(/^Add Newsletter/).click();
    await expect(history.dialog()).toContainText('Does 3 changes again.');
    await history.button('Go to here').click();
    await expect.poll(() => componentsOf(app)).toEqual(['crm', 'filter', 'newsletter']);
    await history.close();
    await expect(canvas.step(3, 'Newsletter')).toBeVisible();
  });
});

test('a version is kept by a name, compared with the flow as it is now, and gone back to as one change', async ({
  app,
}) => {
  const { page, canvas } = app;
  const history = new History(page);
  await threeSteps(app);
  const good = await onlyFlow(page);
  await canvas.more('History');
  await history.dialog().getByRole('textbox', { name: 'Name of a checkpoint' }).fill('Good');
  await page.keyboard.press('Enter');
  await expect(history.version(/^Good/)).toHaveAttribute('aria-selected', 'true');
  await history.close();

  await canvas.step(2, 'Filter').click();
  await page.keyboard.press('Delete');
  await expect(canvas.step(2, 'Newsletter')).toBeVisible();
  await canvas.add('Webhook');
  await expect.poll(() => componentsOf(app)).toHaveLength(3);
  const changed = await onlyFlow(page);

  await page.reload();
  await expect(canvas.step(2, 'Newsletter')).toBeVisible();
  await canvas.more('History');
  await history.version(/^Good/).click();
  await expect(history.differences()).toContainText('“Filter” was removed.');
  await expect(history.differences()).toContainText('“Webhook” was added.');
  await expect(
    history.dialog().getByRole('img', { name: /Steps: 1 added, 1 removed/ }),
  ).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  await history.button('Go back to this version').click();
  await expect(page.getByText('The flow is as it was in “Good”.')).toBeVisible();
  await expect(history.dialog()).toContainText('Nothing is different.');
  await test.step('what was there before is kept by itself, and gets a name', async () => {
    const before = history.version(/^Before going back to “Good”/);
    await expect(before).toContainText('kept by itself');
    await before.click();
    await history.button('Rename checkpoint').click();
    await expect(history.dialog().locator('input:focus')).toHaveValue(/^Before going back/);
    await page.keyboard.type('With a webhook');
    await page.keyboard.press('Enter');
    await expect(history.version(/^With a webhook/)).toContainText('checkpoint');
    await expect(before).toBeHidden();
  });
  await history.close();
  await expect(canvas.step(2, 'Filter')).toBeVisible();
  const shape = async () => {
    const { steps, edges, layout } = await onlyFlow(page);
    return { steps, edges, layout };
  };
  const { steps, edges, layout } = good;
  await expect.poll(shape).toEqual({ steps, edges, layout });

  await canvas.undo();
  await expect
    .poll(shape)
    .toEqual({ steps: changed.steps, edges: changed.edges, layout: changed.layout });
});
