import { readFile } from 'node:fs/promises';
import { expect, test, type App } from '../fixtures.ts';
import { onlyFlow } from '../browser-store.ts';
import { Keyboard } from '../panels/keyboard.ts';
import { subscribers } from '../sample-places.ts';

/** Controls that are pressed and values that are keyed in, on the straight path. */
const most = 20;

test('S2 S5 S6 S8 S9: the reference story is told by the keyboard alone', async ({ app }) => {
  test.setTimeout(150_000);
  const { page, flows, canvas, step, mapper, run } = app;
  const keys = new Keyboard(page);
  const inStep = step.whole();
  await flows.open();
  await keys.go(page.getByRole('button', { name: 'Start with an empty canvas' }));
  await expect(canvas.whole()).toBeVisible();

  await test.step('the CRM is added, looked into, connected and told what to find', async () => {
    await keys.go(page.getByRole('button', { name: 'Add CRM', exact: true }));
    await expect(canvas.step(1, 'CRM')).toBeVisible();
    const find = inStep.getByRole('button', { name: 'Find customers by status', exact: true });
    await keys.go(
      inStep.getByRole('button', { name: 'What “Find customers by status” needs and gives' }),
    );
    await expect(inStep.getByText('How to connect')).toBeVisible();
    await expect(inStep.getByText('What it needs')).toBeVisible();
    await expect(inStep.getByText('What it gives')).toBeVisible();
    await keys.go(find, 'Shift+Tab');
    await connect(app, keys, 'Connected as Ada Lovelace, workspace Demo');
    await keys.walk('Tab', mapper.field('Status').getByRole('combobox'));
    // To the browser letters that come a second apart are words of their own: “Lead” would become “Active”.
    await keys.type('L');
    await expect
      .poll(async () => (await onlyFlow(page)).steps[0]?.slots['input'])
      .toMatchObject({ props: { status: { kind: 'literal', value: 'lead' } } });
  });

  await test.step('the step is tried, and the newsletter is taken from what could come next', async () => {
    await keys.go(step.next('Try it'));
    await expect(canvas.step(1, 'CRM')).toContainText('1 found');
    await keys.go(step.next('Add Newsletter: Add a subscriber'));
    await expect(canvas.step(2, 'Newsletter')).toBeVisible();
    await connect(app, keys, 'Connected to Demo newsletter');
    await keys.go(page.getByRole('button', { name: 'Match all by name' }));
    await expect(mapper.matches().getByRole('checkbox').first()).toBeVisible();
    await keys.go(mapper.matches().getByRole('button', { name: /^Use \d+ match/ }));
    // What was pressed is gone with its dialog: the keyboard is where that was opened.
    await expect(page.getByRole('button', { name: 'Match all by name' })).toBeFocused();
    await expect(mapper.matches()).toBeHidden();
    await expect(mapper.pill('E-mail', /from CRM/)).toBeVisible();
    await expect
      .poll(async () => JSON.stringify((await onlyFlow(page)).steps[1]?.slots['input']))
      .toContain('{"first":true}');
  });

  await test.step('the test shows what would be sent, sends it after a yes, and goes on behind a refusal', async () => {
    await keys.go(step.next('Test the flow with 5'));
    await expect(run.whole().getByText('Nothing has been sent yet.')).toBeVisible();
    await keys.go(run.whole().getByRole('button', { name: 'Send 5' }));
    await expect(page.locator('body')).not.toBeFocused();
    const before = (await subscribers(page)).length;
    await keys.go(run.whole().getByRole('button', { name: 'Always skip what is refused' }));
    await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText(
      'Done',
    );
    await expect.poll(async () => (await onlyFlow(page)).steps[1]?.onFailure).toBe('skip');
    expect((await subscribers(page)).length).toBeGreaterThanOrEqual(before);
  });

  await test.step('the flow is exported', async () => {
    await keys.go(run.whole().getByRole('button', { name: 'Export flow' }));
    const dialog = page.getByRole('dialog', { name: 'Export flow' });
    await expect(dialog).toContainText('No keys or passwords are in it');
    const downloading = page.waitForEvent('download');
    await keys.go(dialog.getByRole('button', { name: 'Export flow' }));
    const file = JSON.parse(await readFile(await (await downloading).path(), 'utf8')) as {
      format: string;
      steps: unknown[];
    };
    expect(file.format).toBe('footbridge.flow');
    expect(file.steps).toHaveLength(2);
  });
  expect(keys.actions).toBeLessThanOrEqual(most);
});

/** The panel has gone on to signing in by itself, and goes on to the fields when that is done. */
async function connect({ page, step }: App, keys: Keyboard, says: string): Promise<void> {
  await step.expectOpen('Credential');
  await keys.go(step.sampleKey());
  await expect(page.getByText(says).first()).toBeVisible();
  await step.expectOpen('Mapping');
}
