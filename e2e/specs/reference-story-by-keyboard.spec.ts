import { readFile } from 'node:fs/promises';
import { expect, test, type App } from '../fixtures.ts';
import { everythingInBrowser, onlyFlow } from '../browser-store.ts';
import { Keyboard } from '../panels/keyboard.ts';
import type { Tab } from '../panels/step-panel.ts';
import { subscribers } from '../sample-places.ts';

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
    await expect(inStep.getByText('How to sign in')).toBeVisible();
    await expect(inStep.getByText('What it needs')).toBeVisible();
    await expect(inStep.getByText('What it gives')).toBeVisible();
    await keys.go(find, 'Shift+Tab');
    await expect(find).toHaveAttribute('aria-pressed', 'true');
    await connect(app, keys, 'CRM', 'Connected as Ada Lovelace, workspace Demo');
    await openTab(app, keys, 'Mapping');
    await keys.walk('Tab', mapper.field('Status').getByRole('combobox'));
    await keys.type('Lead');
    await expect
      .poll(async () => (await onlyFlow(page)).steps[0]?.slots['input'])
      .toMatchObject({ props: { status: { kind: 'literal', value: 'lead' } } });
  });

  await test.step('the newsletter is added, connected and matched by name', async () => {
    await keys.go(page.getByRole('button', { name: 'Add Newsletter', exact: true }));
    await expect(canvas.step(2, 'Newsletter')).toBeVisible();
    const add = inStep.getByRole('button', { name: 'Add a subscriber', exact: true });
    await keys.go(add);
    await expect(add).toHaveAttribute('aria-pressed', 'true');
    await connect(app, keys, 'Newsletter', 'Connected to Demo newsletter');
    await openTab(app, keys, 'Mapping');
    await keys.go(page.getByRole('button', { name: 'Match all by name' }));
    await expect(mapper.matches().getByRole('checkbox').first()).toBeVisible();
    await keys.go(mapper.matches().getByRole('button', { name: /^Use \d+ match/ }));
    await expect(mapper.matches()).toBeHidden();
    await expect(mapper.pill('E-mail', /from CRM/)).toBeVisible();
    await expect
      .poll(async () => JSON.stringify((await onlyFlow(page)).steps[1]?.slots['input']))
      .toContain('{"first":true}');
  });

  await test.step('what is refused is to be skipped', async () => {
    await openTab(app, keys, 'Operation');
    await keys.go(inStep.locator('summary').filter({ hasText: 'When something goes wrong' }));
    const choices = inStep.getByRole('group', { name: 'When something goes wrong' });
    await keys.walk('Tab', choices.getByRole('radio', { name: 'Stop the flow' }));
    await keys.press('ArrowDown');
    await expect(choices.getByRole('radio', { name: 'Skip this message and go on' })).toBeChecked();
    await expect.poll(async () => (await onlyFlow(page)).steps[1]?.onFailure).toBe('skip');
  });

  await test.step('the test shows what would be sent, and sends it after a yes', async () => {
    await keys.go(page.getByRole('button', { name: 'How much to test' }));
    const five = page.getByRole('menuitem', { name: 'Try with 5' });
    await keys.walk('ArrowDown', five, 8);
    await keys.press('Enter');
    await expect(run.whole().getByText('Nothing has been sent yet.')).toBeVisible();
    await keys.go(run.whole().getByRole('button', { name: 'Send 5' }));
    await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText(
      'Done',
    );
    const asked = (
      (await everythingInBrowser(page))['samples'] as readonly { messages?: unknown }[]
    )
      .map((row) => JSON.stringify(row))
      .join();
    const emails = new Set((await subscribers(page)).map(({ email }) => email.toLowerCase()));
    const wanted = [...asked.matchAll(/"address":"([^"@ ]+@[^"@ ]+\.[a-z]+)"/g)].map(
      ([, email]) => email?.toLowerCase() ?? '',
    );
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((email) => emails.has(email)).length).toBeGreaterThan(0);
  });

  await test.step('the flow is exported', async () => {
    await keys.go(page.getByRole('button', { name: 'More', exact: true }));
    await keys.walk('ArrowDown', page.getByRole('menuitem', { name: 'Export flow' }), 8);
    await keys.press('Enter');
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
});

/** Goes to the tabs of the step and along them. */
async function openTab({ step }: App, keys: Keyboard, name: Tab): Promise<void> {
  await keys.walk('Shift+Tab', step.whole().getByRole('tab', { selected: true }));
  const key = name === 'Operation' ? 'ArrowLeft' : 'ArrowRight';
  await keys.walk(key, step.tab(name), 6);
  await expect(step.tab(name)).toHaveAttribute('aria-selected', 'true');
}

async function connect(app: App, keys: Keyboard, component: string, says: string): Promise<void> {
  const { page, step, credential } = app;
  await openTab(app, keys, 'Credential');
  await keys.go(step.whole().getByRole('button', { name: `Connect ${component}` }));
  await keys.go(credential.whole().getByRole('button', { name: 'Use the sample key' }));
  await keys.go(credential.whole().getByRole('button', { name: 'Connect', exact: true }));
  await expect(page.getByText(says).first()).toBeVisible();
  await credential.expectClosed();
}
