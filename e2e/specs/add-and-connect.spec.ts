import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { onlyFlow } from '../browser-store.ts';
import { activeCustomers, aFlow, sampleAccounts } from '../flows/a-flow.ts';
import { openKept } from '../journeys/kept-flow.ts';
import { Finger } from '../panels/finger.ts';
import { restingBox, restingMiddle } from '../panels/resting-box.ts';

const customers = aFlow('Customers', [activeCustomers], {
  credentials: sampleAccounts.slice(0, 1),
});
/** Connections as "from > to". */
async function waysIn(page: Page): Promise<readonly string[]> {
  const { steps, edges } = await onlyFlow(page);
  const name = (id: string) => steps.find((step) => step.id === id)?.name ?? '';
  return edges.map(({ from, to }) => `${name(from)} > ${name(to)}`).toSorted();
}

test('by mouse: “+” proposes what fits, a component is dropped onto a connection, and one that is drawn shows where it may end', async ({
  app,
}) => {
  const { page, canvas, step } = app;
  await openKept(app, customers);
  const ways = () => waysIn(page);

  await test.step('Esc gives up what comes next, and gives the focus back', async () => {
    const more = page.getByRole('button', { name: 'Add step after CRM' });
    await canvas.step(1, 'CRM').hover();
    await more.click();
    const asks = page.getByText('Choose what comes after “CRM”.');
    await expect(asks).toBeVisible();
    await page.getByRole('textbox', { name: 'Search components' }).fill('news');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('textbox', { name: 'Search components' })).toHaveValue('');
    await expect(asks).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(asks).toBeHidden();
    await expect(more).toBeFocused();
  });

  await test.step('what takes the fields of the customers stands first, and says which', async () => {
    await canvas.step(1, 'CRM').hover();
    await page.getByRole('button', { name: 'Add step after CRM' }).click();
    const fitting = page.getByRole('region', { name: 'Fits what the step gives' });
    await expect(fitting.getByRole('button')).toHaveCount(3);
    const between = page.getByRole('region', { name: 'To work on the data before' });
    await expect(between.getByRole('button')).toHaveText([
      'Filter',
      'Mapper',
      'Remove duplicates',
      'Router',
    ]);
    await fitting.getByRole('button', { name: /^Newsletter: .*Takes .*mail/ }).click();
    await expect(canvas.step(2, 'Newsletter')).toBeVisible();
    await expect.poll(ways).toEqual(['CRM > Newsletter']);
    const [, added] = (await onlyFlow(page)).steps;
    expect(added?.operation).toBe('add-subscriber');
    await expect(fitting).toBeHidden();
  });

  await test.step('dropped onto the connection, a filter goes between', async () => {
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
    await canvas.dragOnto(
      'Filter',
      page.getByRole('button', { name: 'Add step between CRM and Newsletter' }),
    );
    await expect.poll(ways).toEqual(['CRM > Filter', 'Filter > Newsletter']);
    await canvas.undo();
    await expect.poll(ways).toEqual(['CRM > Newsletter']);
    await canvas.redo();
    await expect(canvas.step(2, 'Filter')).toBeVisible();
  });

  await test.step('a connection that is drawn: where it may end is lit, and elsewhere the reason is told', async () => {
    await canvas.step(2, 'Filter').focus();
    await page.keyboard.press('Escape');
    await expect(step.whole()).toBeHidden();
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
    await expect(canvas.step(1, 'CRM')).toBeInViewport({ ratio: 1 });
    const before = ['CRM > Filter', 'Filter > Newsletter'];
    await expect.poll(ways).toEqual(before);
    const port = (name: string) => page.getByRole('img', { name: `Output of ${name}` });
    const target = (number: number, name: string) =>
      canvas.step(number, name).locator('xpath=ancestor::*[@data-target]');
    const from = await restingMiddle(port('Newsletter'));
    const to = await restingBox(canvas.step(1, 'CRM'));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
    await expect(target(1, 'CRM')).toHaveAttribute('data-target', 'no');
    const why = page.getByText(/circle|nothing can come before/);
    await expect(why).toBeVisible();
    await page.mouse.move(to.x + to.width / 2, to.y - 80, { steps: 4 });
    await expect(why).toBeHidden();
    const drawn = page.locator('.react-flow__connection');
    await expect(drawn).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(drawn).toBeHidden();
    await page.mouse.up();
    expect(await ways()).toEqual(before);
    await expect(page.getByText(/^Choose what comes/)).toBeHidden();
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
    await expect(canvas.step(1, 'CRM')).toBeInViewport({ ratio: 1 });
    const begin = await restingMiddle(port('CRM'));
    const end = await restingBox(canvas.step(3, 'Newsletter'));
    await page.mouse.move(begin.x, begin.y);
    await page.mouse.down();
    await page.mouse.move(end.x + 6, end.y + end.height / 2, { steps: 8 });
    await expect(target(3, 'Newsletter')).toHaveAttribute('data-target', 'yes');
    await page.mouse.up();
    await expect.poll(ways).toEqual(['CRM > Filter', 'CRM > Newsletter', 'Filter > Newsletter']);
  });

  await test.step('on a tablet the list makes room for the canvas while a step is open', async () => {
    await page.setViewportSize({ width: 800, height: 800 });
    const search = page.getByRole('textbox', { name: 'Search components' });
    await expect(search).toBeVisible();
    await canvas.step(1, 'CRM').focus();
    await page.keyboard.press('Enter');
    await expect(step.whole()).toBeVisible();
    await expect(search).toBeHidden();
    await expect(page.getByRole('button', { name: 'Add Filter', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Show names' }).click();
    await expect(search).toBeVisible();
    await page.getByRole('button', { name: 'Show icons only' }).click();
    await expect(search).toBeHidden();
    await canvas.step(1, 'CRM').focus();
    await page.keyboard.press('Escape');
    await expect(step.whole()).toBeHidden();
    await expect(search).toBeVisible();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a finger scrolls the list, and carries a component that it has held to the canvas or onto a connection', async ({
    app,
  }) => {
    const { page, canvas } = app;
    await openKept(app, customers);
    const finger = await Finger.on(page);
    const components = page.getByRole('dialog', { name: 'Components' });
    const item = (name: string) =>
      components.getByRole('button', { name: `Add ${name}`, exact: true });
    const list = () => page.getByRole('button', { name: 'Choose the first component' }).tap();
    const toFlow = async () => {
      const tabs = page.getByRole('navigation', { name: 'What to show' });
      await tabs.getByRole('button', { name: 'Flow' }).tap();
      await page.getByRole('button', { name: 'Show the flow' }).tap();
    };
    const ways = () => waysIn(page);
    const carried = (name: string) => page.locator('[data-raised]').filter({ hasText: name });

    await test.step('one that moves at once scrolls', async () => {
      await toFlow();
      await list();
      await expect(item('CRM')).toBeInViewport();
      await finger.swipe(item('Gmail'), { x: 195, y: 260 });
      await expect(carried('Gmail')).toBeHidden();
      await expect(item('CRM')).not.toBeInViewport();
      expect(await ways()).toEqual([]);
    });

    await test.step('one that stays carries it, and the list makes room', async () => {
      await item('Newsletter').scrollIntoViewIfNeeded();
      await finger.down(item('Newsletter'));
      await expect(carried('Newsletter')).toBeVisible();
      await finger.move({ x: 250, y: 600 });
      await finger.up();
      await expect(components).toBeHidden();
      await expect.poll(ways).toEqual(['CRM > Newsletter']);
    });

    await test.step('onto a connection it goes between', async () => {
      await toFlow();
      await list();
      await item('Filter').scrollIntoViewIfNeeded();
      await finger.down(item('Filter'));
      await expect(carried('Filter')).toBeVisible();
      await finger.touchBeside({ x: 60, y: 640 });
      await expect(carried('Filter')).toBeVisible();
      await finger.move(
        canvas.whole().getByRole('button', {
          name: 'Add step between CRM and Newsletter',
          includeHidden: true,
        }),
      );
      await finger.up();
      await expect(components).toBeHidden();
      await expect.poll(ways).toEqual(['CRM > Filter', 'Filter > Newsletter']);
    });

    await test.step('let go beside the canvas it stays in the list', async () => {
      await toFlow();
      await list();
      await item('Filter').scrollIntoViewIfNeeded();
      await finger.down(item('Filter'));
      await expect(carried('Filter')).toBeVisible();
      await finger.move({ x: 195, y: 12 });
      await finger.up();
      await expect(carried('Filter')).toBeHidden();
      await expect(components).toBeVisible();
      await expect(page.getByRole('banner').first()).toBeAttached();
      expect((await onlyFlow(page)).steps).toHaveLength(3);
    });
  });
});
