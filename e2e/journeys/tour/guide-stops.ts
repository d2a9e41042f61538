import { expect } from '@playwright/test';
import type { Chapter } from './stop.ts';

/** The guided lessons. */
export const guideStops: Chapter = {
  title: 'guide and lesson',
  stops: [
    {
      screen: 'the first flow is guided',
      go: async (on) => {
        await on.page.goto('/');
        await on.press('help.offer');
        await expect(on.role('region', 'guide.label')).toBeVisible();
      },
    },
    {
      screen: 'the guide points at an operation',
      go: async (on) => {
        await on.press('canvas.palette-add', { name: 'CRM' });
        await expect(on.step(1)).toBeVisible();
        await expect(on.role('region', 'guide.label')).toBeVisible();
      },
    },
    {
      screen: 'the guide at a test',
      go: async (on) => {
        for (let skipped = 0; skipped < 5; skipped++) await on.press('guide.skip');
        await expect(on.role('region', 'guide.label')).toBeVisible();
      },
    },
    {
      screen: 'lesson',
      go: async (on) => {
        await on.choose('help.title', 'help.break-and-fix');
        await expect(on.step(2)).toBeVisible();
        await expect(on.role('region', 'guide.label')).toBeVisible();
      },
    },
    {
      screen: 'the guide waits, in the list',
      go: async (on) => {
        await on.role('link', 'common.back-to-flows').click();
        await expect(on.page.getByText(on.say('help.waits-text')).first()).toBeVisible();
      },
    },
  ],
};
