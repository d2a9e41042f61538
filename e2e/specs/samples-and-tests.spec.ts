import { everythingInBrowser, onlyFlow } from '../browser-store.ts';
import { expect, test } from '../fixtures.ts';
import {
  activeCustomers,
  aFlow,
  aStep,
  customer,
  fixed,
  sampleAccounts,
  takes,
  toNewsletter,
  ways,
} from '../flows/a-flow.ts';
import { connectSamples } from '../journeys/connect-samples.ts';
import { openKept } from '../journeys/kept-flow.ts';
import { MapperField } from '../panels/mapper-field.ts';
import { freshWord, subscribers } from '../sample-places.ts';

/** Active customers become subscribers by a router; nobody is called Zoe. */
function routed(word: string): string {
  const steps = [
    activeCustomers,
    aStep('way', 'Router', 'router/choose-way', {
      settings: { branches: [{ id: 'zoe', name: 'Zoe' }] },
      slots: { zoe: { left: customer('firstName'), is: 'equals', right: fixed('Zoe') } },
    }),
    toNewsletter(word),
    aStep('zoe', 'Mapper', 'mapper/make-message', takes({ who: customer('firstName') })),
  ];
  return aFlow('Customers by name', steps, {
    edges: ways('customers>way', 'way>add:otherwise', 'way>zoe:zoe'),
    credentials: sampleAccounts,
  });
}

test('samples are named, pinned and written by hand; a kept run is a test that says which field is not as it was', async ({
  app,
}) => {
  test.setTimeout(180_000);
  const { page, canvas, step: panel, run } = app;
  await openKept(app, routed(freshWord().toLowerCase()));
  await connectSamples(app, [1, 'CRM'], [3, 'Newsletter']);
  const before = (await subscribers(page)).length;
  const summary = run.whole().getByRole('status', { name: 'How the run went' });
  const shelf = panel.whole().getByRole('region', { name: 'Sample in use' });
  const choice = shelf.getByRole('combobox', { name: 'Sample in use' });
  const more = async (item: string | RegExp) => {
    await shelf.getByRole('button', { name: 'More about samples' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };

  await test.step('a test makes samples; one is named and pinned', async () => {
    await run.test('Try with 5');
    await run.whole().getByRole('button', { name: 'Send 5' }).click();
    await expect(summary).toContainText('Done');
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
    await canvas.step(1, 'CRM').click();
    await panel.open('Test');
    await expect(choice).toContainText('Last test');
    await more('Rename…');
    const dialog = page.getByRole('dialog', { name: 'Name of the sample' });
    await dialog.getByRole('textbox').fill('Active ones');
    await dialog.getByRole('button', { name: 'Rename' }).click();
    await shelf.getByRole('button', { name: /^Pin this sample/ }).click();
    await expect(shelf).toContainText('Pinned.');
    await expect(choice).toContainText('Active ones · 100 messages');
  });

  await test.step('a sample is written by hand: what cannot be read is said at its line', async () => {
    await more('Write one by hand…');
    const dialog = page.getByRole('dialog', { name: 'Write a sample by hand' });
    const text = dialog.getByRole('textbox', { name: /What “CRM” gives/ });
    await text.fill('[\n  { "id": "hand-1" "firstName": "Zoe" }\n]');
    await dialog.getByRole('button', { name: 'Use this sample' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Line 2');
    await text.fill(
      JSON.stringify([
        { id: 'hand-1', firstName: 'Zoe', lastName: 'Quill', email: 'zoe@example.com' },
      ]),
    );
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Only Zoe');
    await dialog.getByRole('button', { name: 'Use this sample' }).click();
    const anyway = dialog.getByRole('button', { name: 'Use it all the same' });
    await anyway.click();
    await expect(dialog).toBeHidden();
    await expect(choice).toContainText('Only Zoe · 1 message');
    await expect
      .poll(async () => (await onlyFlow(page)).samples.find((each) => each.step === 'customers'))
      .toMatchObject({ origin: 'by-hand' });
  });

  await test.step('the flow continues from the router on that sample; the CRM is not asked', async () => {
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
    await canvas.step(2, 'Router').click();
    await panel.open('Test');
    await panel.whole().getByRole('button', { name: 'Continue from here' }).click();
    await expect(summary).toContainText('Done');
    await expect(run.step(4, 'Mapper')).toContainText('1 done');
    await expect(run.step(1, 'CRM')).toBeHidden();
    expect((await subscribers(page)).length).toBe(before + 5);
  });

  await test.step('a whole test leaves the pinned sample in use, and lies beside it', async () => {
    await run.test('Try with 5');
    await run.whole().getByRole('button', { name: 'Do not send' }).click();
    await expect(summary).toContainText('Not sent');
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
    await canvas.step(1, 'CRM').click();
    await panel.open('Test');
    await expect(choice).toContainText('Last test');
    await expect(choice.locator('option:checked')).toHaveText('Only Zoe · 1 message');
    await expect(choice.locator('option')).toHaveText([/^Last test/, /^Only Zoe/, /^Active ones/]);
  });

  const dialog = page.getByRole('dialog', { name: 'Tests of this flow' });
  await test.step('the run is kept as a test, which passes', async () => {
    await run.whole().getByRole('button', { name: 'Keep this run as a test' }).click();
    await expect(dialog.getByRole('status')).toHaveText('The test passed.');
    await expect(dialog.getByText('Passed', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(canvas.whole().getByText('No test goes this way')).toHaveCount(1);
  });

  await test.step('another mapping is noticed: the field, what was expected, what came', async () => {
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
    await canvas.step(3, 'Newsletter').click();
    await panel.open('Mapping');
    const name = new MapperField(page, 'First name');
    await name.choose('Leave out');
    await name.agree();
    await name.expectMode('Leave out');
    await page.getByRole('button', { name: 'How much to test' }).click();
    await page.getByRole('menuitem', { name: 'Tests of this flow…' }).click();
    await dialog.getByRole('button', { name: 'Run all tests' }).click();
    await expect(dialog.getByRole('status')).toContainText('not as it was');
    await expect(dialog.getByRole('button', { name: 'Newsletter' })).toBeVisible();
    await expect(dialog.getByText(/Message 1 no longer sends “First name”/)).toBeVisible();
    await dialog.getByRole('button', { name: 'This may differ' }).first().click();
    await expect(dialog.getByRole('status')).toHaveText('The test passed.');
  });

  await test.step('tests and samples are still there after a reload; nothing was sent', async () => {
    await page.keyboard.press('Escape');
    await canvas.expectSaved();
    // A busy computer: the page is never idle, so what a run needs comes when it is asked for.
    await page.addInitScript(() => {
      globalThis.requestIdleCallback = () => 0;
    });
    await page.reload();
    await canvas.step(2, 'Router').click();
    await panel.open('Test');
    await panel.whole().getByRole('button', { name: 'Continue from here' }).click();
    await expect(run.step(4, 'Mapper')).toContainText('1 done');
    await page.getByRole('button', { name: 'How much to test' }).click();
    await page.getByRole('menuitem', { name: 'Tests of this flow…' }).click();
    await expect(dialog.getByRole('textbox', { name: 'Name of the test' })).toHaveValue('Test 1');
    const kept = await everythingInBrowser(page);
    expect(kept['tests']).toHaveLength(1);
    expect(JSON.stringify(kept['tests'])).not.toMatch(/Bearer|X-Api-Key/i);
    expect((await subscribers(page)).length).toBe(before + 5);
  });
});
