import { expect, test } from '../fixtures.ts';
import { onlyFlow } from '../browser-store.ts';

test('several steps are chosen, deleted together and taken back together', async ({ app }) => {
  const { page, flows, canvas, step } = app;
  await flows.open();
  await flows.startEmpty();
  for (const component of ['CRM', 'Filter', 'Newsletter']) await canvas.add(component);
  const [crm, filter, newsletter] = [
    canvas.step(1, 'CRM'),
    canvas.step(2, 'Filter'),
    canvas.step(3, 'Newsletter'),
  ];
  await expect.poll(async () => (await onlyFlow(page)).edges.length).toBe(2);
  const before = await onlyFlow(page);

  await test.step('one more with Ctrl: the panel is for one step alone', async () => {
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
    await crm.click();
    await expect(step.whole()).toBeVisible();
    await filter.click({ modifiers: ['Control'] });
    await expect(crm).toHaveAttribute('aria-pressed', 'true');
    await expect(filter).toHaveAttribute('aria-pressed', 'true');
    await expect(newsletter).toHaveAttribute('aria-pressed', 'false');
    await expect(step.whole()).toBeHidden();
  });

  await test.step('they go at once and come back at once', async () => {
    await page.keyboard.press('Delete');
    await expect(page.getByText('2 steps are deleted.')).toBeVisible();
    await expect.poll(async () => (await onlyFlow(page)).steps.length).toBe(1);
    await page.keyboard.press('Control+z');
    await expect
      .poll(async () => {
        const { steps, edges } = await onlyFlow(page);
        return { steps, edges };
      })
      .toEqual({ steps: before.steps, edges: before.edges });
  });

  await test.step('a box around them, with Shift', async () => {
    const area = await canvas.whole().boundingBox();
    if (area === null) throw new Error('no canvas');
    await page.keyboard.down('Shift');
    await page.mouse.move(area.x + 12, area.y + 60);
    await page.mouse.down();
    await page.mouse.move(area.x + area.width - 12, area.y + area.height - 80, { steps: 6 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    for (const each of [crm, filter, newsletter])
      await expect(each).toHaveAttribute('aria-pressed', 'true');
    await newsletter.focus();
    await page.keyboard.press('Escape');
    for (const each of [crm, filter, newsletter])
      await expect(each).toHaveAttribute('aria-pressed', 'false');
  });

  await test.step('the list of keys says how', async () => {
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await expect(keys.getByText('Delete what is chosen')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(keys).toBeHidden();
  });
});
