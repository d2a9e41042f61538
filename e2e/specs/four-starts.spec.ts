import { expect, expectAccessible, test } from '../fixtures.ts';
import { everythingInBrowser, onlyFlow } from '../browser-store.ts';
import { clockOfRuns } from '../clock-of-runs.ts';
import { openCustomers } from '../journeys/connected-flow.ts';
import { addCustomers } from '../journeys/first-flow.ts';
import { StartSection } from '../panels/start-section.ts';
import { addToCrm, freshWord } from '../sample-places.ts';

test('S6: a flow starts by hand', async ({ app }) => {
  const { page, flows, canvas, step, run } = app;
  const start = new StartSection(page);
  await flows.open();
  await flows.startEmpty();
  await addCustomers(app);
  await step.open('Operation');
  await expect(start.way('By hand')).toBeChecked();

  await run.test('Try with 5');
  await expect(canvas.step(1, 'CRM')).toContainText('5 found');
  await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText('Done');
  await expect.poll(async () => (await onlyFlow(page)).start).toEqual({ kind: 'manual' });
});

test('S6: a flow starts on a schedule, and says when', async ({ app }) => {
  const { page, flows, canvas, step, run } = app;
  const start = new StartSection(page);
  await flows.open();
  await flows.startEmpty();
  await addCustomers(app);
  await step.open('Operation');
  await start.choose('On a schedule');
  await expect(start.whole()).toContainText('In this page it starts only while the page is open.');
  await expect(start.whole()).toContainText('The next times');
  await start.whole().getByLabel('How often').selectOption('Every few minutes');
  await start.whole().getByLabel('Minutes between two starts').selectOption('1');
  await expect
    .poll(async () => (await onlyFlow(page)).start)
    .toEqual({ kind: 'schedule', cron: '* * * * *', timeZone: 'Europe/Berlin' });

  const clock = await clockOfRuns(page);
  await clock.pass(msToNextMinute() + 1000); // the one after it is most of a minute away
  await start.startAndWait();
  await expect(run.whole().getByRole('status').filter({ hasText: 'Waiting until' })).toBeVisible();
  await expect(canvas.step(1, 'CRM')).not.toContainText('found');
  await clock.pass(60_000);
  await expect(canvas.step(1, 'CRM')).toContainText(/\d+ found/);
  await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText('Done');
  await expect(run.whole().getByRole('status').filter({ hasText: 'Waiting until' })).toBeVisible();

  await start.stopWaiting();
  await expect(page.getByRole('button', { name: 'Stop waiting' })).toBeHidden();
  const [crm] = (await onlyFlow(page)).steps;
  await expect
    .poll(async () => (await onlyFlow(page)).samples.map((sample) => sample.step))
    .toEqual([crm?.id]);
});

test('S6: a flow starts when there is something new, and gets only that', async ({ app }) => {
  const { page, canvas, step, run } = app;
  const start = new StartSection(page);
  const waits = run.whole().getByRole('status').filter({ hasText: 'Waiting until' });
  const lastName = freshWord();
  await openCustomers(app);
  await step.open('Operation');
  await start.choose('When there is something new');
  await start.whole().getByLabel('Unit').selectOption('Seconds');
  await expect
    .poll(async () => (await onlyFlow(page)).start)
    .toEqual({ kind: 'poll', everySeconds: 5 });

  const clock = await clockOfRuns(page);
  await start.startAndWait();
  await test.step('the first look takes what is there as known', async () => {
    await expect(canvas.step(1, 'CRM')).toContainText('0 found');
    await expect(waits).toBeVisible();
  });
  await test.step('a new customer is found, once, and alone', async () => {
    await addToCrm(page, {
      firstName: 'Zoë',
      lastName,
      status: 'active',
      email: `${lastName}@example.com`,
    });
    await clock.pass(5000);
    await expect(canvas.step(1, 'CRM')).toContainText('1 found');
    await expect.poll(async () => (await onlyFlow(page)).samples.length).toBe(1);
    await clock.pass(5000);
    await expect(canvas.step(1, 'CRM')).toContainText('0 found');
  });
  await start.stopWaiting();

  const { samples } = await onlyFlow(page);
  expect(samples).toHaveLength(1);
  const kept = (await everythingInBrowser(page))['samples'] as readonly { hash: string }[];
  const sample = JSON.stringify(kept.find(({ hash }) => hash === samples[0]?.hash));
  expect(sample).toContain(lastName);
  expect(sample.split('"firstName"')).toHaveLength(2);
});

test('S3: a flow starts when it is called, and what came in becomes its sample', async ({
  app,
}) => {
  const { page, flows, canvas, step, run } = app;
  const word = freshWord();
  await flows.open();
  await flows.startEmpty();
  await canvas.drag('Webhook', { x: 0.3, y: 0.4 });
  await expect(canvas.step(1, 'Webhook')).toBeVisible();
  await step.open('Operation');
  const registering = page.waitForResponse((response) => response.url().endsWith('/api/webhooks'));
  await step.whole().getByRole('button', { name: 'Wait for a call' }).click();
  const { id } = (await (await registering).json()) as { id: string };
  const address = step.whole().getByRole('textbox', { name: 'Send data to this address' });
  await expect(address).toHaveValue(/^http:\/\/.+\/hooks\//);
  await expect(step.whole()).toContainText('It can be reached from this computer only.');
  await expect(step.whole()).toContainText('Waiting for data…');

  const answer = await page.request.post(await address.inputValue(), {
    data: { email: `${word}@example.com`, wants: ['news', 'offers'] },
  });
  expect(answer.status()).toBe(202);

  await expect(step.whole().getByRole('region', { name: 'What came in last' })).toContainText(word);
  await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText('Done');
  await expect(run.whole()).toContainText(word);
  await step.whole().getByRole('button', { name: 'Use this as the example' }).click();
  await expect(step.whole()).toContainText('Later steps can now use its fields.');

  await expect
    .poll(async () => {
      const { start, steps, samples } = await onlyFlow(page);
      return {
        start,
        samples: samples.length,
        fields: Object.keys(steps[0]?.shapes?.output?.schema.properties ?? {}),
      };
    })
    .toEqual({ start: { kind: 'webhook' }, samples: 1, fields: ['email', 'wants'] });
  expect(JSON.stringify((await everythingInBrowser(page))['samples'])).toContain(word);

  await test.step('an address that is no more is said to be dead, and a press gets another one', async () => {
    const dead = await address.inputValue();
    await page.request.delete(`/api/webhooks/${id}`, { headers: { 'X-Footbridge': '1' } });
    await expect(run.whole()).toContainText('Calls do not come through any more.');
    await expect(run.whole()).not.toContainText('Waiting for data…');
    await expect(address).toBeHidden();
    await expectAccessible(page);
    let comeThrough: () => void = () => undefined;
    const heard = new Promise<void>((done) => (comeThrough = done));
    await page.route('**/api/webhooks/*/events', async (route) => {
      await heard;
      await route.fallback();
    });
    await run.whole().getByRole('button', { name: 'Wait again' }).click();
    await expect(run.whole()).toContainText('Getting an address…');
    await expect(address).toBeHidden();
    comeThrough();
    await expect(run.whole()).toContainText('Waiting for data…');
    await expect(address).toHaveValue(/\/hooks\//);
    await expect(address).not.toHaveValue(dead);
  });
});

function msToNextMinute(): number {
  return 60_000 - (Date.now() % 60_000);
}
