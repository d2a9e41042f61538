import type { Locator, Page } from '@playwright/test';
import { bindingAt, isBinding, type Binding } from '../../src/mapping/index.ts';
import type { JsonPath } from '../../src/shared/index.ts';
import { onlyFlow } from '../browser-store.ts';
import { expect, expectAccessible, test, type App } from '../fixtures.ts';
import { ordersToShipments } from '../flows/orders-to-shipments.ts';
import { openKept } from '../journeys/kept-flow.ts';
import { Keyboard } from '../panels/keyboard.ts';
import { MapperField } from '../panels/mapper-field.ts';

const ref = (from: string, ...path: string[]): Binding => ({ kind: 'ref', from, path });

/** Each order a shipment, each of its lines a parcel; the names in `from` are the page's own. */
const nested = {
  kind: 'list',
  parts: [
    {
      forEach: ref('day', 'orders'),
      name: 'orders',
      item: {
        kind: 'object',
        props: {
          number: ref('item:orders', 'number'),
          parcels: {
            kind: 'list',
            parts: [
              {
                forEach: ref('item:orders', 'lines'),
                name: 'lines',
                item: {
                  kind: 'object',
                  props: {
                    article: ref('item:lines', 'article'),
                    pieces: ref('item:lines', 'pieces'),
                  },
                },
              },
            ],
          },
        },
      },
    },
  ],
};

test('a list in a list is mapped, and nobody types an index', async ({ app }) => {
  await test.step('by mouse', async () => {
    const { page, mapper, canvas } = app;
    await openDispatch(app);
    await mapper.drop(/^Orders, /, 'Shipments');
    const orders = card(app, /^For each entry of Orders/);
    await orders.getByRole('button', { name: 'Match fields inside' }).click();
    await mapper.useMatches();
    await orders.getByRole('button', { name: 'Parcels: For each entry of a list' }).click();
    await page.getByRole('option', { name: /^Lines Orders/ }).click();
    await card(app, /^For each entry of Lines/)
      .getByRole('button', { name: 'Match fields inside' })
      .click();
    await mapper.useMatches();
    await expectFilled(page, ['shipments'], nested);

    const lines = card(app, /^For each entry of Lines/);
    await expect(lines.getByLabel('Result: Tea')).toBeVisible();
    await lines.getByRole('button', { name: 'Next entry of Lines' }).click();
    await expect(lines.getByLabel('Result: Cup')).toBeVisible();
    await orders.getByRole('button', { name: 'Next entry of Orders' }).click();
    await expect(lines.getByLabel('Result: Pen')).toBeVisible();

    await canvas.undo();
    await expect(lines.getByLabel('Result: Pen')).toBeHidden();
  });

  await test.step('by keyboard alone', async () => {
    const { page, mapper, step } = app;
    await openDispatch(app);
    const keys = new Keyboard(page);
    await step.tab('Mapping').focus();
    await chooseList(keys, page, 'Shipments', /^Orders Shop/);
    const orders = card(app, /^For each entry of Orders/);
    await keys.go(orders.getByRole('button', { name: 'Match fields inside' }).first());
    await keys.go(mapper.matches().getByRole('button', { name: /^Use \d+ match/ }));
    await expect(mapper.matches()).toBeHidden();
    await chooseList(keys, page, 'Parcels', /^Lines Orders/);
    const lines = card(app, /^For each entry of Lines/);
    await keys.go(lines.getByRole('button', { name: 'Match fields inside' }));
    await keys.go(mapper.matches().getByRole('button', { name: /^Use \d+ match/ }));
    await expectFilled(page, ['shipments'], nested);

    // A rule takes the place of its button, and gives it back: so does the focus.
    const press = (name: string) => lines.getByRole('button', { name, exact: true });
    for (const [adds, first, removes] of [
      ['Sort', lines.getByLabel('Sort by'), 'Leave the order as it is'],
      [
        'First …',
        lines.getByRole('textbox', { name: 'Only the first' }),
        'Take as many as there are',
      ],
      ['Only where …', press('Add a condition'), 'Take every entry'],
    ] as const) {
      await keys.go(press(adds));
      await expect(first).toBeFocused();
      await keys.go(press(removes));
      await expect(press(adds)).toBeFocused();
    }
    await expectFilled(page, ['shipments'], nested);
  });
});

