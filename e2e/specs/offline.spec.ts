import type { Page } from '@playwright/test';
import { onlyFlow } from '../browser-store.ts';
import { expect, expectAccessible, test } from '../fixtures.ts';
import { activeCustomers, aFlow, aStep, ref, sampleAccounts, takes } from '../flows/a-flow.ts';
import { connectSamples } from '../journeys/connect-samples.ts';
import { importFlow } from '../journeys/import-flow.ts';
import { startOlder } from '../two-builds.ts';

test.use({ serviceWorkers: 'allow' });

/** Hundreds of files, which the browser fetches when it has nothing better to do; nobody waits for them. */
const keptWithin = { timeout: 120_000 };

/** The page is kept, all of it, and what asks for it from now on asks there. */
async function pageIsKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), keptWithin)
    .toBe(true);
}

const named = (title: string) => ({ type: 'string', title }) as const;
const properties = { who: named('Who'), family: named('Family') };
const namesOfCustomers = aFlow(
  'Names of customers',
  [
    activeCustomers,
    aStep('name', 'Mapper', 'mapper/make-message', {
      ...takes({ who: ref('customers', 'firstName') }),
      shapes: { input: { schema: { type: 'object', properties }, origin: 'by-hand' } },
    }),
  ],
  { credentials: sampleAccounts.slice(0, 1) },
);

const mark = (page: Page) => page.getByRole('button', { name: 'Offline', exact: true });

test('without a connection a flow is opened, changed and filled in; the page says so, and finds the connection again', async ({
  app,
  context,
}) => {
  test.setTimeout(300_000);
  const { page, canvas, step } = app;
  await importFlow(app, namesOfCustomers);
  await connectSamples(app, [1, 'CRM']);
  await canvas.expectSaved();
  await pageIsKept(page);

  await test.step('the connection goes: said in the bar, aloud, and what that means', async () => {
    await context.setOffline(true);
    await mark(page).click();
    await expect(page.getByText('There is no connection to Footbridge')).toBeVisible();
    await expect(page.getByText(/The connection to Footbridge is gone/)).toBeAttached();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
  });

  await test.step('the page opens again, with the flow, and goes on', async () => {
    await page.reload();
    await expect(canvas.step(2, 'Mapper')).toBeVisible();
    await expect(mark(page)).toBeVisible();
    await page.setViewportSize({ width: 390, height: 780 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(mark(page)).toBeInViewport();
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step('the flow is changed and filled in, and taken back', async () => {
    await canvas.step(2, 'Mapper').click();
    await canvas.add('Filter');
    await expect.poll(async () => (await onlyFlow(page)).steps.length).toBe(3);
    await canvas.undo();
    await expect.poll(async () => (await onlyFlow(page)).steps.length).toBe(2);
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
    await canvas.step(2, 'Mapper').click();
    await step.open('Mapping');
    await expect(
      step.whole().getByRole('treeitem', { name: /First name.*used in Who/ }),
    ).toBeVisible();
  });

  await test.step('the connection is back: the page finds it by itself', async () => {
    await context.setOffline(false);
    await expect(mark(page)).toBeHidden();
  });
});

test('while nobody answers, a flow is filled in and tried on invented samples; a renewed Footbridge says so, and the page goes on until it is loaded again', async ({
  app,
  context,
}) => {
  test.setTimeout(300_000);
  const older = await startOlder();
  try {
    const { page, flows, canvas, step, mapper, run } = app;
    const [first, second] = older.builds;
    const build = () => page.locator('meta[name="footbridge-build"]').getAttribute('content');
    await page.goto(older.url);
    await flows.choose('flow.json', namesOfCustomers);
    await flows.review().getByRole('button', { name: 'Import flow' }).click();
    await expect(canvas.step(2, 'Mapper')).toBeVisible();
    await canvas.expectSaved();
    await pageIsKept(page);
    expect(await build()).toBe(first);

    await test.step('it is stopped: the page opens as a whole, with the flow', async () => {
      await older.stop();
      await page.reload();
      await expect(canvas.step(2, 'Mapper')).toBeVisible();
      expect(await build()).toBe(first);
    });

    await test.step('a field is filled from an earlier step', async () => {
      await canvas.step(2, 'Mapper').click();
      await step.open('Mapping');
      await mapper.field('Family').getByRole('textbox', { name: 'Family' }).click();
      await mapper.data(/^Last name/).click();
      await expect(mapper.pill('Family', /from CRM/)).toBeVisible();
      const slots = async () => JSON.stringify((await onlyFlow(page)).steps[1]?.slots);
      await expect.poll(slots).toContain('"from":"customers","path":["lastName"]');
    });

    await test.step('it is tried on an example of what the step before gives', async () => {
      await page.getByRole('button', { name: 'Show the whole flow' }).click();
      await canvas.step(1, 'CRM').click();
      await step.open('Test');
      const shelf = step.whole().getByRole('region', { name: 'Sample in use' });
      await shelf.getByRole('button', { name: 'More about samples' }).click();
      await page.getByRole('menuitem', { name: 'Use an example' }).click();
      await expect(shelf.getByRole('combobox')).toContainText('Invented example');
      await page.getByRole('button', { name: 'Show the whole flow' }).click();
      await canvas.step(2, 'Mapper').click();
      await step.open('Test');
      await step.whole().getByRole('button', { name: 'Try with 1' }).click();
      await expect(step.whole().getByRole('status').filter({ hasText: 'Show all' })).toContainText(
        '1 done',
      );
    });

    await test.step('a service cannot be asked, and says why', async () => {
      await run.test('Try with 1');
      await expect(run.whole().getByRole('region', { name: 'Refused' })).toContainText(
        'Footbridge itself does not answer: there is no connection',
      );
      await expect(mark(page)).toBeVisible();
    });

    await test.step('the newer one is there: an open page hears of it, and goes on', async () => {
      await older.renew();
      await lookForNews(page);
      const notice = page.getByText('A new version of Footbridge is ready.');
      await expect(notice).toBeVisible(keptWithin);
      await expectAccessible(page);
      await canvas.add('Filter');
      await page.getByRole('button', { name: 'Load again' }).click();
      await expect.poll(build).toBe(second);
      await expect(canvas.step(3, 'Filter')).toBeVisible();
      await expect(notice).toBeHidden();
      expect((await onlyFlow(page)).steps).toHaveLength(3);
      await expect(page.getByText('The page ended before it was saved')).toBeHidden();
    });

    await test.step('and without a connection it opens as a whole', async () => {
      await context.setOffline(true);
      await page.reload();
      await expect(canvas.step(3, 'Filter')).toBeVisible();
      expect(await build()).toBe(second);
      await context.setOffline(false);
    });
  } finally {
    await older.close();
  }
});

test('a page never takes the catalog of another build', async ({ app }) => {
  const { page, flows } = app;
  await page.route('**/api/catalog', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      headers: { ...answer.headers(), 'footbridge-build': 'another' },
    });
  });
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('Footbridge was renewed while this page');
  await page.unroute('**/api/catalog');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await flows.startEmpty();
});

/** As when somebody comes back to the tab after a while. */
async function lookForNews(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
}
