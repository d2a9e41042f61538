import { expect, expectAccessible, test } from '../fixtures.ts';
import { aFlow, aStep, brings } from '../flows/a-flow.ts';
import { openKept } from '../journeys/kept-flow.ts';

const rows = 100_000;
const entry = {
  type: 'object',
  properties: {
    number: { type: 'integer', title: 'Number' },
    name: { type: 'string', title: 'Full name' },
    city: { type: 'string', title: 'City' },
  },
} as const;

/** A call brings a whole list as one message. */
const listFlow = aFlow(
  'A long list',
  [aStep('in', 'Shop', 'webhook/receive', brings({ type: 'array', items: entry }))],
  { start: { kind: 'webhook' } },
);

test('a result of 100,000 rows is scrolled, searched and saved', async ({ app }) => {
  const { page, canvas, step, run } = app;
  await openKept(app, listFlow);
  await canvas.step(1, 'Shop').click();
  await step.open('Test');
  await step.whole().getByRole('button', { name: 'Wait for a call' }).click();
  const address = run.whole().getByText(/^http:.+hooks/);
  await expect(address).toBeVisible();
  const list = Array.from({ length: rows }, (_, at) => ({
    number: at,
    name: `Person ${at}`,
    city: at === 77_776 ? 'Görlitz' : 'Rome',
  }));
  const answer = await fetch(await address.innerText(), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(list),
  });
  expect(answer.status).toBe(202);

  const output = run.whole().getByRole('region', { name: 'Output' });
  const table = output.getByRole('table', { name: 'Output' });
  await expect(table).toHaveAttribute('aria-rowcount', String(rows + 1));
  await expect(table.getByRole('columnheader', { name: 'Full name' })).toBeVisible();
  await expect(table.getByRole('cell', { name: 'Person 0', exact: true })).toBeVisible();
  expect(await table.getByRole('row').count()).toBeLessThan(60);

  await table.focus();
  await page.keyboard.press('End');
  await expect(table.getByRole('cell', { name: `Person ${rows - 1}`, exact: true })).toBeVisible();

  await output.getByRole('button', { name: 'Search: Output' }).click();
  await expect(output.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('görlitz');
  await expect(output.getByRole('status')).toHaveText('1 found');
  await expect(table.getByRole('rowheader', { name: '77777' })).toBeVisible();
  await expect(table.getByRole('cell', { name: 'Person 77776', exact: true })).toBeVisible();
  await expectAccessible(page);

  const saving = page.waitForEvent('download');
  await output.getByRole('button', { name: 'Save as a file: Output' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('Output.csv');
  const chunks: Buffer[] = [];
  for await (const chunk of await saved.createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString('utf8')).toBe(
    '\uFEFFNumber,Full name,City\r\n77776,Person 77776,Görlitz\r\n',
  );

  await output.getByRole('searchbox').focus();
  await page.keyboard.press('Escape');
  await expect(table).toHaveAttribute('aria-rowcount', String(rows + 1));
  await expect(output.getByRole('button', { name: 'Search: Output' })).toBeFocused();
});
