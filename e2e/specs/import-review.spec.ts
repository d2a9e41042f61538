import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { everythingInBrowser, flowsInBrowser } from '../browser-store.ts';
import { expect, expectAccessible, test } from '../fixtures.ts';
import { addCustomers } from '../journeys/first-flow.ts';
import type { Flow } from '../../src/flow/index.ts';

test('a file is reviewed before anything of it is kept, asked or worked out; an account of this browser connects it', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const { page, flows, canvas, run } = app;
  await flows.open();
  // Pressed twice it is begun once.
  await page.getByRole('button', { name: 'Start with an empty canvas' }).dblclick();
  await expect(page.getByRole('button', { name: 'Zoom in' })).toBeVisible();
  await addCustomers(app);
  await canvas.more('Export flow');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('dialog', { name: 'Export flow' })
      .getByRole('button', { name: 'Export flow' })
      .click(),
  ]);
  const text = fromElsewhere(JSON.parse(await readFile(await download.path(), 'utf8')) as Flow);

  await canvas.expectSaved();
  await flows.open();
  const before = await everythingInBrowser(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin !== new URL(page.url()).origin || request.method() !== 'GET')
      asked.push(`${request.method()} ${origin}${pathname}`);
  });
  await slowToRead(page, 'slow.json');
  await flows.choose('slow.json', JSON.stringify({ ...JSON.parse(text), name: 'Slow' }));
  const review = flows.review();

  await test.step('of two files the one that was chosen last is reviewed, however long the first takes to read', async () => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      review.getByRole('button', { name: 'Choose a file' }).click(),
    ]);
    const file = { name: 'flow.json', mimeType: 'application/json' };
    await chooser.setFiles({ ...file, buffer: Buffer.from(text) });
    await expect(review).toContainText('api.elsewhere.example');
    await page.evaluate(() => {
      dispatchEvent(new Event('read'));
      return new Promise((resolve) => requestIdleCallback(resolve));
    });
    await expect(review).not.toContainText('Slow');
  });

  await test.step('it says which hosts are called, and which components are others here', async () => {
    await expect(review).toContainText('api.elsewhere.example');
    await expect(review).not.toContainText('an address set in');
    await expect(review.getByRole('row', { name: /^REST/ })).toContainText('yours is newer');
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 800 });
    await expectAccessible(page);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step('a group that names what is not in the file is mended, and that is said', async () => {
    await expect(review).toContainText('The group “Old” named steps that are not in the file');
  });

  await test.step('a field that is described elsewhere is listed, and nobody is asked', async () => {
    const open = review.getByRole('listitem').filter({ hasText: 'Elsewhere › Order' });
    await expect(open).toContainText('http://127.0.0.1:9/order.json');
  });

  await test.step('an account is offered, none is chosen unasked', async () => {
    const account = review.getByRole('combobox', { name: 'Account for CRM' });
    await expect(account).toHaveValue('');
    await account.selectOption({ index: 1 });
  });

  expect(asked).toEqual([]);
  expect(await everythingInBrowser(page)).toEqual(before);

  // Pressed twice it is taken in once.
  await review.getByRole('button', { name: 'Import flow' }).dblclick();
  await expect(canvas.step(1, 'CRM')).toBeVisible();
  const all = await flowsInBrowser(page);
  expect(all).toHaveLength(2);
  const kept = all.find(({ id }) => id === 'from-elsewhere');
  expect(kept?.layout.groups.map(({ steps }) => steps)).toEqual([['elsewhere']]);
  expect(kept?.layout.positions['elsewhere']).toBeDefined();
  const { bindings } = await everythingInBrowser(page);
  expect(bindings).toHaveLength(2);
  await run.test('Try with 5');
  await expect(canvas.step(1, 'CRM')).toContainText('5 found');

  await test.step('a file that is let go over an open flow is reviewed; the page is not left for it', async () => {
    const isTaken = await page.evaluate((flow) => {
      const held = new DataTransfer();
      held.items.add(new File([flow], 'flow.json', { type: 'application/json' }));
      const drop = new DragEvent('drop', { dataTransfer: held, bubbles: true, cancelable: true });
      return !document.body.dispatchEvent(drop);
    }, text);
    expect(isTaken).toBe(true);
    await expect(review).toContainText('You already have this flow.');
  });
});

/** A file of this name is read when the page hears the event "read". */
function slowToRead(page: Page, name: string): Promise<void> {
  return page.evaluate((slow) => {
    const read = Blob.prototype.text;
    Blob.prototype.text = async function (this: Blob) {
      if (this instanceof File && this.name === slow)
        await new Promise((resolve) => addEventListener('read', resolve, { once: true }));
      return read.call(this);
    };
  }, name);
}

/**
 * The flow as somebody else might send it: with a step that is off, calls a typed address and was made long ago, and a group
 * that names a step which is not there.
 */
function fromElsewhere(flow: Flow): string {
  const rest: Flow['steps'][number] = {
    id: 'elsewhere',
    name: 'Elsewhere',
    component: 'catalog:rest',
    componentVersion: '0.1.0',
    operation: 'request',
    settings: { method: 'GET', address: 'https://api.elsewhere.example/orders' },
    slots: {},
    shapes: {
      output: {
        schema: { properties: { order: { $ref: 'http://127.0.0.1:9/order.json' } } },
        origin: 'by-hand',
      },
    },
    disabled: true,
  };
  const groups = [{ id: 'old', title: 'Old', colour: 'sky', steps: ['elsewhere', 'gone'] }];
  return JSON.stringify({
    ...flow,
    id: 'from-elsewhere',
    steps: [...flow.steps, rest],
    layout: { ...flow.layout, groups },
  });
}
