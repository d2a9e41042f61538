import type { Locator, Page } from '@playwright/test';

export type Way = 'By hand' | 'On a schedule' | 'When there is something new';

/** How the flow starts, at its first step; and the menu that lets it wait. */
export class StartSection {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  readonly whole = () => this.#page.getByRole('group', { name: 'How the flow starts' });
  way(title: Way): Locator {
    return this.whole().getByRole('radio', { name: title });
  }
  async choose(title: Way): Promise<void> {
    await this.way(title).check();
  }
  async startAndWait(): Promise<void> {
    await this.#page.getByRole('button', { name: 'How much to test' }).click();
    await this.#page.getByRole('menuitem', { name: 'Start and wait' }).click();
  }
  async stopWaiting(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Stop waiting' }).first().click();
  }
}
