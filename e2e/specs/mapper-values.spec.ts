import type { Page } from '@playwright/test';
import { bindingAt, isBinding, type Binding } from '../../src/mapping/index.ts';
import { expect, expectAccessible, test, type App } from '../fixtures.ts';
import { shortest } from '../../src/shared/testing/shortest.ts';
import { onlyFlow } from '../browser-store.ts';
import { orderToBooking } from '../flows/order-to-booking.ts';
import { openKept } from '../journeys/kept-flow.ts';
import { Keyboard } from '../panels/keyboard.ts';
import { MapperField } from '../panels/mapper-field.ts';

const ref = (name: string): Binding => ({ kind: 'ref', from: 'order', path: [name] });
const words = (value: string): Binding => ({ kind: 'literal', value });

test('data is offered at the caret, and a pill is walked over and deleted like a character', async ({
  app,
}) => {
  const { page } = app;
  await openBooking(app);
  const field = new MapperField(page, 'Reference');
  const keys = new Keyboard(page);
  await field.box().click();
  await keys.type('Order /num');
  await expect(page.getByRole('option', { name: /^Order number, Shop/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await keys.press('Enter');
  await keys.type(' of @cust');
  await page.getByRole('option', { name: /^Customer, Shop/ }).click();
  await keys.type('!');
  await expect(field.result()).toHaveText('→ Order A-0042 of Ada Lovelace!');
  await field.expectMode('Text with fields');
  await expectFilled(page, 'reference', {
    kind: 'text',
    parts: ['Order ', ref('number'), ' of ', ref('customer'), '!'],
  });

  await keys.press('ArrowLeft');
  await keys.press('ArrowLeft');
  await expect(field.pill(/^Customer from Shop/)).toBeFocused();
  await keys.press('Backspace');
  await expect(field.pill(/^Customer from Shop/)).toBeHidden();
  await keys.type('you');
  await expect(field.result()).toHaveText('→ Order A-0042 of you!');
  await expectFilled(page, 'reference', {
    kind: 'text',
    parts: ['Order ', ref('number'), ' of you!'],
  });

  await keys.press('Control+z');
  await keys.press('Control+z');
  await expect(field.result()).toHaveText('→ Order A-0042 of Ada Lovelace!');
});

test('the address of a web page can be typed, and Escape closes what is offered', async ({
  app,
}) => {
  const { page } = app;
  await openBooking(app);
  const field = new MapperField(page, 'Reference');
  await field.box().click();
  await page.keyboard.type('see https://example.com/order');
  await page.keyboard.press('Enter');
  await expectFilled(page, 'reference', words('see https://example.com/order'));
  await page.keyboard.type(' @');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expectFilled(page, 'reference', words('see https://example.com/order @'));
});

test('a price with a decimal comma becomes a number', async ({ app }) => {
  const amount: Binding = {
    kind: 'convert',
    of: ref('price'),
    with: [{ name: 'to-number', decimal: ',' }],
  };

  await test.step('by mouse: the fix is one click', async () => {
    const { page, mapper } = app;
    await openBooking(app);
    const field = new MapperField(page, 'Amount');
    await field.box().click();
    await mapper.data(/^Price, /).click();
    await expect(field.whole()).toContainText('“Amount” needs a number, and “Price” is a text.');
    await field.whole().getByRole('button', { name: 'Turn into a number (12,50)' }).click();
    await expect(field.result()).toHaveText('→ 12,99');
    await expect(field.pill(/^Change “as number”/)).toBeVisible();
    await expectFilled(page, 'amount', amount);
  });

  await test.step('by keyboard: from the menu of the pill, each way with what it makes', async () => {
    const { page } = app;
    await openBooking(app);
    const field = new MapperField(page, 'Amount');
    const keys = new Keyboard(page);
    await field.box().focus();
    await field.chooseByKeys(keys, 'From an earlier step');
    await expect(field.dataSearch()).toBeFocused();
    await field.pickByKeys(keys, 'Price');
    await keys.walk('Tab', field.pill(/^Price from Shop/));
    await keys.press('Enter');
    await keys.walk('ArrowDown', page.getByRole('menuitem', { name: 'Format or convert…' }));
    await keys.press('Enter');
    await keys.go(page.getByRole('button', { name: 'Turn into a number (12,50) 12,99' }));
    await expect(field.result()).toHaveText('→ 12,99');
    await expectFilled(page, 'amount', amount);
  });

  await test.step('typed as somebody writes it, and kept when it is no number', async () => {
    const { page } = app;
    await openBooking(app);
    const field = new MapperField(page, 'Amount');
    await field.box().fill('1.234,56');
    await expectFilled(page, 'amount', { kind: 'literal', value: 1234.56 });
    await page.keyboard.press('Tab');
    await expect(field.box()).toHaveValue('1234,56');

    await field.box().fill('about 12');
    await expectFilled(page, 'amount', words('about 12'));
    await expect(field.whole()).not.toContainText('has to be a number');
    await page.keyboard.press('Tab');
    await expect(field.whole()).toContainText('has to be a number');
    await expect(field.box()).toHaveValue('about 12');

    const quantity = new MapperField(page, 'Quantity');
    await quantity.box().fill('12345678901234567890');
    await expectFilled(page, 'quantity', { kind: 'literal', value: 12345678901234567890n });
  });
});

test('a value table', async ({ app }) => {
  const stateTable: Binding = {
    kind: 'table',
    on: ref('status'),
    rows: [
      { equals: 'new', then: words('open') },
      { equals: 'paid', then: words('done') },
      { equals: 'sent', then: words('done') },
    ],
  };

  await test.step('by mouse: the values are offered, the row of the sample is marked', async () => {
    const { page } = app;
    await openBooking(app);
    const field = new MapperField(page, 'State');
    await field.choose('Value table');
    await field.dataSearch('Look at').click();
    await page.getByRole('option', { name: /^Status, Shop/ }).click();
    await field.whole().getByRole('button', { name: 'Add the 3 missing values' }).click();
    await field.part('Row 1: use').selectOption('Open');
    await field.part('Row 2: use').selectOption('Done');
    await field.part('Row 3: use').selectOption('Done');
    await expect(field.row(2)).toContainText('Current sample');
    await expect(field.result()).toHaveText('→ done');
    await expect(field.whole()).not.toContainText('it is needed');
    await expectFilled(page, 'state', stateTable);
  });

  await test.step('by keyboard', async () => {
    const { page } = app;
    await openBooking(app);
    const field = new MapperField(page, 'State');
    const keys = new Keyboard(page);
    await field.whole().getByRole('combobox', { name: 'State' }).focus();
    await field.chooseByKeys(keys, 'Value table');
    await expect(field.dataSearch('Look at')).toBeFocused();
    await field.pickByKeys(keys, 'Status');
    await keys.go(field.whole().getByRole('button', { name: 'Add the 3 missing values' }));
    // Open, Done, Done. Letters that come a second apart are words of their own to the browser: one has to do.
    for (const [row, letter] of ['O', 'D', 'D'].entries()) {
      await keys.walk(row === 0 ? 'Shift+Tab' : 'Tab', field.part(`Row ${row + 1}: use`));
      await keys.type(letter);
    }
    await expect(field.result()).toHaveText('→ done');
    await expectFilled(page, 'state', stateTable);
  });

  await test.step('is pasted from a spreadsheet', async () => {
    const { page } = app;
    await openBooking(app, { reference: { kind: 'table', on: ref('number'), rows: [] } });
    const field = new MapperField(page, 'Reference');
    await field.whole().getByRole('button', { name: 'Paste rows' }).click();
    await field.part('Rows to paste').fill('A-0042\tforty-two\nA-0043\t007');
    await field.whole().getByRole('button', { name: 'Add 2 rows' }).click();
    await expect(field.result()).toHaveText('→ forty-two');
    await expectFilled(page, 'reference', {
      kind: 'table',
      on: ref('number'),
      rows: [
        { equals: 'A-0042', then: words('forty-two') },
        { equals: 'A-0043', then: words('007') },
      ],
    });
  });
});

test('only if', async ({ app }) => {
  await test.step('by mouse: cases, groups in groups, and what holds now', async () => {
    const { page } = app;
    await openBooking(app);
    const field = new MapperField(page, 'Reference');
    await field.box().click();
    await page.keyboard.type('Normal');
    await field.choose('Only if …');
    const one = field.case(1);
    await one.getByRole('combobox', { name: 'Data for What to look at' }).click();
    await page.getByRole('option', { name: /^Total, Shop/ }).click();
    await one.getByLabel('How to compare').selectOption('is at least');
    await one.getByLabel('Compare with', { exact: true }).fill('100');
    await expect(one).toContainText('holds now');
    await expect(field.result()).toHaveText('→ Normal');

    await one.getByRole('button', { name: 'Add a group' }).click();
    const group = one.getByRole('group', { name: 'Group 2' });
    await group.getByRole('combobox', { name: 'Data for What to look at' }).click();
    await page.getByRole('option', { name: /^Paid, Shop/ }).click();
    await group.getByLabel('How to compare').selectOption('is no');
    await expect(group).toContainText('does not hold now');
    await field.part('Otherwise').fill('Small');
    await expect(field.result()).toHaveText('→ Small');
    await expectFilled(page, 'reference', {
      kind: 'when',
      branches: [
        {
          if: {
            all: [
              {
                left: ref('total'),
                is: 'greater-or-equal',
                right: { kind: 'literal', value: 100 },
              },
              { any: [{ left: ref('paid'), is: 'is-no' }] },
            ],
          },
          then: words('Normal'),
        },
      ],
      otherwise: words('Small'),
    });
  });

  await test.step('by keyboard, with a second case that is moved to the front', async () => {
    const { page } = app;
    await openBooking(app);
    const field = new MapperField(page, 'Reference');
    const keys = new Keyboard(page);
    await field.box().focus();
    await field.chooseByKeys(keys, 'Only if …');
    await field.pickByKeys(keys, 'Customer');
    await keys.walk('Tab', field.part('Compare with'));
    await keys.type('Nobody');
    await keys.walk('Tab', field.part('Case 1: use'));
    await keys.type('none');
    await keys.go(field.whole().getByRole('button', { name: 'Add a case' }));
    await keys.walk('Shift+Tab', field.case(2).getByRole('combobox', { name: /^Data for/ }));
    await field.pickByKeys(keys, 'Paid');
    await keys.walk('Tab', field.part('Case 2: use'));
    await keys.type('paid');
    await expect(field.result()).toHaveText('→ paid');
    await keys.walk('Shift+Tab', field.part('Move case 2 up'));
    await keys.press('Enter');
    await expectFilled(page, 'reference', {
      kind: 'when',
      branches: [
        { if: { all: [{ left: ref('paid'), is: 'is-yes' }] }, then: words('paid') },
        {
          if: { all: [{ left: ref('customer'), is: 'equals', right: words('Nobody') }] },
          then: words('none'),
        },
      ],
    });
  });
});

test('a formula', async ({ app }) => {
  const gross: Binding = {
    kind: 'formula',
    lang: 'jsonata',
    text: '$round($total * 1.19, 2)',
    refs: { total: { kind: 'ref', from: 'order', path: ['total'] } },
    result: 'single',
  };

  await test.step('by keyboard: names and functions are offered, a mistake is told with its place', async () => {
    const { page } = app;
    await openBooking(app);
    const field = new MapperField(page, 'Amount');
    const keys = new Keyboard(page);
    await field.box().focus();
    await field.chooseByKeys(keys, 'Formula');
    const text = field.part('Formula of Amount');
    await expect(text).toBeFocused();
    await keys.type('$roun');
    const offered = page.getByRole('listbox').getByRole('option').first();
    await expect(offered).toContainText('$round(number, digits?)');
    await expectAccessible(page);
    await keys.press('Enter');
    await expect(text).toHaveValue('$round()');
    await keys.type('tota');
    await expect(offered).toContainText('Total');
    await keys.press('Enter');
    await expect(field.pill(/^Total from Shop/)).toBeVisible();
    await keys.type(' * 1.19 +, 2)');
    await expect(text).toHaveValue('$round($total * 1.19 +, 2)');
    await expect(field.whole()).toContainText('“,” cannot be here (character 23)');
    await expect(text).toHaveAttribute('aria-invalid', 'true');

    await keys.go(field.whole().getByRole('button', { name: 'Show the place' }));
    await expect(text).toBeFocused();
    await keys.press('ArrowLeft');
    await keys.press('Backspace');
    await keys.press('Backspace');
    await expect(text).toHaveValue('$round($total * 1.19, 2)');
    await expect(field.result()).toHaveText('→ 154,1');
    await expectFilled(page, 'amount', gross);
  });

  await test.step('by mouse: data and functions are picked from their lists', async () => {
    const { page, mapper } = app;
    await openBooking(app);
    const field = new MapperField(page, 'Amount');
    await field.choose('Formula');
    await field.whole().getByRole('button', { name: 'Functions' }).click();
    await field.part('Search functions').fill('rounded');
    const list = field.part('Functions').last();
    await expect(list).toContainText('$round(2.345, 2) → 2.34');
    await list.getByRole('button', { name: /^\$round/ }).click();
    await mapper.data(/^Total, /).click();
    const text = field.part('Formula of Amount');
    await expect(text).toHaveValue('$round($total)');
    await text.press('ArrowLeft');
    await text.press('End');
    await text.press('ArrowLeft');
    await page.keyboard.type(' * 1.19, 2');
    await expect(field.result()).toHaveText('→ 154,1');
    await expectFilled(page, 'amount', gross);
    await field.choose('Fixed value');
    await field.agree();
    await expect(field.box()).toHaveValue('');
    await field.choose('Formula');
    await expectFilled(page, 'amount', gross);
  });
});

test('a change of mode asks before the flow loses something, and loses nothing', async ({
  app,
}) => {
  const { page, canvas } = app;
  const letter: Binding = {
    kind: 'text',
    parts: ['Dear ', ref('customer'), ',\n\nthank you for order ', ref('number'), '.'],
  };
  await openBooking(app, { letter });
  const field = new MapperField(page, 'Letter');
  await field.choose('Fixed value');
  await expect(field.whole().getByRole('alert')).toContainText('the text with its fields');
  await expectFilled(page, 'letter', letter);
  await expectAccessible(page);
  await field.agree();
  await expectFilled(page, 'letter', undefined);

  await field.choose('Leave out');
  await expect(field.whole()).toContainText('nothing is sent');
  await field.choose('Only if …');
  await field.choose('Value table');
  await field.choose('Text with fields');
  await expectFilled(page, 'letter', letter);
  await expect(field.pill(/^Customer from Shop/)).toBeVisible();

  await canvas.undo();
  await canvas.redo();
  await expectFilled(page, 'letter', letter);
});

test('a reload in the middle of typing loses no more than the last second', async ({ app }) => {
  const { page } = app;
  const lost = async () => {
    await openBooking(app);
    await new MapperField(page, 'Reference').box().click();
    // Never a pause: nothing waits for one.
    const typed = 'typed without ever stopping to think '.repeat(3);
    const typedAt: number[] = [];
    for (const [at, letter] of [...typed].entries()) {
      await page.keyboard.type(letter);
      typedAt.push(Date.now());
      if (at % 12 === 0) await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
    }
    const left = Date.now();
    await page.reload();
    await expect(page.getByLabel('Canvas of the flow')).toBeVisible();
    const kept = filledBy(await onlyFlow(page), 'reference');
    const text = kept?.kind === 'literal' ? String(kept.value) : '';
    expect(typed.startsWith(text)).toBe(true);
    return left - (typedAt[text.length] ?? left);
  };
  expect(await shortest(1_001, lost)).toBeLessThanOrEqual(1_000);
});

async function openBooking(app: App, props?: Readonly<Record<string, Binding>>): Promise<void> {
  const { page, canvas, step } = app;
  await openKept(app, orderToBooking(props));
  await canvas.step(2, 'Booking').click();
  await step.open('Mapping');
  const more = page.getByRole('button', { name: /more fields$/ });
  await expect(page.getByRole('region', { name: /^What .* needs$/ })).toBeVisible();
  if (await more.isVisible()) await more.click();
}

function filledBy(flow: Awaited<ReturnType<typeof onlyFlow>>, field: string): Binding | undefined {
  const content = flow.steps.find(({ id }) => id === 'booking')?.slots['input'];
  return content !== undefined && isBinding(content) ? bindingAt(content, [field]) : undefined;
}

/** What the saved document says of a field of the booking. */
async function expectFilled(
  page: Page,
  field: string,
  binding: Binding | undefined,
): Promise<void> {
  await expect.poll(async () => filledBy(await onlyFlow(page), field)).toEqual(binding);
}
