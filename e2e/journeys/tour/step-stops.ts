import { expect } from '@playwright/test';
import type { Chapter } from './stop.ts';

/** The panel of a step, part by part; of the flow on the canvas. */
export const stepStops: Chapter = {
  title: 'parts of a step',
  stops: [
    {
      screen: 'operation, on a schedule',
      go: async (on) => {
        await on.press('outline.canvas');
        await on.openStep(1);
        await on.tab('operation');
        await expect(on.panel()).toContainText(on.say('inspector.schedule-next'));
      },
    },
    {
      screen: 'what an operation needs and gives',
      go: async (on) => {
        await on.press('inspector.peek', undefined, on.panel());
        await expect(on.panel().getByText(on.say('inspector.what-it-gives')).first()).toBeVisible();
      },
    },
    {
      screen: 'operation, when there is something new',
      go: (on) =>
        on
          .panel()
          .getByRole('radio', { name: on.say('inspector.start-poll') })
          .check(),
    },
    { screen: 'connect', go: (on) => on.tab('credential') },
    { screen: 'settings', go: (on) => on.tab('settings') },
    { screen: 'fill in', go: (on) => on.tab('mapping') },
    { screen: 'test', go: (on) => on.tab('test') },
    {
      screen: 'branches',
      go: async (on) => {
        await on.openStep(2);
        await on.tab('branches');
      },
    },
    {
      screen: 'fill in, with data that is gone',
      go: async (on) => {
        await on.openStep(3);
        await on.tab('mapping');
        await expect(on.role('button', 'mapper.pill-broken')).toBeVisible();
      },
    },
    {
      screen: 'note of a step',
      go: async (on) => {
        await on.choose('inspector.more', 'inspector.menu-note-edit');
        await expect(on.role('textbox', 'inspector.note')).toBeVisible();
      },
    },
    {
      screen: 'code',
      go: async (on) => {
        await on.openStep(4);
        await on.tab('settings');
      },
    },
    { screen: 'fields of a code step', go: (on) => on.tab('mapping') },
    {
      screen: 'what comes out of a code step',
      go: async (on) => {
        await on.tab('operation');
        await on
          .panel()
          .getByRole('radio', { name: on.like('inspector.shape-build') })
          .check();
        await expect(on.role('textbox', 'inspector.shape-new-field')).toBeVisible();
      },
    },
    {
      screen: 'condition',
      go: async (on) => {
        await on.openStep(5);
        await on.tab('condition');
      },
    },
    {
      screen: 'a step that is switched off',
      go: async (on) => {
        await on.openStep(6);
        await on.tab('settings');
      },
    },
    { screen: 'a service of any address: connect', go: (on) => on.tab('credential') },
    {
      screen: 'waits for a call',
      go: async (on) => {
        await on.page.goto('/');
        await on.press('flows.new-flow');
        await on.role('menuitem', 'flows.template-signup').click();
        await on.openStep(1);
        await on.tab('operation');
        await on.press('inspector.webhook-get', undefined, on.panel());
        await expect(on.role('textbox', 'inspector.webhook-address')).toHaveValue(/hooks/);
      },
    },
  ],
};