test('a list dropped on a single field asks what is meant, with what each answer gives', async ({
  app,
}) => {
  const asked = '“Labels” has several entries, and “Note” takes one value. Which one?';
  const joined: Binding = {
    kind: 'convert',
    of: { kind: 'ref', from: 'day', path: ['labels'] },
    with: [{ name: 'join', by: ', ' }],
  };

  await test.step('by mouse', async () => {
    const { page, mapper } = app;
    await openDispatch(app);
    await mapper.drop(/^Labels, /, 'Note');
    const question = mapper.question(asked);
    for (const answer of [
      'First entry now: north',
      'Last entry now: express',
      'All, joined by a comma now: north, fragile, express',
      'How many there are now: 3',
    ])
      await expect(question.getByRole('button', { name: answer, exact: true })).toBeEnabled();
    await expect(
      question.getByRole('button', { name: /^Repeat: one entry for each/ }),
    ).toBeDisabled();
    await expectAccessible(page);
    await question.getByRole('button', { name: /^All, joined/ }).click();
    await expect(new MapperField(page, 'Note').result()).toHaveText('→ north, fragile, express');
    await expectFilled(page, ['note'], joined);
  });

  await test.step('by keyboard alone, and Escape takes nothing', async () => {
    const { page, mapper } = app;
    await openDispatch(app);
    const keys = new Keyboard(page);
    const note = new MapperField(page, 'Note');
    await note.box().focus();
    await note.chooseByKeys(keys, 'From an earlier step');
    await expect(note.dataSearch()).toBeFocused();
    await note.pickByKeys(keys, 'Labels');
    await expect(mapper.question(asked)).toBeVisible();
    await keys.press('Escape');
    await expect(mapper.question(asked)).toBeHidden();
    await expectFilled(page, ['note'], undefined);

    await expect(note.dataSearch()).toBeFocused();
    await keys.press('ArrowDown');
    await expect(page.getByRole('option', { selected: true })).toContainText('Labels');
    await keys.press('Enter');
    await keys.walk(
      'ArrowDown',
      mapper.question(asked).getByRole('button', { name: /^Last entry/ }),
    );
    await keys.press('Enter');
    await expect(note.result()).toHaveText('→ express');
    await expect(note.box()).toBeFocused();
    await expectFilled(page, ['note'], {
      kind: 'ref',
      from: 'day',
      path: ['labels', { last: true }],
    });
  });

  await test.step('repeating makes the list around the field go through it', async () => {
    const { page, mapper } = app;
    await openDispatch(app);
    const shipments = new MapperField(page, 'Shipments');
    await shipments.whole().getByRole('button', { name: 'Shipments: Add a fixed entry' }).click();
    await mapper.drop(/^Labels, /, 'Number');
    await mapper
      .question(/^“Labels” has several entries, and “Number”/)
      .getByRole('button', { name: /^Repeat: one entry for each of “Labels”/ })
      .click();
    await expect(card(app, /^For each entry of Labels/)).toBeVisible();
    await expectFilled(page, ['shipments'], {
      kind: 'list',
      parts: [
        {
          forEach: ref('day', 'labels'),
          name: 'labels',
          item: { kind: 'object', props: { number: ref('item:labels') } },
        },
      ],
    });
  });
});

test('data that has gone is replaced', async ({ app }) => {
  const courier = ref('day', 'courier');
  const broken = {
    driver: ref('day', 'driver'),
    van: { kind: 'text', parts: ['Van of ', ref('day', 'driver')] },
  } as const;

  await test.step('by mouse: in all places at once, as one step back', async () => {
    const { page, canvas } = app;
    await openDispatch(app, broken);
    const driver = new MapperField(page, 'Driver');
    await expect(driver.whole()).toContainText('which “Shop” does not have');
    await driver.pill(/^Driver: no longer there/).click();
    await page.getByRole('menuitem', { name: 'Replace…' }).click();
    await expect(page.getByRole('checkbox', { name: 'In all 2 places that use it' })).toBeChecked();
    await expectAccessible(page);
    await page.getByRole('option', { name: /^Courier/ }).click();
    await expect(driver.result()).toHaveText('→ Blue Van');
    await expect(new MapperField(page, 'Van').result()).toHaveText('→ Van of Blue Van');
    await expectFilled(page, ['driver'], courier);
    await expectFilled(page, ['van'], { kind: 'text', parts: ['Van of ', courier] });
    await canvas.undo();
    await expectFilled(page, ['driver'], broken.driver);
    await expectFilled(page, ['van'], broken.van);
  });

  await test.step('by keyboard alone: here only', async () => {
    const { page, step } = app;
    await openDispatch(app, broken);
    const keys = new Keyboard(page);
    await step.tab('Mapping').focus();
    const driver = new MapperField(page, 'Driver');
    await keys.walk('Tab', driver.pill(/^Driver: no longer there/));
    await keys.press('Enter');
    await keys.walk('ArrowDown', page.getByRole('menuitem', { name: 'Replace…' }));
    await keys.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Replace “Driver” with' })).toBeFocused();
    const everywhere = page.getByRole('checkbox', { name: 'In all 2 places that use it' });
    await keys.walk('Tab', everywhere);
    await keys.press('Space');
    await expect(everywhere).not.toBeChecked();
    await keys.walk('Shift+Tab', page.getByRole('combobox', { name: 'Replace “Driver” with' }));
    await keys.type('cour');
    await expect(page.getByRole('option', { selected: true })).toContainText('Courier');
    await keys.press('Enter');
    await expectFilled(page, ['driver'], courier);
    await expectFilled(page, ['van'], broken.van);
  });
});

