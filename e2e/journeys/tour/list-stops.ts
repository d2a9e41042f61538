import { expect } from '@playwright/test';
import { bookingInEveryWay, shipmentsOfOrders, weeklyGreetings } from '../../flows/for-the-tour.ts';
import type { Chapter } from './stop.ts';
import type { Tourist } from './tourist.ts';

/** The first page, and what is opened from it. */
export const listStops: Chapter = {
  title: 'the list of flows',
  stops: [
    {
      screen: 'first page, no flows yet',
      go: async ({ page }) => {
        await page.goto('/');
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      },
    },
    {
      screen: 'menu of the first page',
      go: async (on) => {
        await on.press('common.more');
        await expect(on.role('menuitem', 'help.words')).toBeVisible();
      },
    },
    {
      screen: 'what the words mean',
      go: async (on) => {
        await on.role('menuitem', 'help.words').click();
        await on.seeDialog();
      },
    },
    {
      screen: 'backup, nothing to back up',
      go: (on) => openFromMenu(on, 'workspace.backup-open'),
    },
    { screen: 'restore a backup', go: (on) => openFromMenu(on, 'workspace.restore-open') },
    {
      screen: 'a file that is no backup',
      go: async (on) => {
        await on.give('workspace.choose-file', 'some.backup.jsonl', 'x'.repeat(100));
        await expect(on.dialog().getByRole('alert')).toBeVisible();
      },
    },
    {
      screen: 'room in this browser',
      go: async (on) => {
        await openFromMenu(on, 'workspace.room-open');
        await expect(on.dialog().getByRole('table')).toBeVisible();
      },
    },
    { screen: 'look at a run file', go: (on) => openFromMenu(on, 'earlier.open-file') },
    {
      screen: 'a file that is no run',
      go: async (on) => {
        await on.give('flows.choose-file', 'some.run.json', '{"format":"footbridge.flow"}');
        await expect(on.dialog().getByRole('alert')).toBeVisible();
      },
    },
    {
      screen: 'import a flow',
      go: async (on) => {
        await on.close();
        await on.press('flows.import');
        await on.seeDialog();
      },
    },
    {
      screen: 'a flow of a newer version',
      go: async (on) => {
        await on.give(
          'flows.choose-file',
          'flow.json',
          '{"format":"footbridge.flow","formatVersion":99}',
        );
        await expect(on.dialog()).toContainText(on.say('flows.import-kept'));
      },
    },
    {
      screen: 'import review',
      go: async (on) => {
        await on.give('flows.import-other', 'flow.json', weeklyGreetings);
        await expect(on.button('flows.import-now', undefined, on.dialog())).toBeVisible();
      },
    },
    {
      screen: 'several flows',
      go: async (on) => {
        await importReviewed(on);
        for (const flow of [bookingInEveryWay, shipmentsOfOrders]) {
          await on.press('flows.import');
          await on.give('flows.choose-file', 'flow.json', flow);
          await importReviewed(on);
        }
        await on.press('flows.new-flow');
        await on.role('menuitem', 'flows.template-database').click();
        await backToList(on);
      },
    },
    {
      screen: 'menu of a flow',
      go: async (on) => {
        await on.press('flows.menu-of');
        await expect(on.role('menuitem', 'flows.rename')).toBeVisible();
      },
    },
    {
      screen: 'folder and tags',
      go: async (on) => {
        await on.role('menuitem', 'flows.filing').click();
        await on.seeDialog();
      },
    },
    {
      screen: 'flows in folders',
      go: async (on) => {
        await on.page.getByLabel(on.say('flows.folder-label'), { exact: true }).fill('Marketing');
        await on.role('textbox', 'flows.tags-label').fill('weekly, sales');
        await on.press('flows.filing-save');
        await expect(on.page.getByRole('dialog')).toHaveCount(0);
        await expect(on.page.getByText('Marketing').first()).toBeVisible();
      },
    },
    {
      screen: 'no flow is found',
      go: async (on) => {
        await on.page.getByRole('searchbox').fill('nothing like it');
        await expect(on.page.getByText('nothing like it')).toBeVisible();
      },
    },
    {
      screen: 'rename a flow',
      go: async (on) => {
        await on.page.getByRole('searchbox').fill('');
        await on.press('flows.menu-of');
        await on.role('menuitem', 'flows.rename').click();
        await on.seeDialog();
      },
    },
    {
      screen: 'new flow, with templates',
      go: async (on) => {
        await on.close();
        await on.press('flows.new-flow');
        await expect(on.role('menuitem', 'flows.template-newsletter')).toBeVisible();
      },
    },
    {
      screen: 'backup',
      go: async (on) => {
        await on.page.keyboard.press('Escape');
        await openFromMenu(on, 'workspace.backup-open');
        await expect(on.button('workspace.backup-now')).toBeEnabled();
      },
    },
    {
      screen: 'find, in the list',
      go: async (on) => {
        await on.close();
        await on.findSomething();
      },
    },
    {
      screen: 'all services',
      go: async (on) => {
        await on.close();
        await on.choose('common.more', 'catalogue.open');
        await expect(on.page.getByRole('link', { name: /HubSpot/ }).first()).toBeVisible();
      },
    },
    {
      screen: 'a service',
      go: async (on) => {
        await on.page
          .getByRole('link', { name: /HubSpot/ })
          .first()
          .click();
        await expect(on.page.getByRole('heading', { level: 1, name: 'HubSpot' })).toBeVisible();
      },
    },
  ],
};

async function openFromMenu(on: Tourist, item: Parameters<Tourist['say']>[0]): Promise<void> {
  await on.close();
  await on.choose('common.more', item);
  await on.seeDialog();
}

async function importReviewed(on: Tourist): Promise<void> {
  await on.press('flows.import-now', undefined, on.dialog());
  await expect(on.page.getByLabel(on.say('canvas.label'))).toBeVisible();
  await backToList(on);
}

async function backToList(on: Tourist): Promise<void> {
  await on.role('link', 'common.back-to-flows').click();
  await expect(on.page.getByRole('list', { name: on.say('flows.list-label') })).toBeVisible();
}
