import { expect } from '@playwright/test';
import { weeklyGreetings } from '../../flows/for-the-tour.ts';
import type { Chapter } from './stop.ts';
import type { Tourist } from './tourist.ts';

/** The canvas and the list beside it, menus, the outline. */
export const canvasStops: Chapter = {
  title: 'canvas and outline',
  stops: [
    {
      screen: 'empty canvas',
      go: async (on) => {
        await on.page.goto('/');
        await on.press('flows.from-nothing');
        await expect(on.button('canvas.zoom-in')).toBeVisible();
      },
    },
    {
      screen: 'flow with a group and notes',
      go: async (on) => {
        await on.keep(weeklyGreetings);
        await on.press('canvas.fit');
        await expect(on.button('groups.fold-named')).toBeVisible();
      },
    },
    { screen: 'palette, searched', go: (on) => searchPalette(on, 'mail') },
    { screen: 'palette, nothing fits', go: (on) => searchPalette(on, 'nothing like it') },
    {
      screen: 'palette, drawings only',
      go: async (on) => {
        await searchPalette(on, '');
        await on.press('canvas.palette-collapse');
        await expect(on.button('canvas.palette-expand')).toBeVisible();
      },
    },
    {
      screen: 'menu of a step',
      go: async (on) => {
        await on.press('canvas.palette-expand');
        await on.step(3).hover();
        await on.press('canvas.step-menu', { name: 'Newsletter' });
        await expect(on.role('menuitem', 'canvas.delete-step')).toBeVisible();
      },
    },
    {
      screen: 'what can come next',
      go: async (on) => {
        await on.closeMenu();
        await on.step(5).hover();
        await on.press('canvas.add-after', { name: 'Only new ones' });
        await expect(
          on.page.getByText(on.say('canvas.palette-after', { step: 'Only new ones' })),
        ).toBeVisible();
      },
    },
    {
      screen: 'a note is written',
      go: async (on) => {
        await on.press('common.cancel');
        await on.role('button', 'notes.label').focus();
        await on.page.keyboard.press('Enter');
        await expect(on.role('textbox', 'notes.text')).toBeFocused();
      },
    },
    {
      screen: 'menu of a note',
      go: async (on) => {
        await on.page.keyboard.press('Escape');
        await on.role('button', 'notes.label').hover();
        await on.press('notes.menu');
        await expect(on.role('menuitem', 'notes.edit')).toBeVisible();
      },
    },
    {
      screen: 'menu of a group',
      go: async (on) => {
        await on.closeMenu();
        await on.press('groups.menu');
        await expect(on.role('menuitem', 'groups.ungroup')).toBeVisible();
      },
    },
    {
      screen: 'folded group',
      go: async (on) => {
        await on.closeMenu();
        await on.press('groups.fold-named');
        await expect(on.role('button', 'groups.label-folded')).toBeVisible();
      },
    },
    {
      screen: 'several steps are chosen',
      go: async (on) => {
        await on.page.keyboard.press('Control+z');
        await on.step(1).click();
        await on.step(2).click({ modifiers: ['Control'] });
        await on.press('canvas.step-menu', { name: 'Who wants it?' });
        await expect(on.role('menuitem', 'groups.make')).toBeVisible();
      },
    },
    {
      screen: 'what a step gives is used elsewhere',
      go: async (on) => {
        await on.closeMenu();
        await on.step(1).focus();
        await on.page.keyboard.press('Escape');
        await on.step(1).focus();
        await on.page.keyboard.press('Delete');
        await on.seeDialog();
      },
    },
    {
      screen: 'menu of the flow',
      go: async (on) => {
        await on.close();
        await on.press('common.more');
        await expect(on.role('menuitem', 'versions.open')).toBeVisible();
      },
    },
    {
      screen: 'menu of help',
      go: async (on) => {
        await on.closeMenu();
        await on.press('help.title');
        await expect(on.role('menuitem', 'help.words')).toBeVisible();
      },
    },
    {
      screen: 'how much to test',
      go: async (on) => {
        await on.closeMenu();
        await on.press('common.test-menu');
        await expect(on.role('menuitem', 'tests.open')).toBeVisible();
      },
    },
    {
      screen: 'outline',
      go: async (on) => {
        await on.closeMenu();
        await on.press('outline.outline');
        await expect(on.role('tree', 'outline.title')).toBeVisible();
      },
    },
    {
      screen: 'menu of a line',
      go: async (on) => {
        const line = on.role('tree', 'outline.title').getByRole('treeitem').nth(2);
        await line.focus();
        await on.page.keyboard.press('Control+Enter');
        await expect(on.page.getByRole('menu')).toBeVisible();
      },
    },
    {
      screen: 'outline beside a step',
      go: async (on) => {
        await on.closeMenu();
        await on.role('tree', 'outline.title').getByRole('treeitem').first().focus();
        await on.page.keyboard.press('Enter');
        await expect(on.panel()).toBeVisible();
      },
    },
  ],
};

async function searchPalette(on: Tourist, text: string): Promise<void> {
  await on.page.getByLabel(on.say('canvas.palette-search')).fill(text);
}
