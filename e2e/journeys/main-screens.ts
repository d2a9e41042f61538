import { expect } from '@playwright/test';
import { customersToNewsletter, weeklyGreetings } from '../flows/for-the-tour.ts';
import type { Stop } from './tour/stop.ts';
import type { Tourist } from './tour/tourist.ts';

/** A screen that people are at for long. On a phone a step and a run are tabs of their own. */
export interface MainScreen extends Stop {
  readonly tab?: 'flow' | 'step' | 'run';
}

/** Where people are most of the time, in an order in which each is near to the one before. */
export const mainScreens: readonly MainScreen[] = [
  {
    screen: 'first page',
    go: async (on) => {
      await on.page.goto('/');
      await expect(on.button('flows.from-nothing')).toBeVisible();
    },
  },
  {
    screen: 'import review',
    go: async (on) => {
      await on.press('flows.import');
      await on.give('flows.choose-file', 'flow.json', weeklyGreetings);
      await expect(on.button('flows.import-now', undefined, on.dialog())).toBeVisible();
    },
  },
  {
    screen: 'canvas',
    tab: 'flow',
    go: async (on) => {
      await on.press('flows.import-now', undefined, on.dialog());
      await expect(on.step(1)).toBeVisible();
    },
  },
  {
    screen: 'fields of a step',
    tab: 'step',
    go: async (on) => {
      await on.openStep(3);
      await on.tab('mapping');
      await expect(on.role('button', 'mapper.pill-broken')).toBeVisible();
    },
  },
  {
    screen: 'mapping desk',
    tab: 'step',
    go: async (on) => {
      await on.press('mapper.wide');
      await expect(on.button('mapper.wide-off')).toBeVisible();
    },
  },
  {
    screen: 'outline',
    tab: 'flow',
    go: async (on) => {
      await on.press('mapper.wide-off');
      await on.press('outline.outline');
      await expect(on.role('tree', 'outline.title')).toBeVisible();
    },
  },
  {
    screen: 'problems',
    go: async (on) => {
      await on.press('outline.canvas');
      await on.press('problems.button', undefined, on.page.getByRole('banner'));
      await expect(on.dialog().getByText('3 · Newsletter')).toBeVisible();
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
    screen: 'history, a version compared',
    go: async (on) => {
      await on.close();
      await on.step(5).focus();
      await on.page.keyboard.press('Delete');
      await on.choose('common.more', 'versions.open');
      await on.role('listbox', 'versions.list').getByRole('option').last().click();
      await expect(on.role('list', 'versions.differences')).toBeVisible();
    },
  },
  {
    screen: 'connect',
    tab: 'step',
    go: async (on) => {
      await on.import(customersToNewsletter);
      await on.openStep(2);
      await on.tab('credential');
      await expect(on.button('credentials.connect-own', undefined, on.panel())).toBeVisible();
    },
  },
  {
    screen: 'a run that stands still',
    tab: 'run',
    go: async (on) => {
      for (const number of [2, 1]) {
        await on.openStep(number);
        await on.tab('credential');
        await on.press('credentials.sample-use', undefined, on.panel());
        await expect(on.button('credentials.sample-use', undefined, on.panel())).toHaveCount(0);
      }
      await on.choose('common.test-menu', 'common.try-five');
      await on.press('run-panel.held-send', { count: 5 });
      await expect(on.role('region', 'run-panel.refused-here')).toBeVisible();
    },
  },
  {
    screen: 'a run that is done',
    tab: 'run',
    go: async (on) => {
      await on
        .run()
        .getByRole('button', { name: on.like('run-panel.go-on-send') })
        .click();
      await expect(on.run().getByText(on.say('run-panel.status-done')).first()).toBeVisible();
    },
  },
  {
    screen: 'list of flows',
    go: async (on) => {
      await on.role('link', 'common.back-to-flows').click();
      await expect(on.role('list', 'flows.list-label')).toBeVisible();
    },
  },
  {
    screen: 'all services',
    go: async (on) => {
      await on.choose('common.more', 'catalogue.open');
      await expect(hubspot(on)).toBeVisible();
    },
  },
  {
    screen: 'a service',
    go: async (on) => {
      await hubspot(on).click();
      await expect(on.page.getByRole('heading', { level: 1, name: 'HubSpot' })).toBeVisible();
    },
  },
];

const hubspot = ({ page }: Tourist) => page.getByRole('link', { name: /HubSpot/ }).first();
