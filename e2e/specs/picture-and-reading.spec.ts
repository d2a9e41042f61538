import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { aFlow, aStep } from '../flows/a-flow.ts';
import { greetingsByStatus, secretHeader } from '../flows/greetings-by-status.ts';
import { openKept } from '../journeys/kept-flow.ts';

test('a flow is read in plain words: beside the canvas, to who does not see it, on paper', async ({
  app,
}) => {
  const { page, canvas } = app;
  await openKept(app, greetingsByStatus);
  await expect(canvas.whole()).toHaveAccessibleDescription(
    /^This flow starts on a schedule: At 09:00, only on Monday \(time of Europe\/Berlin\)\..*By status/,
  );

  await canvas.more('Read the flow');
  const reading = page.getByRole('dialog', { name: 'The flow in words' });
  const list = reading.getByRole('list', { name: 'What the flow does, step by step' });
  await test.step('branches are lists of their own, notes and groups are told', async () => {
    const newOnes = list.getByRole('listitem').filter({ hasText: /^What goes to “New ones”:/ });
    await expect(newOnes.getByRole('listitem')).toHaveText(/^3 · Greet <them> & others.*Ask Ada/);
    await expect(reading).toContainText('“Ask” is switched off.');
    await expect(reading).toContainText('“Two ways”: Greet <them> & others, Ask');
    await expect(reading).toContainText('Only on Mondays');
    await expect(reading).not.toContainText(secretHeader);
  });

  await test.step('on paper there is the flow, and nothing of the page around it', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const sheet = page.getByRole('article');
    await expect(sheet.getByRole('heading', { name: 'Greetings by status' })).toBeVisible();
    await expect(sheet.getByRole('img', { name: 'Greetings by status' })).toBeVisible();
    await expect(sheet).toContainText('At 09:00, only on Monday');
    await expect(sheet).toContainText('Only on Mondays');
    await expect(sheet).not.toContainText('**');
    // Dark on white, whatever the theme of the screen is.
    await expect(sheet.getByText('1 · CRM')).toHaveCSS('color', 'rgb(27, 34, 41)');
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(canvas.whole()).toBeHidden();
    await expect(reading).toBeHidden();
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    await expect(sheet).toBeHidden();
    await expect(reading).toBeVisible();
  });

  await test.step('the name of a step leads to it', async () => {
    await reading.getByRole('button', { name: '2 · By status' }).press('Enter');
    await expect(reading).toBeHidden();
    await expect(canvas.step(2, 'By status')).toHaveAttribute('aria-pressed', 'true');
  });
});

test('a flow is saved as a picture: all of it or some steps, in a file that asks nobody for anything', async ({
  app,
}) => {
  const { page, canvas } = app;
  await openKept(app, greetingsByStatus);
  await canvas.step(2, 'By status').click();
  // The panel of the step has taken room.
  await page.getByRole('button', { name: 'Show the whole flow' }).click();
  await canvas.step(3, 'Greet <them> & others').click({ modifiers: ['Control'] });
  await canvas.more('Save as picture');
  const dialog = page.getByRole('dialog', { name: 'Save as picture' });
  const choose = (name: string) => dialog.getByText(name, { exact: true }).click();
  await expect(dialog.getByRole('img', { name: 'Picture of Greetings by status' })).toBeVisible();

  await test.step('an SVG with the names of the steps, and no value of a setting or a field', async () => {
    await choose('Whole flow');
    await choose('SVG');
    const svg = await readFile(await saved(page), 'utf8');
    const { texts, root, loads } = await lookAtSvg(page, svg);
    expect(root).toBe('svg');
    for (const text of ['CRM', 'By status', 'Greet <them> & others', 'Two ways', 'as sales asked.'])
      expect(texts.join('\n')).toContain(text);
    expect(svg).not.toContain('ada@example.com');
    expect(svg).not.toContain(secretHeader);
    expect(loads).toEqual([]);
    await expect(dialog).toBeHidden();
  });

  await test.step('a PNG of the chosen steps, as large as it says', async () => {
    await canvas.more('Save as picture');
    await choose('2 selected steps');
    await choose('Dark');
    await choose('4×');
    const said = dialog.getByText(/greetings-by-status\.png · [\d,]+ × [\d,]+ pixels/);
    const [width, height] = [...(await said.innerText()).matchAll(/[\d,]+/g)].map(([number]) =>
      Number(number.replace(',', '')),
    );
    const png = await readFile(await saved(page));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
  });
});

test('a thousand steps are drawn as well; where that is too large for a PNG it says so', async ({
  app,
}) => {
  const { page, canvas } = app;
  const steps = Array.from({ length: 1000 }, (_, at) =>
    aStep(`s${String(at)}`, `Line ${String(at + 1)}`, 'log/line'),
  );
  await openKept(app, aFlow('Long', steps, { edges: [] }));
  await canvas.more('Save as picture');
  const dialog = page.getByRole('dialog', { name: 'Save as picture' });
  await expect(dialog).toContainText('this one is smaller');
  const png = await readFile(await saved(page));
  expect(png.readUInt32BE(20)).toBeLessThanOrEqual(16_384);

  await canvas.more('Save as picture');
  await dialog.getByText('SVG', { exact: true }).click();
  const { texts } = await lookAtSvg(page, await readFile(await saved(page), 'utf8'));
  expect(texts).toContain('Line 1000');
});

/** Saves the picture that the dialog shows; where the file lies. */
async function saved(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save picture' }).click(),
  ]);
  return download.path();
}

/** What a browser makes of the file, and what it would fetch for it. */
async function lookAtSvg(page: Page, svg: string) {
  const viewer = await page.context().newPage();
  await viewer.goto(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
  const seen = await viewer.evaluate(() => ({
    root: document.documentElement.localName,
    texts: [...document.querySelectorAll('text, title')].map(({ textContent }) => textContent),
    loads: [
      ...document.querySelectorAll('image, script, foreignObject, style, [href^="http"]'),
    ].map((element) => element.localName),
  }));
  await viewer.close();
  return seen;
}
