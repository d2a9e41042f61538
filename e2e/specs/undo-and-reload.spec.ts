import { expect, test } from '../fixtures.ts';
import { flowsInBrowser, onlyFlow } from '../browser-store.ts';
import { addCustomers, addNewsletter, mapByName } from '../journeys/first-flow.ts';
import { Canvas } from '../panels/canvas.ts';

test('undo and redo go through canvas, form and mapping, and outlive a reload', async ({ app }) => {
  const { page, flows, canvas, step, mapper } = app;
  await flows.open();
  await flows.startEmpty();
  await addCustomers(app);
  await addNewsletter(app);
  await mapByName(app);
  await expect(mapper.pill('E-mail', /from CRM/)).toBeVisible();

  await test.step('a form: what a refused message means', async () => {
    await step.open('Operation');
    await step.whole().locator('summary').filter({ hasText: 'When something goes wrong' }).click();
    await step.whole().getByRole('radio', { name: 'Skip this message and go on' }).check();
    await expect.poll(async () => (await onlyFlow(page)).steps[1]?.onFailure).toBe('skip');
    await canvas.undo();
    await expect.poll(async () => (await onlyFlow(page)).steps[1]?.onFailure).toBeUndefined();
    await canvas.redo();
    await expect.poll(async () => (await onlyFlow(page)).steps[1]?.onFailure).toBe('skip');
    await canvas.undo();
  });

  await test.step('a form: how the service is asked', async () => {
    await step.whole().locator('summary').filter({ hasText: 'How it asks the service' }).click();
    await step.whole().getByLabel('When there is no answer, try').selectOption('once');
    await step.whole().getByLabel('Messages at the same time').selectOption('4 at once');
    const asks = async () => {
      const { retry, parallel } = (await onlyFlow(page)).steps[1] ?? {};
      return { retry, parallel };
    };
    await expect.poll(asks).toEqual({ retry: { attempts: 1 }, parallel: 4 });
    await canvas.undo();
    await canvas.undo();
    await expect.poll(asks).toEqual({ retry: undefined, parallel: undefined });
    await expect(step.whole().getByLabel('Messages at the same time')).toHaveValue('1');
  });

  await test.step('the mapping: all matches are one step back', async () => {
    await step.open('Mapping');
    await canvas.undo();
    await expect(mapper.field('E-mail')).not.toContainText('→');
    await expect.poll(async () => (await onlyFlow(page)).steps[1]?.slots['input']).toBeUndefined();
    await canvas.redo();
    await expect(mapper.field('E-mail')).toContainText('→');
    await expect
      .poll(async () => JSON.stringify((await onlyFlow(page)).steps[1]?.slots['input']))
      .toContain('{"first":true}');
  });

  await test.step('the canvas: a step is deleted, and back with all it had', async () => {
    const before = await onlyFlow(page);
    await step.whole().getByRole('button', { name: 'More about this step' }).click();
    await page.getByRole('menuitem', { name: 'Delete step' }).click();
    await expect(canvas.step(2, 'Newsletter')).toBeHidden();
    await expect.poll(async () => (await onlyFlow(page)).steps.length).toBe(1);

    // What is being written is kept as well: when Esc closes its panel, and while it is written.
    const note = step.whole().getByRole('textbox', { name: 'Note' });
    const written = async () => (await onlyFlow(page)).steps[0]?.note;
    await canvas.step(1, 'CRM').click();
    await step.whole().getByRole('button', { name: 'More about this step' }).click();
    await page.getByRole('menuitem', { name: 'Add a note' }).click();
    await expect(note).toBeFocused();
    await note.fill('Ask Ada');
    await page.keyboard.press('Escape');
    await expect.poll(written).toBe('Ask Ada');
    await canvas.step(1, 'CRM').click();
    await note.fill('Ask Ada first');
    // Nor is anything lost where the browser's store takes nothing any more from a page that ends.
    await page.evaluate(() =>
      addEventListener(
        'pagehide',
        () => {
          IDBDatabase.prototype.transaction = () => {
            throw new DOMException('The page has ended.', 'InvalidStateError');
          };
        },
        { capture: true },
      ),
    );
    await page.reload();
    await expect(canvas.step(1, 'CRM')).toBeVisible();
    expect(await written()).toBe('Ask Ada first');
    await canvas.undo();
    await canvas.undo();
    await expect(canvas.step(2, 'Newsletter')).toBeHidden();
    await canvas.undo();
    await expect(canvas.step(2, 'Newsletter')).toBeVisible();
    await expect
      .poll(async () => {
        const { steps, edges } = await onlyFlow(page);
        return { steps, edges };
      })
      .toEqual({ steps: before.steps, edges: before.edges });
    await canvas.redo();
    await expect(canvas.step(2, 'Newsletter')).toBeHidden();
    await canvas.undo();
    await expect(canvas.step(2, 'Newsletter')).toBeVisible();

    // A note is written with pauses; one that is emptied is gone, and the field stays for who goes on writing in it.
    await canvas.step(1, 'CRM').click();
    await step.whole().getByRole('button', { name: 'More about this step' }).click();
    await page.getByRole('menuitem', { name: 'Add a note' }).click();
    await expect(note).toBeFocused();
    await note.fill('Once ');
    await expect.poll(written).toBe('Once');
    // Who pauses goes on where they were: behind the space, in the field.
    await expect(note).toBeFocused();
    await expect(note).toHaveValue('Once ');
    await note.blur();
    await note.fill('');
    await expect.poll(written).toBeUndefined();
    await expect(note).toBeFocused();
  });
});

