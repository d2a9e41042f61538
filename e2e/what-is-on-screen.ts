import type { Page } from '@playwright/test';

/** In few words, for the report of a story that failed: who has the focus, which dialogs and menus are open, what is said. */
export async function whatIsOnScreen(page: Page): Promise<string> {
  if (page.isClosed()) return 'The page is closed.';
  const seen = page.evaluate(() => {
    const words = (element: Element | null) =>
      `${element?.getAttribute('role') ?? element?.tagName.toLowerCase() ?? ''} “${(
        element?.getAttribute('aria-label') ??
        element?.textContent ??
        ''
      ).slice(0, 40)}”`;
    const all = (of: string) => [...document.querySelectorAll(of)].map(words);
    return [
      ['Focus', [words(document.activeElement)]],
      ['Open', all('[role="dialog"] h2, [role="menu"]')],
      ['Said', all('[role="alert"], [role="status"]').filter((said) => !said.endsWith('“”'))],
    ] as const;
  });
  const late = new Promise<undefined>((done) => setTimeout(done, 2_000));
  const parts = await Promise.race([seen.catch(() => undefined), late]);
  if (parts === undefined) return 'The page did not answer.';
  return parts.map(([name, found]) => `${name}: ${found.join(', ')}`).join('\n');
}
