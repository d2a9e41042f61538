import { expect, test } from '../fixtures.ts';
import { onlyFlow } from '../browser-store.ts';
import { Actions, addCustomers, mapByName } from '../journeys/first-flow.ts';
import { subscribers } from '../sample-places.ts';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

/** What a newcomer may need at most, detours aside. */
const most = 20;

test('S2 S5 S6 S8 S9: a newcomer bridges the CRM to the newsletter, tests it and exports it', async ({
  app,
}) => {
  const { page, flows, canvas, step, mapper, run } = app;
  const actions = new Actions();
  await flows.open();
  await actions.take('start with an empty canvas', () => flows.startEmpty());

  await test.step('what an operation needs and gives is shown before it is used', async () => {
    await canvas.drag('CRM', { x: 0.25, y: 0.4 });
    await step
      .whole()
      .getByRole('button', { name: 'What “Find customers by status” needs and gives' })
      .click();
    await expect(step.whole().getByText('How to connect')).toBeVisible();
    await expect(step.whole().getByText('What it needs')).toBeVisible();
    await expect(step.whole().getByText('What it gives')).toBeVisible();
    await canvas.undo();
    await expect(canvas.step(1, 'CRM')).toBeHidden();
  });

  await addCustomers(app, actions);
  await expect(canvas.step(1, 'CRM')).toContainText('Status: Active');

  await test.step('the step is tried, and what could come next is offered', async () => {
    await actions.take('try it', () => step.next('Try it').click());
    await step.expectOpen('Test');
    await expect(canvas.step(1, 'CRM')).toContainText('1 found');
    await actions.take('add the newsletter', () =>
      step.next('Add Newsletter: Add a subscriber').click(),
    );
    await expect(canvas.step(2, 'Newsletter')).toBeVisible();
    await step.expectOpen('Credential');
    await actions.take('use the sample key', () => step.sampleKey().click());
    await expect(page.getByText('Connected to Demo newsletter').first()).toBeVisible();
    await step.expectOpen('Mapping');
  });
  await mapByName(app, actions);

  await test.step('the list of e-mails is matched with a choice that a person can read', async () => {
    await expect(mapper.pill('E-mail', /from CRM/)).toBeVisible();
    await expect(mapper.field('E-mail')).toContainText('first');
    await expect(mapper.field('E-mail')).toContainText('→');
    await actions.take('say what happens without an e-mail', () =>
      mapper
        .field('E-mail')
        .getByRole('button', { name: 'Refuse the message when it is empty' })
        .click(),
    );
    await expect
      .poll(async () => JSON.stringify((await onlyFlow(page)).steps[1]?.slots['input']))
      .toContain('{"first":true}');
    // Nothing was sent yet: it is in the customers that the CRM gave.
    await expect(mapper.field('E-mail')).toContainText('grace.lee(at)example.org');
    await expect(mapper.field('E-mail')).toContainText('In message 4');
    const { steps } = await onlyFlow(page);
    expect(steps.map(({ component, operation }) => [component, operation])).toEqual([
      ['catalog:crm', 'find-customers-by-status'],
      ['catalog:newsletter', 'add-subscriber'],
    ]);
  });

  const summary = run.whole().getByRole('status', { name: 'How the run went' });
  const refused = run.whole().getByRole('region', { name: 'Refused' });

  await test.step('the test shows what would be sent, and sends it only after a yes', async () => {
    await actions.take('test the flow', () => step.next('Test the flow with 5').click());
    await expect(run.whole().getByText(/Footbridge would add 5 in Newsletter/)).toBeVisible();
    await expect(run.whole().getByText('Nothing has been sent yet.')).toBeVisible();
    await actions.take('send', () => run.whole().getByRole('button', { name: 'Send 5' }).click());
  });

  await test.step('the flow stands still at who is subscribed already, and goes on from there', async () => {
    await expect(summary).toContainText('Stopped at a refused message');
    await expect(refused).toContainText('Newsletter already has this entry');
    await expect(refused).toContainText('2 have been sent and stay sent.');
    await expect(refused.getByRole('button', { name: /Go to the field/ })).toBeHidden();
    const sent = (await subscribers(page)).length;
    await actions.take('skip and go on', () =>
      refused.getByRole('button', { name: 'Skip it this time and send the other 2' }).click(),
    );
    await expect(summary).toContainText('Done');
    await expect(summary).toContainText('2 refused');
    await expect(canvas.step(2, 'Newsletter')).toContainText('3 done');
    expect((await subscribers(page)).length).toBe(sent + 1);
    expect((await onlyFlow(page)).steps[1]?.onFailure).toBeUndefined();
  });

  await test.step('a refusal names the field, the value and where it came from', async () => {
    await actions.take('look at the other refusal', () =>
      run
        .whole()
        .getByRole('option', { name: /grace\.lee/ })
        .click(),
    );
    await expect(refused).toContainText('E-mail');
    await expect(refused).toContainText('CRM');
    await expect(refused.getByRole('button', { name: 'Go to the field “E-mail”' })).toBeVisible();
    await actions.take('let the flow go on without what is refused', () =>
      refused.getByRole('button', { name: 'Always skip what is refused' }).click(),
    );
    await expect.poll(async () => (await onlyFlow(page)).steps[1]?.onFailure).toBe('skip');
  });

  await test.step('the exported file has no secret and is a complete flow', async () => {
    await actions.take('export', () =>
      run.whole().getByRole('button', { name: 'Export flow' }).click(),
    );
    const dialog = page.getByRole('dialog', { name: 'Export flow' });
    await expect(dialog).toContainText('No keys or passwords are in it');
    await expect(dialog).toContainText('It always uses Status “Active”.');
    const downloading = page.waitForEvent('download');
    await actions.take('export now', () =>
      dialog.getByRole('button', { name: 'Export flow' }).click(),
    );
    const download = await downloading;
    const text = (
      await download.createReadStream().then(async (stream) => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        return Buffer.concat(chunks);
      })
    ).toString('utf8');
    const file = JSON.parse(text) as { format: string; steps: unknown[]; components: unknown[] };
    expect(file.format).toBe('footbridge.flow');
    expect(file.steps).toHaveLength(2);
    expect(file.components).toHaveLength(2);
    expect(text).not.toContain('crm-demo-key-0000');
    expect(text).not.toContain('newsletter-demo-token-0000');
  });
  expect(actions.done.length, actions.done.join(', ')).toBeLessThanOrEqual(most);

  await test.step('where a refusal is to be mended the refused message is shown', async () => {
    await refused.getByRole('button', { name: 'Go to the field “E-mail”' }).click();
    await expect(page.getByRole('textbox', { name: 'Number of the message' })).toHaveValue('4');
    await expect(mapper.field('E-mail')).toContainText('grace.lee(at)example.org');
  });

  await test.step('a second test says what the first one has sent', async () => {
    await run.whole().getByRole('button', { name: 'Try again' }).first().click();
    const held = run.whole().getByRole('region', { name: 'Waits for your OK' });
    await expect(held).toContainText('Earlier tests have sent 3 to Newsletter; they stay sent.');
    await expect(held).toContainText('Nothing of this test has been sent yet.');
    await run.whole().getByRole('button', { name: 'Do not send' }).click();
    await expect(summary).toContainText('Not sent');
  });
});
