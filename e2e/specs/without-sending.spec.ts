import { onlyFlow } from '../browser-store.ts';
import { expect, expectAccessible, test } from '../fixtures.ts';
import {
  activeCustomers,
  aFlow,
  aStep,
  customer,
  ref,
  sampleAccounts,
  takes,
  toNewsletter,
} from '../flows/a-flow.ts';
import { connectSamples } from '../journeys/connect-samples.ts';
import { importFlow } from '../journeys/import-flow.ts';
import { freshWord, subscribers } from '../sample-places.ts';

/** Customers become subscribers; what the newsletter answers is written down. */
const answersNoted = (word: string) =>
  aFlow(
    'Answers noted',
    [
      activeCustomers,
      toNewsletter(word),
      aStep(
        'note',
        'Mapper',
        'mapper/make-message',
        takes({ who: customer('firstName'), known: ref('add', 'id') }),
      ),
    ],
    { credentials: sampleAccounts },
  );

test('the rest of a flow is tried without sending: an invented answer goes on, is marked, and is no sample', async ({
  app,
}) => {
  const { page, canvas, run } = app;
  await importFlow(app, answersNoted(freshWord().toLowerCase()));
  await connectSamples(app, [1, 'CRM'], [2, 'Newsletter']);
  const before = (await subscribers(page)).length;
  await run.test('Try with 5');
  await run.held().getByRole('button', { name: 'Try the rest without sending' }).click();

  const summary = run.whole().getByRole('status', { name: 'How the run went' });
  await expect(summary).toContainText('5 not sent');
  await expect(run.step(2, 'Newsletter')).toHaveAccessibleName(/5 not sent, invented/);
  await expect(canvas.step(3, 'Mapper')).toHaveAccessibleName(/invented · 5 done/);
  await expect(run.step(3, 'Mapper')).toHaveAccessibleName(/5 done, invented/);
  await run.step(3, 'Mapper').click();
  await expect(run.whole()).toContainText('Made of an invented answer');
  await expect(run.output()).toContainText('s-0008');
  await run.step(2, 'Newsletter').click();
  await expect(run.whole()).toContainText('an invented example of the answer went on from here');
  await expectAccessible(page);
  expect((await subscribers(page)).length).toBe(before);
  // What was really given is kept, and nothing else.
  await expect
    .poll(async () => (await onlyFlow(page)).samples.map(({ step }) => step))
    .toEqual(['customers']);
});
