import { onlyFlow } from '../browser-store.ts';
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
