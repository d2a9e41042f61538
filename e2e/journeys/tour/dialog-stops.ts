import { expect } from '@playwright/test';
import { weeklyGreetings } from '../../flows/for-the-tour.ts';
import type { Chapter } from './stop.ts';

/** What is opened over a flow. */
export const dialogStops: Chapter = {
  title: 'over a flow',
  stops: [
    {
      screen: 'problems',
      go: async (on) => {
        await on.keep(weeklyGreetings);
        await on.press('problems.button', undefined, on.page.getByRole('banner'));
        await on.seeDialog();
      },
    },
    {
      screen: 'the flow in words',
      go: async (on) => {
        await on.close();
        await on.choose('common.more', 'reading.open');
        await expect(on.role('list', 'reading.list')).toBeVisible();
      },
    },
    {
      screen: 'on paper',
      isPaper: true,
      go: async ({ page }) => {
        await page.emulateMedia({ media: 'print' });
        await expect(page.getByRole('article').getByRole('img')).toBeVisible();
      },
    },
    {
      screen: 'picture',
      go: async (on) => {
        await on.page.emulateMedia({ media: 'screen' });
        await on.close();
        await on.choose('common.more', 'picture.open');
        await expect(on.dialog().locator('img')).toBeVisible();
      },
    },
    {
      screen: 'limits of a run, with one that cannot be',
      go: async (on) => {
        await on.close();
        await on.choose('common.more', 'limits.open');
        await on.dialog().getByLabel(on.say('limits.callsAtOnce')).fill('0');
        await on.dialog().getByLabel(on.say('limits.waitSeconds')).focus();
        await expect(
          on.dialog().getByText(on.say('limits.impossible', { most: 64 })),
        ).toBeVisible();
      },
    },
    {
      screen: 'export',
      go: async (on) => {
        await on.close();
        await on.choose('common.more', 'common.export');
        await expect(on.button('flows.export-now', undefined, on.dialog())).toBeVisible();
      },
    },
    {
      screen: 'history, nothing changed yet',
      go: async (on) => {
        await on.close();
        await on.choose('common.more', 'versions.open');
        await expect(on.role('listbox', 'versions.list')).toBeVisible();
      },
    },
    {
      screen: 'history, a version compared',
      go: async (on) => {
        await on.close();
        await on.openStep(1);
        await on.tab('operation');
        await on
          .panel()
          .getByRole('radio', { name: on.say('inspector.start-poll') })
          .check();
        await on.openStep(5);
        await on.step(5).focus();
        await on.page.keyboard.press('Delete');
        await on.choose('common.more', 'versions.open');
        await on.role('textbox', 'versions.name').fill('Before the holidays');
        await on.press('versions.keep', {}, on.dialog());
        await on.role('listbox', 'versions.list').getByRole('option').last().click();
        await expect(on.role('list', 'versions.differences')).toBeVisible();
      },
    },
    {
      screen: 'keys',
      go: async (on) => {
        await on.close();
        await on.choose('help.title', 'shortcuts.open');
        await on.seeDialog();
      },
    },
    {
      screen: 'no key is found',
      go: async (on) => {
        await on
          .dialog()
          .getByRole('searchbox')
          .or(on.dialog().getByRole('textbox'))
          .fill('nothing like it');
      },
    },
    {
      screen: 'find anything',
      go: async (on) => {
        await on.close();
        await on.findSomething();
      },
    },
    {
      screen: 'nothing is found',
      go: async (on) => {
        await on.dialog().getByRole('combobox').fill('nothing like it');
        await expect(on.dialog().getByRole('option')).toHaveCount(0);
      },
    },
    {
      screen: 'no tests yet',
      go: async (on) => {
        await on.close();
        await on.choose('common.test-menu', 'tests.open');
        await on.seeDialog();
      },
    },
  ],
};
