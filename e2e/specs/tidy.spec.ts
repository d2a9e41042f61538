import { expect, test } from '../fixtures.ts';
import { onlyFlow } from '../browser-store.ts';

test('a flow that was thrown together is tidied up, aligned, and taken back', async ({ app }) => {
  const { page, flows, canvas } = app;
  await flows.open();
  await flows.startEmpty();
  for (const component of ['CRM', 'Filter', 'Newsletter']) await canvas.add(component);
  await expect.poll(async () => (await onlyFlow(page)).edges.length).toBe(2);
  await page.getByRole('button', { name: 'Show the whole flow' }).click();
  for (const step of [canvas.step(2, 'Filter'), canvas.step(3, 'Newsletter')]) {
    await step.focus();
    for (let press = 0; press < 5; press++) await page.keyboard.press('Alt+ArrowDown');
  }
  await page.keyboard.press('Alt+ArrowDown');
  await canvas.expectSaved();
  const places = async () => (await onlyFlow(page)).layout.positions;
  const idOf = async (name: string) =>
    (await onlyFlow(page)).steps.find((step) => step.name === name)?.id ?? '';
  await expect.poll(async () => (await places())[await idOf('Newsletter')]?.y).toBe(120);
  const before = await places();

  await test.step('nothing moves by itself; one press, one undo', async () => {
    await page.getByRole('button', { name: 'Tidy up' }).click();
    await expect(page.getByText('3 steps read from left to right.')).toBeVisible();
    await expect.poll(places).not.toEqual(before);
    for (const { from, to } of (await onlyFlow(page)).edges) {
      const now = await places();
      expect(now[to]?.x ?? 0).toBeGreaterThan(now[from]?.x ?? 0);
    }
    await page.getByRole('button', { name: 'Tidy up' }).click();
    await expect(page.getByText('All steps stand well already.')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Undone: Tidy up')).toBeVisible();
    await expect.poll(places).toEqual(before);
  });

  await test.step('two of them on one line, from the menu of either', async () => {
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
    await canvas.step(1, 'CRM').click();
    await canvas.step(3, 'Newsletter').click({ modifiers: ['Control'] });
    await page.getByRole('button', { name: 'More for Newsletter' }).click();
    await page.getByRole('menuitem', { name: 'Align 2 steps…' }).click();
    await expect(page.getByRole('menuitem')).toHaveCount(8);
    await page.getByRole('menuitem', { name: 'Upper sides on one line' }).click();
    await expect(page.getByText('2 steps are aligned.')).toBeVisible();
    const [crm, newsletter, filter] = [
      await idOf('CRM'),
      await idOf('Newsletter'),
      await idOf('Filter'),
    ];
    await expect
      .poll(async () => (await places())[newsletter]?.y)
      .toBe(Math.min(before[crm]?.y ?? 0, before[newsletter]?.y ?? 0));
    expect((await places())[filter]).toEqual(before[filter]);
  });
});
