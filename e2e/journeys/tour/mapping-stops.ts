import { expect } from '@playwright/test';
import type { Chapter } from './stop.ts';
import type { Tourist } from './tourist.ts';

const field = ({ page }: Tourist, name: string) =>
  page.getByRole('group', { name, exact: true }).first();

/** Where data is put into fields, in every way; of flows that are in the list. */
export const mappingStops: Chapter = {
  title: 'mapping',
  stops: [
    {
      screen: 'mapping beside the flow',
      go: async (on) => {
        await on.open('Order to booking');
        await on.openStep(2);
        await on.tab('mapping');
        await expect(on.page.getByLabel(/12[.,]99/).first()).toBeVisible();
      },
    },
    {
      screen: 'ways to fill a field',
      go: async (on) => {
        await on.button('fill.mode-button').first().click();
        await expect(on.role('menuitem', 'fill.mode-formula')).toBeVisible();
      },
    },
    {
      screen: 'menu of a pill',
      go: async (on) => {
        await on.page.keyboard.press('Escape');
        await field(on, 'Reference')
          .getByRole('button', { name: /^Customer/ })
          .click();
        await expect(on.role('menuitem', 'fill.pill-convert')).toBeVisible();
      },
    },
    {
      screen: 'ways to convert',
      go: async (on) => {
        await on.role('menuitem', 'fill.pill-convert').click();
        await expect(
          on.page
            .getByPlaceholder(on.say('fill.convert-search'))
            .or(on.page.getByLabel(on.say('fill.convert-search')))
            .first(),
        ).toBeVisible();
      },
    },
    {
      screen: 'mapping desk',
      go: async (on) => {
        await on.page.keyboard.press('Escape');
        await on.press('mapper.wide');
        await expect(on.role('button', 'mapper.wide-off')).toBeVisible();
      },
    },
    {
      screen: 'all mappings',
      go: async (on) => {
        await on.page.getByText(on.say('mapper.result-mappings'), { exact: true }).click();
      },
    },
    {
      screen: 'result as JSON',
      go: (on) =>
        on.page
          .getByRole('radiogroup', { name: on.say('mapper.result-view') })
          .getByText('JSON')
          .click(),
    },
    {
      screen: 'value table and formula',
      go: async (on) => {
        await field(on, 'Quantity').scrollIntoViewIfNeeded();
        await expect(field(on, 'State')).toBeVisible();
      },
    },
    {
      screen: 'functions of a formula',
      go: async (on) => {
        await on.press('fill.formula-functions', undefined, field(on, 'Quantity'));
        await expect(
          on.page.getByLabel(on.say('fill.formula-functions-search')).first(),
        ).toBeVisible();
      },
    },
    {
      screen: 'a formula that cannot be read',
      go: async (on) => {
        await on.page.keyboard.press('Escape');
        await on.role('textbox', 'fill.formula-of').fill('$pieces * (2');
        await expect(
          field(on, 'Quantity')
            .getByRole('alert')
            .or(field(on, 'Quantity').getByText(/\(/))
            .first(),
        ).toBeVisible();
      },
    },
    {
      screen: 'only if',
      go: async (on) => {
        await field(on, 'Letter').scrollIntoViewIfNeeded();
      },
    },
    {
      screen: 'data that is gone is replaced',
      go: async (on) => {
        await field(on, 'Contact').scrollIntoViewIfNeeded();
        await on.role('button', 'mapper.pill-broken').first().click();
        await on.role('menuitem', 'mapper.pill-replace').click();
        await expect(on.page.getByText(on.say('lists.replace-likely')).first()).toBeVisible();
      },
    },
    {
      screen: 'data is offered while typing',
      go: async (on) => {
        await on.page.keyboard.press('Escape');
        const reference = field(on, 'Reference').getByRole('textbox', { name: 'Reference' });
        await reference.focus();
        await on.page.keyboard.press('End');
        await on.page.keyboard.type(' /');
        await expect(on.page.getByRole('listbox')).toBeVisible();
      },
    },
    {
      screen: 'list in a list',
      go: async (on) => {
        await on.open('Orders to shipments');
        await on.openStep(2);
        await on.tab('mapping');
        await expect(on.button('lists.fold').first()).toBeVisible();
      },
    },
    {
      screen: 'match by name',
      go: async (on) => {
        await on.press('mapper.match-all');
        await expect(on.dialog().getByText(on.say('mapper.match-all-filled'))).toBeVisible();
      },
    },
  ],
};