test('a second tab shows the flow, follows it, changes nothing, and can take over', async ({
  app,
}) => {
  const { page, flows, canvas } = app;
  await flows.open();
  await flows.startEmpty();
  await canvas.add('CRM');
  await expect(canvas.step(1, 'CRM')).toBeVisible();
  await canvas.expectSaved();

  const second = await page.context().newPage();
  await second.goto(page.url());
  const other = new Canvas(second);
  await expect(other.step(1, 'CRM')).toBeVisible();
  await expect(second.getByText('Another tab is changing this flow.')).toBeVisible();
  await expect(second.getByRole('button', { name: 'Add Newsletter' })).toBeHidden();

  await page.bringToFront(); // a tab behind another one is drawn once a second
  await canvas.add('Newsletter');
  await expect(other.step(2, 'Newsletter')).toBeVisible();

  await second.bringToFront();
  await second.getByRole('button', { name: 'Take over here' }).click();
  await expect(second.getByText('Another tab is changing this flow.')).toBeHidden();
  await expect(page.getByText('Another tab is changing this flow.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add Filter' })).toBeHidden();
  await other.add('Filter');
  await expect(other.step(2, 'Filter')).toBeVisible();
  await expect(canvas.step(2, 'Filter')).toBeVisible();
  await expect
    .poll(async () => (await onlyFlow(second)).steps.map(({ component }) => component))
    .toEqual(['catalog:crm', 'catalog:filter', 'catalog:newsletter']);

  await test.step('from a tab that stands still in the middle of a change, which then overwrites nothing and loses nothing', async () => {
    const devtools = await page.context().newCDPSession(second);
    await devtools.send('Debugger.enable');
    const stands = new Promise((resolve) => devtools.once('Debugger.paused', resolve));
    // As text: what stands in it is no mistake here.
    const changing = second.evaluate(
      `document.querySelector('header [aria-label^="Undo"]').click(); debugger;`,
    );
    await stands;
    await page.bringToFront();
    await page.getByRole('button', { name: 'Take over here' }).click();
    await expect(page.getByText('Another tab is changing this flow.')).toBeHidden();
    await canvas.add('Mapper');
    const kept = ['catalog:crm', 'catalog:filter', 'catalog:mapper', 'catalog:newsletter'];
    const inStore = async () =>
      (await flowsInBrowser(page))
        .map(({ steps }) => steps.map(({ component }) => component).toSorted())
        .toSorted((one, another) => another.length - one.length);
    await expect.poll(inStore).toEqual([kept]);

    await devtools.send('Debugger.resume');
    await changing;
    await second.bringToFront();
    await second.getByRole('button', { name: 'Not saved' }).click();
    await expect(second.getByText('Nothing was overwritten')).toBeVisible();
    expect(await inStore()).toEqual([kept]);
    await second.getByRole('button', { name: 'Keep mine as a copy' }).click();
    await expect.poll(inStore).toEqual([kept, ['catalog:crm', 'catalog:newsletter']]);
  });

  await test.step('when the other one leaves', async () => {
    await second.goto(page.url());
    await expect(second.getByText('Another tab is changing this flow.')).toBeVisible();
    await page.goto('/');
    await expect(second.getByText('Another tab is changing this flow.')).toBeHidden();
    await other.add('Filter');
  });
});
