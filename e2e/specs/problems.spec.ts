import { expect, test } from '../fixtures.ts';
import { onlyFlow } from '../browser-store.ts';
import { aFlow, activeCustomers, aStep, ref, sampleAccounts, takes } from '../flows/a-flow.ts';
import { openKept } from '../journeys/kept-flow.ts';

const many = Array.from({ length: 25 }, (_, at) => `column${String(at + 1)}`);
const column = (name: string) => ({ type: 'string', title: name }) as const;
const properties = Object.fromEntries(many.map((name) => [name, column(name)]));

/** A table whose 25 columns read what is not there, a start that does not fit, a group of nothing. */
const unfinished = aFlow(
  'Unfinished',
  [
    activeCustomers,
    aStep('table', 'Table', 'mapper/make-message', {
      shapes: { input: { schema: { type: 'object', properties }, origin: 'by-hand' } },
      ...takes(Object.fromEntries(many.map((name) => [name, ref('customers', `${name}x`)]))),
    }),
  ],
  {
    start: { kind: 'webhook' },
    credentials: sampleAccounts,
    layout: {
      positions: { customers: { x: 0, y: 0 }, table: { x: 320, y: 0 } },
      notes: [],
      groups: [{ id: 'none', title: 'Nobody', steps: [], colour: 'plain' }],
    },
  },
);

test('everything unfinished is listed, led to and mended, until the flow is ready to run', async ({
  app,
}) => {
  const { page, canvas, step, mapper } = app;
  await openKept(app, unfinished);
  const bar = page.getByRole('banner');
  const open = () => bar.getByRole('button', { name: /things? to do$/ }).click();
  const drawer = page.getByRole('dialog', { name: 'Left to do' });
  const shown = drawer.getByRole('listitem');
  await open();

  await test.step('what is missing is said, with the step to begin with', async () => {
    await expect(drawer).toContainText('Not ready to run yet');
    await expect(drawer.getByRole('button', { name: 'Begin with “CRM”' })).toBeVisible();
  });

  await test.step('a long list is opened to its end, and the focus goes on in it', async () => {
    await drawer.getByRole('button', { name: 'Show 5 more' }).press('Enter');
    await expect(shown.filter({ hasText: 'column25' })).toHaveCount(1);
    await expect(drawer.getByRole('button', { name: /“column21”/ })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(drawer.getByRole('button', { name: /“column22”/ })).toBeFocused();
  });

  await test.step('its sentence leads to the field', async () => {
    await page.keyboard.press('Enter');
    await expect(drawer).toBeHidden();
    await expect(canvas.step(2, 'Table')).toHaveAttribute('aria-pressed', 'true');
    await expect(mapper.field('column22')).toBeVisible();
    await step.expectOpen('Mapping');
  });

  await test.step('advice is looked at alone; what is mended is gone, with a way back', async () => {
    await open();
    await drawer.getByText(/^Advice · /).click();
    await expect(shown.filter({ hasText: 'column10' })).toHaveCount(0);
    await shown
      .filter({ hasText: 'Nobody' })
      .getByRole('button', { name: 'Take the group out' })
      .click();
    // First what goes away by itself.
    await expect(page.getByText('Done: Take the group out')).toBeVisible();
    await expect(shown.filter({ hasText: 'Nobody' })).toHaveCount(0);
    await expect.poll(async () => (await onlyFlow(page)).layout.groups).toEqual([]);
    const mend = drawer.getByRole('button', { name: 'Start by hand' });
    await mend.press('Enter');
    await expect(mend).toBeHidden();
    await expect(drawer.locator(':focus')).toHaveCount(1);
    await expect.poll(async () => (await onlyFlow(page)).start.kind).toBe('manual');
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
  });

  await test.step('the last thing that was missing: it is announced, and the next act is offered', async () => {
    await canvas.step(2, 'Table').focus();
    await page.keyboard.press('Delete');
    await canvas.step(1, 'CRM').click();
    await step.connect('CRM');
    await app.credential.useSampleKey();
    await expect(page.getByText('Nothing is missing any more', { exact: false })).toBeAttached();
    await bar.getByRole('button', { name: 'Next: add a step' }).click();
    await expect(drawer).toContainText('Nothing is missing so far');
    await expect(drawer.getByRole('button', { name: 'Add a step' })).toBeVisible();
  });
});
