import { expect, expectAccessible, test } from '../fixtures.ts';
import { aFlow, aStep, fixed, ref, takes } from '../flows/a-flow.ts';
import { importFlow } from '../journeys/import-flow.ts';

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
  ],
  { credentials: [{ id: 'crm', name: 'CRM', component: 'catalog:crm', type: 'api-key' }] },
);

test('a run that is stopped in the middle leaves every step in a final state, and every message counted', async ({
  app,
}) => {
  const { page, canvas, step, run } = app;
  await importFlow(app, manyCalls);
  await canvas.step(1, 'Customers').click();
  await step.open('Credential');
  await step.sampleKey().click();
  await expect(page.getByText('Connected as Ada Lovelace, workspace Demo').first()).toBeVisible();

  // Long enough to be stopped, on a busy machine too.
  const calls = { begun: 0, underWay: 0 };
  await page.route('**/api/call', async (route) => {
    calls.begun++;
    calls.underWay++;
    await new Promise((resolve) => setTimeout(resolve, 250));
    await route.continue().catch(() => undefined); // the page has given it up
    calls.underWay--;
  });
  await run.test('Try with all');
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
  const count = (what: string) =>
    Number(new RegExp(`([\\d,]+) ${what}`).exec(said)?.[1]?.replaceAll(',', '') ?? 0);
  expect(count('done')).toBeGreaterThan(0);
  expect(count('not worked on')).toBeGreaterThan(0);
  expect(count('in')).toBe(count('done') + count('refused') + count('not worked on'));
  await expectAccessible(page);

  // What was on its way when it was stopped comes back to nobody: no call follows, and the end stays as it was said.
  const { begun } = calls;
  await expect.poll(() => calls.underWay).toBe(0);
  expect(calls.begun).toBe(begun);
  await expect(summary).toHaveText(said, { useInnerText: true });
});
