import { onlyFlow } from '../browser-store.ts';
import { expect, expectAccessible, test } from '../fixtures.ts';
import { aFlow, aStep, brings, fixed, ref, takes } from '../flows/a-flow.ts';
import { openKept } from '../journeys/kept-flow.ts';

/** All active customers, and each of them asked for again by its id: some hundred calls. */
const manyCalls = aFlow(
  'Ask for each',
  [
    aStep('all', 'Customers', 'crm/find-customers-by-status', {
      credential: 'crm',
      ...takes({ status: fixed('active') }),
    }),
    aStep('each', 'One customer', 'crm/find-customer-by-id', {
      credential: 'crm',
      ...takes({ id: ref('all', 'id') }),
    }),
    aStep('pause', 'Delay', 'delay/wait', { settings: { amount: 0 } }),
  ],
  { credentials: [{ id: 'crm', name: 'CRM', component: 'catalog:crm', type: 'api-key' }] },
);

test('a run that is stopped in the middle leaves every step in a final state, and every message counted', async ({
  app,
}) => {
  const { page, canvas, step, run } = app;
  await openKept(app, manyCalls);
  await canvas.step(1, 'Customers').click();
  await step.open('Credential');
  await step.sampleKey().click();
  await expect(page.getByText('Connected as Ada Lovelace, workspace Demo').first()).toBeVisible();

  const limits = page.getByRole('dialog', { name: 'Limits of a run' });
  await test.step('the flow is given limits: what cannot be is said at its field', async () => {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Limits of a run…' }).click();
    await limits.getByLabel('Calls at once').fill('65');
    await limits.getByRole('button', { name: 'Set the limits' }).click();
    await expect(limits.getByText('Enter a whole number from 1 to 64.')).toBeVisible();
    await limits.getByLabel('Calls at once').fill('2');
    await limits.getByLabel('Messages in a run').fill('70');
    await limits.getByRole('button', { name: 'Set the limits' }).click();
    await expect(limits).toBeHidden();
    await expect
      .poll(async () => (await onlyFlow(page)).limits)
      .toEqual({ callsAtOnce: 2, messages: 70 });
  });

  await test.step('beyond them a message is refused, and the refusal leads back to the limit', async () => {
    await run.test('Try with all');
    await expect(
      run
        .whole()
        .getByText(/A run makes at most 70 messages/)
        .first(),
    ).toBeVisible();
    await run.whole().getByRole('button', { name: 'Raise the limit…' }).click();
    await expect(limits.getByLabel('Messages in a run')).toHaveValue('70');
    await limits.getByLabel('Messages in a run').fill('');
    await limits.getByRole('button', { name: 'Set the limits' }).click();
    await expect.poll(async () => (await onlyFlow(page)).limits).toEqual({ callsAtOnce: 2 });
  });

  // Long enough to be stopped, on a busy machine too.
  const calls = { begun: 0, underWay: 0, most: 0 };
  await page.route('**/api/call', async (route) => {
    calls.begun++;
    calls.most = Math.max(calls.most, ++calls.underWay);
    await new Promise((resolve) => setTimeout(resolve, 250));
    await route.continue().catch(() => undefined); // the page has given it up
    calls.underWay--;
  });
  await run.test('Try with all');
  // Asked by this run, and not by the one before: its counts are no longer those that are seen.
  await expect.poll(() => calls.begun).toBeGreaterThan(0);
  const summary = run.whole().getByRole('status', { name: 'How the run went' });
  await expect(run.step(2, 'One customer')).toContainText(/\d+ done/);
  await run.whole().getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(summary).toContainText('Stopped');
  await expect(run.whole().getByRole('button', { name: 'Stop', exact: true })).toBeHidden();
  await expect(run.step(1, 'Customers')).toHaveAccessibleName(
    /^Step 1: Customers\. (Done|Stopped)\./,
  );
  await expect(run.step(2, 'One customer')).toHaveAccessibleName(
    /^Step 2: One customer\. Stopped\. .*\d done.* not worked on/,
  );

  const said = await summary.innerText();
  const count = countsIn(said);
  expect(calls.most).toBe(2);
  expect(count('done')).toBeGreaterThan(0);
  expect(count('not worked on')).toBeGreaterThan(0);
  expect(count('in')).toBe(count('done') + count('refused') + count('not worked on'));
  await expectAccessible(page);

  // What was on its way when it was stopped comes back to nobody: no call follows, and the end stays as it was said.
  const { begun } = calls;
  await expect.poll(() => calls.underWay).toBe(0);
  expect(calls.begun).toBe(begun);
  await expect(summary).toHaveText(said, { useInnerText: true });

  await test.step('a test that runs is stopped as well: what it found before stands', async () => {
    await page.unroute('**/api/call');
    await run.test('Try with 1');
    await expect(summary).toContainText('Done');
    await run.whole().getByRole('button', { name: 'Keep this run as a test' }).click();
    const tests = page.getByRole('dialog', { name: 'Tests of this flow' });
    await expect(tests.getByRole('status')).toHaveText('The test passed.');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
    await canvas.step(3, 'Delay').click();
    await step.open('Settings');
    await step.whole().getByLabel('How long').fill('1000');
    await step.whole().getByLabel('In', { exact: true }).selectOption('Hours');
    await page.getByRole('button', { name: 'How much to test' }).click();
    await page.getByRole('menuitem', { name: 'Tests of this flow…' }).click();
    await tests.getByRole('button', { name: 'Run all tests' }).click();
    await expect(tests.getByRole('status')).toHaveText('Running…');
    await tests.getByRole('button', { name: 'Stop', exact: true }).press('Enter');
    await expect(tests.getByRole('status')).toContainText('Stopped.');
    await expect(tests.getByRole('button', { name: 'Run all tests' })).toBeFocused();
    await expect(tests.getByText('Passed', { exact: true })).toBeVisible();
    await expectAccessible(page);
  });
});

