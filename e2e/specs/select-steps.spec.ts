import { expect, test, type App } from '../fixtures.ts';
import { onlyFlow } from '../browser-store.ts';
import { aFlow, aStep } from '../flows/a-flow.ts';
import { openKept } from '../journeys/kept-flow.ts';
import { restingBox } from '../panels/resting-box.ts';

/** A box with Shift, from the left over so much of the canvas. */
async function drawBox({ page, canvas }: App, part: number): Promise<void> {
  const area = await restingBox(canvas.whole());
  await page.keyboard.down('Shift');
  await page.mouse.move(area.x + 12, area.y + 60);
  await page.mouse.down();
  await page.mouse.move(area.x + area.width * part - 12, area.y + area.height - 80, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
}

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
    await drawBox(app, 1);
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

test('from far away, where a long flow is one picture, a box chooses all that is in it and a frame takes its steps along', async ({
  app,
}) => {
  const { page, canvas } = app;
  const steps = Array.from({ length: 150 }, (_, at) =>
    aStep(`s${String(at)}`, `Line ${String(at + 1)}`, 'log/line'),
  );
  // Fifteen columns of ten: seven of them stand in the left half.
  const positions = Object.fromEntries(
    steps.map(({ id }, at) => [id, { x: Math.floor(at / 10) * 320, y: (at % 10) * 140 }]),
  );
  const firstColumn = {
    id: 'first',
    title: 'First',
    colour: 'sky' as const,
    steps: steps.slice(0, 10).map(({ id }) => id),
  };
  await openKept(
    app,
    aFlow('Long', steps, { edges: [], layout: { positions, notes: [], groups: [firstColumn] } }),
  );
  await page.getByRole('button', { name: 'Show the whole flow' }).click();

  await test.step('a frame is taken by its head, and its steps go along', async () => {
    const place = async (step: string) => (await onlyFlow(page)).layout.positions[step];
    await expect.poll(() => place('s0')).toEqual({ x: 0, y: 0 });
    const first = await restingBox(canvas.step(1, 'Line 1'));
    const zoom = first.width / 220;
    const head = { x: first.x + first.width / 2, y: first.y - 24 * zoom };
    await page.mouse.move(head.x, head.y);
    await expect(canvas.whole().getByRole('button', { name: /^Group First/ })).toBeAttached();
    await page.mouse.down();
    await page.mouse.move(head.x + 20, head.y, { steps: 6 });
    await page.mouse.up();
    await expect.poll(async () => (await place('s0'))?.x).toBeGreaterThan(20);
    const moved = (await place('s0'))?.x ?? 0;
    expect(await place('s9')).toEqual({ x: moved, y: 9 * 140 });
    expect(await place('s10')).toEqual({ x: 320, y: 0 });
  });

  await test.step('a box, one key, and one way back', async () => {
    await drawBox(app, 0.5);
    await expect(canvas.step(1, 'Line 1')).toHaveAttribute('aria-pressed', 'true');
    await canvas.step(1, 'Line 1').focus();
    await page.keyboard.press('Delete');
    await expect(page.getByText('70 steps are deleted.')).toBeVisible();
    await expect
      .poll(async () => (await onlyFlow(page)).steps.map(({ name }) => name).at(0))
      .toBe('Line 71');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await onlyFlow(page)).steps.length).toBe(150);
  });

  await test.step('the overview of a long flow, seen near, moves the view', async () => {
    const zoomIn = page.getByRole('button', { name: 'Zoom in' });
    const overview = page.getByRole('img', { name: 'Overview of the flow' });
    await expect(overview).toBeHidden();
    await expect(async () => {
      await zoomIn.click();
      await expect(overview).toBeVisible({ timeout: 500 });
    }).toPass();
    const view = page.locator('.react-flow__viewport');
    const map = await restingBox(overview);
    const before = (await view.getAttribute('style')) ?? '';
    await page.mouse.move(map.x + map.width / 2, map.y + map.height / 2);
    await page.mouse.down();
    await page.mouse.move(map.x + map.width / 4, map.y + map.height / 2, { steps: 4 });
    await page.mouse.up();
    await expect(view).not.toHaveAttribute('style', before);
  });
});