test('a group that may be one of several kinds asks which, and keeps what another kind held', async ({
  app,
}) => {
  const company = (name: string, vat: string): Binding => ({
    kind: 'object',
    variant: 1,
    props: {
      kind: { kind: 'literal', value: 'company' },
      name: { kind: 'literal', value: name },
      vat: { kind: 'literal', value: vat },
    },
  });

  await test.step('by mouse', async () => {
    const { page } = app;
    await openDispatch(app);
    await page.getByRole('button', { name: 'Show the fields of Payer' }).click();
    const payer = new MapperField(page, 'Payer').whole();
    await payer.getByRole('radio', { name: 'Company' }).check();
    await payer.getByRole('textbox', { name: 'Full name' }).fill('Engines Ltd');
    await payer.getByRole('textbox', { name: 'VAT number' }).fill('GB 1');
    await expectFilled(page, ['payer'], company('Engines Ltd', 'GB 1'));
    await payer.getByRole('radio', { name: 'Person' }).check();
    await expect(payer.getByRole('textbox', { name: 'VAT number' })).toBeHidden();
    await expectFilled(page, ['payer'], {
      kind: 'object',
      variant: 0,
      props: {
        kind: { kind: 'literal', value: 'person' },
        name: { kind: 'literal', value: 'Engines Ltd' },
      },
    });
    await payer.getByRole('radio', { name: 'Company' }).check();
    await expectFilled(page, ['payer'], company('Engines Ltd', 'GB 1'));
    await expectAccessible(page);
  });

  await test.step('by keyboard alone', async () => {
    const { page, step } = app;
    await openDispatch(app);
    const keys = new Keyboard(page);
    await step.tab('Mapping').focus();
    await keys.go(page.getByRole('button', { name: 'Show the fields of Payer' }));
    const payer = new MapperField(page, 'Payer').whole();
    await keys.walk('Tab', payer.getByRole('radio', { name: 'Person' }));
    await keys.press('ArrowDown');
    await keys.walk('Tab', payer.getByRole('textbox', { name: 'Full name' }));
    await keys.type('Engines Ltd');
    await keys.walk('Tab', payer.getByRole('textbox', { name: 'VAT number' }));
    await keys.type('GB 1');
    await keys.press('Tab');
    await expectFilled(page, ['payer'], company('Engines Ltd', 'GB 1'));
  });
});

async function openDispatch(app: App, props?: Readonly<Record<string, Binding>>): Promise<void> {
  const { canvas, step, mapper } = app;
  await openKept(app, ordersToShipments(props));
  await canvas.step(2, 'Dispatch').click();
  await step.open('Mapping');
  await expect(mapper.field('Shipments')).toBeVisible();
}

function card({ mapper }: App, name: RegExp): Locator {
  return mapper.fields().getByRole('group', { name });
}

/** "For each entry of a list", then down the lists to the one that is meant. */
async function chooseList(keys: Keyboard, page: Page, field: string, list: RegExp): Promise<void> {
  await keys.go(page.getByRole('button', { name: `${field}: For each entry of a list` }));
  await expect(page.getByRole('combobox', { name: 'Choose a list' })).toBeFocused();
  const option = page.getByRole('option', { name: list });
  const chosen = page.getByRole('option', { selected: true });
  for (let at = 0; at < 10; at++) {
    if ((await option.getAttribute('aria-selected')) === 'true') break;
    const before = (await chosen.textContent()) ?? '';
    await keys.press('ArrowDown');
    await expect(chosen).not.toHaveText(before);
  }
  await keys.press('Enter');
}

/** What the saved document says of a place of the dispatch. */
async function expectFilled(page: Page, path: JsonPath, binding: unknown): Promise<void> {
  await expect
    .poll(async () => {
      const flow = await onlyFlow(page);
      const content = flow.steps.find(({ id }) => id === 'dispatch')?.slots['input'];
      return content !== undefined && isBinding(content) ? bindingAt(content, path) : undefined;
    })
    .toEqual(binding);
}
