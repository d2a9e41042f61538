import { expect, type Locator, type Page } from '@playwright/test';

/** The card that leads through a lesson. */
export class Guide {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  readonly whole = () => this.#page.getByRole('region', { name: 'Guide', exact: true });
  button(name: string | RegExp): Locator {
    return this.whole().getByRole('button', { name, exact: true });
  }
  /** Where it stands, and what it says. */
  async expectAt(number: number, title: string, says: RegExp): Promise<void> {
    await expect(this.whole()).toContainText(`Step ${number} of 6`);
    await expect(this.whole().getByRole('heading', { name: title })).toBeVisible();
    await expect(this.whole()).toContainText(says);
  }
  async expectEnded(title: string): Promise<void> {
    await expect(this.whole().getByRole('heading', { name: `Done: ${title}` })).toBeVisible();
  }
  /** It lies neither over the control nor over any part of it. */
  async expectBeside(control: Locator): Promise<void> {
    await expect
      .poll(async () => {
        const [card, box] = [await this.whole().boundingBox(), await control.boundingBox()];
        if (card === null || box === null) return 'not shown';
        const isApart =
          card.x + card.width <= box.x ||
          box.x + box.width <= card.x ||
          card.y + card.height <= box.y ||
          box.y + box.height <= card.y;
        return isApart ? 'beside' : 'over it';
      })
      .toBe('beside');
  }
}
