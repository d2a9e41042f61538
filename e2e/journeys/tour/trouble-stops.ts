import { expect, type Page } from '@playwright/test';
import { renewStore } from '../../browser-store.ts';
import type { Chapter } from './stop.ts';
import type { Tourist } from './tourist.ts';

/** What is said when something is not as it should be with the flow that is kept. */
export const troubleStops: Chapter = {
  title: 'trouble',
  stops: [
    {
      screen: 'a flow that is not here',
      go: async (on) => {
        await on.page.goto('/flows/nothing-like-it');
        await expect(on.page.getByText(on.say('flows.missing')).first()).toBeVisible();
      },
    },
    {
      screen: 'another tab has the flow',
      go: async (on) => {
        await on.open('Weekly greetings');
        const { page } = on;
        const first = await page.context().newPage();
        await first.goto(page.url());
        await page.goto('/');
        await expect(first.getByText(on.say('common.watching-text'))).toBeHidden();
        await page.goto(first.url());
        await expect(page.getByText(on.say('common.watching-text')).first()).toBeVisible();
        await first.close();
      },
    },
    {
      screen: 'a newer Footbridge took the store',
      go: async (on) => {
        await on.page.reload();
        await expect(on.step(1)).toBeVisible();
        await on.press('canvas.palette-add', { name: 'CRM' });
        await expect(on.step(7)).toBeVisible();
        await expect(on.page.getByText(on.say('common.saved')).first()).toBeVisible();
        await besides(on, async (other) => {
          const taken = renewStore(other);
          await expect(on.page.getByText(on.say('workspace.store-renewed'))).toBeVisible();
          await taken;
        });
      },
    },
    {
      screen: 'the list of a newer Footbridge',
      go: async (on) => {
        await on.page.goto('/');
        await expect(on.role('list', 'workspace.newer-flows')).toBeVisible();
      },
    },
    {
      screen: 'nothing is kept here',
      go: async (on) => {
        await on.page.addInitScript(() => {
          Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
        });
        await on.page.goto('/');
        await expect(on.page.getByText(on.say('workspace.unkept-title'))).toBeVisible();
      },
    },
    {
      screen: 'a flow that is not kept',
      go: async (on) => {
        await on.press('flows.from-nothing');
        await on.press('canvas.palette-add', { name: 'CRM' });
        await expect(on.page.getByText(on.say('workspace.unkept')).first()).toBeVisible();
      },
    },
  ],
};

/** From a page of the same origin in which nothing of the designer runs. */
async function besides({ page }: Tourist, act: (other: Page) => Promise<unknown>): Promise<void> {
  const other = await page.context().newPage();
  await other.goto('/schemas/flow-1.json');
  await act(other);
  await other.close();
}
