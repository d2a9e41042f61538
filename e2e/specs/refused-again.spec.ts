import { onlyFlow } from '../browser-store.ts';
import { expect, expectAccessible, test } from '../fixtures.ts';
import {
  activeCustomers,
  aFlow,
  aStep,
  customer,
  fixed,
  sampleAccounts,
  takes,
  toNewsletter,
} from '../flows/a-flow.ts';
import { connectSamples } from '../journeys/connect-samples.ts';
import { openKept } from '../journeys/kept-flow.ts';
import { freshWord, subscribers } from '../sample-places.ts';

/** Two of the five customers get a language that the newsletter refuses; every address is new to it. */
function withWrongLanguage(word: string): string {
  const isOneOf = (...names: string[]) => ({
    any: names.map((name) => ({
      left: customer('firstName'),
      is: 'equals' as const,
      right: fixed(name),
    })),
  });
  const steps = [
    activeCustomers,
    toNewsletter(word, {
      language: {
        kind: 'when',
        branches: [{ if: isOneOf('Hiroshi', 'Lukas'), then: customer('lastName') }],
        otherwise: fixed('de'),
      },
    }),
    aStep('note', 'Mapper', 'mapper/make-message', takes({ who: customer('firstName') })),
  ];
  return aFlow('Some in a wrong language', steps, { credentials: sampleAccounts });
}

test('a refused write leads to its field, is repaired by the offered fix, and only what was refused is sent again, and goes on to the next steps', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const { page, run } = app;
  await openKept(app, withWrongLanguage(freshWord().toLowerCase()));
  await connectSamples(app, [1, 'CRM'], [2, 'Newsletter']);
  const before = (await subscribers(page)).length;
  await run.test('Try with 5');
  await run.whole().getByRole('button', { name: 'Send 5' }).click();
  const refused = run.whole().getByRole('region', { name: 'Refused' });
  await refused.getByRole('button', { name: /^Skip it this time/ }).click();
  const summary = run.whole().getByRole('status', { name: 'How the run went' });
  await expect(summary).toContainText('3 done');
  await expect(summary).toContainText('2 refused');
  expect((await subscribers(page)).length).toBe(before + 3);

  await expect(refused).toContainText('Language');
  await expect(refused).toContainText('Washington');
  await expect(refused).toContainText('a language has two small letters');
  await refused.getByRole('button', { name: 'Do not send “Language”' }).click();
  await expect
    .poll(async () => JSON.stringify((await onlyFlow(page)).steps[1]?.slots['input']))
    .not.toContain('language');

  await refused.getByRole('button', { name: 'Try the 2 refused again' }).click();
  await expect(page.getByText(/Footbridge would add 2 in Newsletter/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Send 2' }).first().click();
  await expect(summary).toContainText('2 done');
  await expect(summary).not.toContainText('refused');
  expect((await subscribers(page)).length).toBe(before + 5);
  await expect(run.step(3, 'Mapper')).toContainText('2 done');
});

test('what a service refuses goes a way of its own, with the reason; the others go on as before', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const { page, canvas, step: panel, mapper, run } = app;
  await openKept(app, withWrongLanguage(freshWord().toLowerCase()));
  await connectSamples(app, [1, 'CRM'], [2, 'Newsletter']);

  await test.step('the step says so, and a step is put on that way', async () => {
    await canvas.step(2, 'Newsletter').click();
    await panel.open('Operation');
    await panel.whole().locator('summary', { hasText: 'When something goes wrong' }).click();
    await panel.whole().locator('label', { hasText: 'Send it another way' }).click();
    await expect(canvas.whole().getByText('failed', { exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Add step after Newsletter' }).click();
    await canvas.add('Log');
    await expect
      .poll(async () => (await onlyFlow(page)).edges.map(({ fromPort }) => fromPort))
      .toContain('error');
  });

  await test.step('there it reads what went wrong and what was to be sent', async () => {
    await panel.open('Mapping');
    await mapper.field('Line').getByRole('textbox').click();
    await panel.whole().getByRole('searchbox', { name: 'Search this data' }).fill('Words of the');
    await mapper.data(/Words of the service/).click();
    await expect(mapper.pill('Line', /from Newsletter/)).toBeVisible();
  });

  await run.test('Try with 5');
  await run.whole().getByRole('button', { name: 'Send 5' }).click();
  await expect(run.step(3, 'Log')).toContainText('2 done');
  await expect(run.step(4, 'Mapper')).toContainText('3 done');
  const summary = run.whole().getByRole('status', { name: 'How the run went' });
  await expect(summary).toContainText('2 refused');
});
