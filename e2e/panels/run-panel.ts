import type { Locator, Page } from '@playwright/test';

export class RunPanel {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  readonly whole = () => this.#page.getByRole('region', { name: 'Test run' });
  /** What would be sent, before it is. */
  readonly held = () => this.whole().getByRole('region', { name: 'Waits for your OK' });
  step(number: number, name: string): Locator {
    return this.whole().getByRole('button', { name: new RegExp(`^Step ${number}: ${name}`) });
  }
  /** Tests the whole flow with so many first messages. */
  async test(amount: 'Try with 1' | 'Try with 5' | 'Try with all'): Promise<void> {
    await this.#page.getByRole('button', { name: 'How much to test' }).click();
    await this.#page.getByRole('menuitem', { name: amount }).click();
  }
}