const entries = 800_000;

/**
 * Numbers are taken apart, made into messages, of which half are left out, and put together again: nobody is called. The list
 * then waits: a page that is slower than its threads finds the run under way however late it says stop.
 */
const batch = aFlow(
  'A big batch',
  [
    aStep('in', 'Shop', 'webhook/receive', brings({ type: 'array', items: { type: 'integer' } })),
    aStep('each', 'Each', 'for-each/each-entry', { slots: { list: ref('in') } }),
    aStep('map', 'Map', 'mapper/make-message', takes({ number: ref('each', 'entry') })),
    aStep('some', 'Some', 'filter/only-if', {
      slots: { condition: { left: ref('map', 'number'), is: 'less', right: fixed(entries / 2) } },
    }),
    aStep('all', 'All', 'collect/one-list', { slots: { input: ref('map', 'number') } }),
    aStep('pause', 'Delay', 'delay/wait', { settings: { amount: 1000, unit: 'hour' } }),
  ],
  { start: { kind: 'webhook' } },
);

test('a batch of hundreds of thousands is stopped while it streams: every step is final, every message counted', async ({
  app,
}) => {
  const { canvas, step, run } = app;
  await openKept(app, batch);
  await canvas.step(1, 'Shop').click();
  await step.open('Test');
  await step.whole().getByRole('button', { name: 'Wait for a call' }).click();
  const address = run.whole().getByText(/^http:.+hooks/);
  await expect(address).toBeVisible();
  const body = JSON.stringify(Array.from({ length: entries }, (_, at) => at));
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(await address.innerText(), { method: 'POST', headers, body });
  expect(answer.status).toBe(202);
  const summary = run.whole().getByRole('status', { name: 'How the run went' });
  await expect(run.step(3, 'Map')).toContainText(/[\d,]+ done/, { timeout: 60_000 });
  await run.whole().getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(summary).toContainText('Stopped');
  for (const [number, name] of ['Shop', 'Each', 'Map', 'Some', 'All', 'Delay'].entries())
    await expect(run.step(number + 1, name)).toHaveAccessibleName(
      new RegExp(`^Step ${String(number + 1)}: ${name}\\. (Done|Stopped|Nothing came here)\\.`),
    );
  const made = countsIn(await run.step(2, 'Each').innerText())('done');
  const mapped = countsIn(await run.step(3, 'Map').innerText());
  const chosen = countsIn(await run.step(4, 'Some').innerText());
  const gathered = countsIn(await run.step(5, 'All').innerText());
  expect(made).toBeLessThanOrEqual(1);
  expect(mapped('done')).toBe(chosen('done') + chosen('left out') + chosen('not worked on'));
  expect(chosen('done')).toBe(gathered('done') + gathered('not worked on'));
});

/** Numbers in a line such as "1,203 done, 5 not worked on". */
function countsIn(said: string): (what: string) => number {
  return (what) =>
    Number(new RegExp(`([\\d,]+) ${what}`).exec(said)?.[1]?.replaceAll(',', '') ?? 0);
}
