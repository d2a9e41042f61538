import type { Page } from '@playwright/test';

/** Wide data and the steps of a run scroll by themselves; the canvas is as large as the person zooms it. */
const mayBeWider = 'table, [role="table"], [role="grid"], [data-strip], .react-flow__renderer';

const controls = [
  'a[href]',
  'button',
  'input:not([type="hidden"])',
  'select',
  'textarea',
  'summary',
  'label',
  '[role="tab"]',
  '[role="menuitem"]',
  '[role="option"]',
  '[role="treeitem"]',
].join(', ');

/** What the person would have to scroll sideways for, or never sees whole; one line a place. */
export function outsideWindow(page: Page): Promise<string[]> {
  return page.evaluate(
    async ({ mayBeWider, controls }) => {
      // What asks for the size of the window has heard of it then.
      await new Promise((heard) => requestAnimationFrame(() => requestAnimationFrame(heard)));
      const found: string[] = [];
      const room = document.documentElement;
      if (room.scrollWidth > innerWidth) found.push(`the page is ${String(room.scrollWidth)} wide`);
      const open = [...document.querySelectorAll('[aria-modal="true"]')].at(-1) ?? document.body;
      for (const element of open.querySelectorAll<HTMLElement>(controls)) {
        const { left, right, width, height, bottom } = element.getBoundingClientRect();
        const isSeen =
          width > 2 &&
          height > 2 &&
          bottom > 0 &&
          element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
        if (!isSeen || element.closest(mayBeWider) !== null) continue;
        const name = `${element.getAttribute('aria-label') ?? element.textContent} (${element.localName})`;
        if (left < -1 || right > innerWidth + 1)
          found.push(`outside the window: ${name}, ${String(left)} to ${String(right)}`);
        for (let around = element.parentElement; around !== null; around = around.parentElement) {
          if (getComputedStyle(around).overflowX === 'visible') continue;
          const part = around.getBoundingClientRect();
          if (left < part.left - 1 || right > part.right + 1)
            found.push(`cut off: ${name}, ${String(left)} to ${String(right)}`);
        }
        const texts = [element, ...element.querySelectorAll<HTMLElement>('*')];
        for (const text of texts) {
          if (text.clientWidth <= 2 || text.scrollWidth <= text.clientWidth + 1) continue;
          const { overflowX, textOverflow } = getComputedStyle(text);
          if (overflowX !== 'visible' && textOverflow !== 'ellipsis')
            found.push(`words are cut: ${name}`);
        }
      }
      return [...new Set(found)];
    },
    { mayBeWider, controls },
  );
}
