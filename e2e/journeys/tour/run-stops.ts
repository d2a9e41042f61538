import { expect } from '@playwright/test';
import { customersToNewsletter } from '../../flows/for-the-tour.ts';
import type { WordCode } from '../../../src/words/index.ts';
import type { Chapter } from './stop.ts';
import type { Tourist } from './tourist.ts';

/** A test of a flow: what would be sent, what was refused, what came out; earlier runs, samples and tests. */
export const runStops: Chapter = {
  title: 'tests and runs',
  stops: [
    {
      screen: 'ready to run',
      go: async (on) => {
        await on.keep(customersToNewsletter);
        for (const number of [1, 2]) {
          await on.openStep(number);
          await on.tab('credential');
          await on.press('credentials.sample-use', undefined, on.panel());
          await expect(on.button('credentials.sample-use', undefined, on.panel())).toHaveCount(0);
        }
        await on.press('problems.next-test', undefined, on.page.getByRole('banner'));
        await on.seeDialog();
      },
    },
    {
      screen: 'waits for an OK',
      go: async (on) => {
        await on.close();
        await on.choose('common.test-menu', 'common.try-five');
        await expect(on.run().getByText(on.say('run-panel.held-text'))).toBeVisible();
      },
    },
    {
      screen: 'more ways to send',
      go: async (on) => {
        await on.press('run-panel.held-how');
        await expect(on.role('menuitem', 'run-panel.held-always')).toBeVisible();
      },
    },
    {
      screen: 'send it to me instead',
      go: async (on) => {
        await on.page.keyboard.press('Escape');
        await on.press('run-panel.send-to-me');
        await expect(on.role('textbox', 'run-panel.own-email')).toBeVisible();
      },
    },
    {
      screen: 'refused',
      go: async (on) => {
        await on.press('run-panel.keep-recipients');
        await on.press('run-panel.held-send', { count: 5 });
        await expect(on.role('region', 'run-panel.refused-here')).toBeVisible();
      },
    },
    {
      screen: 'done, with refusals',
      go: async (on) => {
        await on
          .run()
          .getByRole('button', { name: on.like('run-panel.go-on-send') })
          .click();
        await expect(on.run().getByText(on.say('run-panel.status-done')).first()).toBeVisible();
      },
    },
    { screen: 'one of the refused', go: (on) => message(on, 'grace') },
    {
      screen: 'input and output',
      go: async (on) => {
        await on.run().getByText(on.like('run-panel.show-all')).click();
        await message(on, '1');
      },
    },
    { screen: 'request', go: (on) => on.role('tab', 'run-panel.side-request').click() },
    { screen: 'answer', go: (on) => on.role('tab', 'run-panel.side-response').click() },
    {
      screen: 'output as a tree',
      go: async (on) => {
        await on
          .role('tab', 'run-panel.side-output')
          .or(on.role('tab', 'run-panel.side-data'))
          .first()
          .click();
        await viewAs(on, 'run-panel.view-tree');
      },
    },
    {
      screen: 'output as JSON',
      go: (on) => viewAs(on, 'run-panel.view-json'),
    },
    {
      screen: 'step of a run as a table',
      go: async (on) => {
        await on
          .run()
          .getByRole('button', {
            name: new RegExp(`^${on.say('canvas.step-label', { number: 1, name: 'CRM' })}`),
          })
          .click();
        await viewAs(on, 'run-panel.view-table');
      },
    },
    { screen: 'what changed', go: (on) => on.role('tab', 'earlier.changes').click() },
    {
      screen: 'the run is kept as a test',
      go: async (on) => {
        await on.press('tests.keep-run');
        await on.seeDialog();
        await expect(on.dialog().getByRole('status')).toBeVisible();
      },
    },
    {
      screen: 'a test that differs',
      go: async (on) => {
        await on.close();
        await on.openStep(2);
        await on.tab('mapping');
        await on.role('button', 'mapper.pill-name').last().focus();
        await on.page.keyboard.press('Delete');
        await on.choose('common.test-menu', 'tests.open');
        await on.press('tests.run-all');
        await expect(on.role('button', 'tests.may-differ').first()).toBeVisible();
      },
    },
    {
      screen: 'earlier runs',
      go: async (on) => {
        await on.close();
        await on.press('earlier.open');
        await expect(on.role('button', 'earlier.look-at').first()).toBeVisible();
      },
    },
    {
      screen: 'a run of earlier',
      go: async (on) => {
        await on.role('button', 'earlier.look-at').first().click();
        await expect(on.button('earlier.again-same')).toBeVisible();
      },
    },
    {
      screen: 'save a run as a file',
      go: async (on) => {
        await on.press('earlier.save-file');
        await on.seeDialog();
      },
    },
    {
      screen: 'samples of a step',
      go: async (on) => {
        await on.close();
        await on.press('common.run-panel-close');
        await on.openStep(1);
        await on.tab('test');
        await on.press('samples.more');
        await expect(on.role('menuitem', 'samples.write-by-hand')).toBeVisible();
      },
    },
    {
      screen: 'a sample written by hand',
      go: async (on) => {
        await on.role('menuitem', 'samples.write-by-hand').click();
        await on.dialog().getByRole('textbox').first().fill('[ { "id": 1 "name": 2 } ]');
        await on.press('samples.hand-save');
        await expect(on.dialog().getByRole('alert')).toBeVisible();
      },
    },
    {
      screen: 'a row that would be stored',
      go: async (on) => {
        await template(on, 'flows.template-database');
        await on.openStep(1);
        await on.tab('credential');
        await on.panel().getByRole('radio').first().click();
        await on.openStep(2);
        await on.tab('credential');
        await on.press('credentials.sample-open', undefined, on.panel());
        await expect(on.button('credentials.sample-open', undefined, on.panel())).toHaveCount(0);
        await on.choose('common.test-menu', 'common.try-one');
        await expect(on.run().getByText(on.say('run-panel.held-text'))).toBeVisible();
      },
    },
    {
      screen: 'exported, with data and a test',
      go: async (on) => {
        await on.press('run-panel.held-not');
        await on.choose('common.more', 'common.export');
        await on.seeDialog();
      },
    },
    {
      screen: 'flows that ran',
      go: async (on) => {
        await on.close();
        await on.role('link', 'common.back-to-flows').click();
        await expect(on.role('list', 'flows.list-label')).toBeVisible();
      },
    },
  ],
};

async function template(on: Tourist, name: WordCode): Promise<void> {
  await on.page.goto('/');
  await on.button('flows.new-flow', {}).or(on.role('button', name)).first().click();
  const item = on.role('menuitem', name);
  await expect(item.or(on.step(2))).toBeVisible();
  if (await item.isVisible()) await item.click();
  await expect(on.step(2)).toBeVisible();
}

async function viewAs(on: Tourist, view: WordCode): Promise<void> {
  await on.run().getByTitle(on.say(view), { exact: true }).first().click();
}

async function message(on: Tourist, part: string): Promise<void> {
  await on
    .run()
    .getByRole('option', { name: new RegExp(part, 'i') })
    .first()
    .click();
}
