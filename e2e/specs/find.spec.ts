import { expect, test } from '../fixtures.ts';
import { onlyFlow } from '../browser-store.ts';
import { holdBack, someFrames } from '../held-back.ts';
import { Keyboard } from '../panels/keyboard.ts';

test('Ctrl+K finds steps, fields and commands, by keyboard alone', async ({ app }) => {
  const { page, flows, canvas, step, mapper } = app;
  const bringPanel = await holdBack(page, '**/assets/step-panel-*.js');
  const bringMapping = await holdBack(page, '**/assets/mapping-form-*.js');
  await flows.open();
  await flows.startFromTemplate('New customers to newsletter');
  const dialog = page.getByRole('dialog', { name: 'Find anything' });
  const ask = dialog.getByRole('combobox');
  const first = dialog.getByRole('option').first();

  await test.step('a panel that comes late leaves the focus to who types elsewhere meanwhile', async () => {
    await canvas.step(1, 'CRM').press('Enter');
    const search = page.getByRole('textbox', { name: 'Search components' });
    await search.fill('filter');
    bringPanel();
    await expect(step.whole()).toContainText('CRM');
    await someFrames(page);
    await expect(search).toBeFocused();
    await search.fill('');
  });

  await test.step('a step is opened', async () => {
    await page.keyboard.press('Control+k');
    await ask.fill('newsl');
    await expect(first).toContainText('Newsletter');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(step.whole()).toContainText('Newsletter');
  });

  await test.step('a field is shown in the mapping, also from within a field', async () => {
    await page.keyboard.press('Control+k');
    await ask.fill('e-mail newsletter');
    await dialog
      .getByRole('option', { name: /E-mail.*Field of step/ })
      .first()
      .click();
    await step.expectOpen('Mapping');
    await expect(dialog).toBeHidden();
  });

  await test.step('a mapping that comes late leaves the focus to who went on typing', async () => {
    await page.keyboard.press('Control+k');
    await ask.fill('add');
    bringMapping();
    const field = mapper.field('E-mail').getByRole('textbox');
    await expect(field).toBeAttached();
    await someFrames(page);
    await expect(ask).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(mapper.field('E-mail').locator(':focus')).toBeAttached();
  });

  await test.step('a step is added, and that is undone by its name', async () => {
    const before = (await onlyFlow(page)).steps.length;
    await page.keyboard.press('Control+k');
    await ask.fill('add filter');
    await expect(first).toContainText('Add Filter');
    await ask.press('Enter');
    await expect.poll(async () => (await onlyFlow(page)).steps.length).toBe(before + 1);
    await expect(dialog).toBeHidden();
    // Data that is clicked begins the condition: there is no field yet that could be clicked before.
    await step.open('Condition');
    await mapper
      .data(/Wants the newsletter/)
      .first()
      .click();
    await expect
      .poll(async () => (await onlyFlow(page)).steps.at(-1)?.slots['condition'])
      .toMatchObject({ all: [{ left: { kind: 'ref' }, is: 'is-yes' }] });
    await canvas.undo();
    await page.keyboard.press('Control+k');
    await ask.fill('undo');
    await expect(first).toContainText('Undo');
    await ask.press('Enter');
    await expect.poll(async () => (await onlyFlow(page)).steps.length).toBe(before);
    await expect(dialog).toBeHidden();
  });

  await test.step('what is not there is said', async () => {
    await page.keyboard.press('Control+k');
    await ask.fill('qqqq');
    await expect(dialog.getByRole('status')).toHaveText('Nothing fits “qqqq”.');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('who looks for a schedule among the components is led to how the flow starts', async () => {
    await page.getByRole('textbox', { name: 'Search components' }).fill('daily');
    await page.getByRole('button', { name: 'How the flow starts…' }).click();
    await expect(page.getByRole('radio', { name: 'By hand' })).toBeFocused();
    await expect(step.whole()).toContainText('CRM');
  });

  await test.step('keys are looked up by what they do', async () => {
    await page.keyboard.press('Escape');
    await canvas.more('Keys');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await keys.getByRole('textbox').fill('redo');
    await expect(keys.getByRole('definition')).toHaveText(['Redo']);
  });
});

test('components are searched by what they do, walked by keys, and kept at hand', async ({
  app,
}) => {
  const { page, flows, canvas } = app;
  await flows.open();
  await flows.startEmpty();
  const palette = page.getByRole('navigation', { name: 'Components' });
  const search = palette.getByRole('textbox', { name: 'Search components' });

  await test.step('who looks for a schedule before there is a step reads where it will be', async () => {
    await search.fill('schedule');
    await expect(palette.getByRole('list', { name: 'Of the flow itself' })).toHaveText(
      /is set at its first step\. Add that first/,
    );
    await search.fill('');
  });

  await test.step('several words, also of an operation', async () => {
    await search.fill('subscr add');
    await expect(palette.getByRole('list', { name: 'What fits' })).toContainText(
      'Add a subscriber',
    );
    const keys = new Keyboard(page);
    await keys.walk(
      'ArrowDown',
      palette.getByRole('button', { name: 'Add Newsletter', exact: true }),
    );
  });

  await test.step('the star is one key further', async () => {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await search.fill('');
    const favourites = palette.getByRole('region', { name: 'Favourites' });
    await expect(
      favourites.getByRole('button', { name: 'Add Newsletter', exact: true }),
    ).toBeVisible();
    await expect(palette.getByRole('button', { name: 'Add Newsletter', exact: true })).toHaveCount(
      1,
    );
  });

  await test.step('Enter adds the first that fits; the whole list is there again, at its place', async () => {
    await search.fill('customers by status');
    await expect(palette.getByRole('list', { name: 'What fits' })).toContainText('CRM');
    // The Enter that ends a word which is still being composed, as in Japanese, is no choice.
    await search.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    await expect(search).toHaveValue('customers by status');
    await search.press('Enter');
    await expect(canvas.step(1, 'CRM')).toBeVisible();
    await expect(search).toHaveValue('');
    await expect(palette.getByRole('button', { name: 'Add CRM', exact: true })).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(canvas.step(1, 'CRM')).toBeHidden();
  });

  await test.step('after a reload the favourite is there, and what was used last', async () => {
    await canvas.add('CRM');
    await canvas.expectSaved();
    await page.reload();
    await expect(palette.getByRole('region', { name: 'Favourites' })).toContainText('Newsletter');
    await expect(
      palette.getByRole('group', { name: 'Used last' }).getByRole('button'),
    ).toHaveAccessibleName('Add CRM once more');
  });
});
