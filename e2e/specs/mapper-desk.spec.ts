import type { Page } from '@playwright/test';
import { expectAccessible, expect, test, type App } from '../fixtures.ts';
import { onlyFlow } from '../browser-store.ts';
import { aFlow, aStep, fixed, takes } from '../flows/a-flow.ts';
import { openKept } from '../journeys/kept-flow.ts';
import { Keyboard } from '../panels/keyboard.ts';

const filled = ['email', 'firstName', 'lastName'];

const names = Array.from({ length: 400 }, (_, at) => `field${String(at + 1)}`);
/** A message of many fields, each of them filled. */
const longForm = aFlow('A long form', [
  aStep('message', 'Message', 'mapper/make-message', {
    ...takes(Object.fromEntries(names.map((name, at) => [name, fixed(`value ${String(at + 1)}`)]))),
    shapes: {
      input: {
        schema: {
          type: 'object',
          properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
        },
        origin: 'by-hand',
      },
    },
  }),
]);

/** The names of the newsletter's fields that the stored flow fills. */
async function mapped(page: Page): Promise<readonly string[]> {
  const input = (await onlyFlow(page)).steps[2]?.slots['input'];
  return input !== undefined && 'kind' in input && input.kind === 'object'
    ? Object.keys(input.props).toSorted()
    : [];
}

/** The newsletter's mapping of the template, emptied. */
async function emptyMapping({ page, flows, canvas, step, mapper }: App): Promise<void> {
  await flows.open();
  await flows.startFromTemplate('New customers to newsletter');
  await canvas.step(3, 'Newsletter').click();
  await step.open('Mapping');
  await mapper.fields().getByRole('button', { name: 'Clear', exact: true }).click();
  await expect.poll(() => mapped(page)).toEqual([]);
}

test('the mapping fills the height of the panel, side by side and as tabs', async ({ app }) => {
  const { page, canvas, step, mapper } = app;
  await emptyMapping(app);
  const share = async () => {
    const [fields, panel] = await Promise.all([
      mapper.fields().boundingBox(),
      step.whole().boundingBox(),
    ]);
    return (fields?.height ?? 0) / (panel?.height ?? 1);
  };
  await expect.poll(share).toBeGreaterThan(0.6);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('tab', { name: 'Fields' })).toBeVisible();
  await expect.poll(share).toBeGreaterThan(0.5);
  await expectAccessible(page);

  await test.step('however long a result is: it scrolls by itself, and what is out of sight is not drawn', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await openKept(app, longForm);
    await canvas.step(1, 'Message').click();
    await step.open('Mapping');
    await page.getByRole('button', { name: 'Wide: the mapping fills the window' }).click();
    await expect(mapper.region('Result').getByText('value 1', { exact: true })).toBeVisible();
    expect(await share()).toBeLessThan(1);
    await expect.poll(() => mapper.fields().getByRole('group').count()).toBeLessThan(150);
  });
});

test('match by name is applied and taken back', async ({ app }) => {
  await test.step('by mouse', async () => {
    const { page, canvas, mapper } = app;
    await emptyMapping(app);
    await mapper.matchByName();
    await expect(mapper.matches()).toContainText('E-mail');
    await mapper.useMatches();
    await expect(mapper.pill('First name', /^First name from /)).toBeVisible();
    await expect.poll(() => mapped(page)).toEqual(expect.arrayContaining(filled));
    await canvas.undo();
    await expect(mapper.pill('First name', /^First name from /)).toBeHidden();
    await expect.poll(() => mapped(page)).toEqual([]);
    await canvas.redo();
    await expect.poll(() => mapped(page)).toEqual(expect.arrayContaining(filled));
  });

  await test.step('by keyboard alone', async () => {
    const { page, canvas, step, mapper } = app;
    await canvas.undo();
    await expect.poll(() => mapped(page)).toEqual([]);
    const keys = new Keyboard(page);
    await step.tab('Mapping').focus();
    await keys.go(page.getByRole('button', { name: 'Match all by name' }));
    await expect(mapper.matches()).toBeVisible();
    await keys.go(mapper.matches().getByRole('button', { name: /^Use \d+ match/ }));
    await expect(mapper.matches()).toBeHidden();
    await expect.poll(() => mapped(page)).toEqual(expect.arrayContaining(filled));
    await keys.press('Control+z');
    await expect(mapper.pill('First name', /^First name from /)).toBeHidden();
    await expect.poll(() => mapped(page)).toEqual([]);
  });
});

test('the keys of the mapping lead to what is missing, and filters show only that', async ({
  app,
}) => {
  const { page, mapper } = app;
  await emptyMapping(app);
  await page.keyboard.press('F8');
  await expect(mapper.field('E-mail').getByRole('textbox').first()).toBeFocused();
  await page.keyboard.press('F8');
  await expect(mapper.field('First name').getByRole('textbox').first()).toBeFocused();
  await mapper.fields().getByText('Required', { exact: false }).first().click();
  await expect(mapper.field('Last name')).toBeVisible();
  await expect(mapper.field('Language')).toBeHidden();
});
