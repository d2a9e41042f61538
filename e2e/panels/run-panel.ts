import { expect, type Locator, type Page } from '@playwright/test';

export class RunPanel {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  readonly whole = () => this.#page.getByRole('region', { name: 'Test run' });
  /** What would be sent, before it is. */
  readonly held = () => this.whole().getByRole('region', { name: 'Waits for your OK' });
  /** What the chosen step gave. */
  readonly output = () => this.whole().getByRole('region', { name: 'Output' });
  step(number: number, name: string): Locator {
    return this.whole().getByRole('button', { name: new RegExp(`^Step ${number}: ${name}`) });
  }
  /** Tests the whole flow with so many first messages. */
  async test(amount: 'Try with 1' | 'Try with 5' | 'Try with all'): Promise<void> {
    await this.#page.getByRole('button', { name: 'How much to test' }).click();
    await this.#page.getByRole('menuitem', { name: amount }).click();
    if (amount === 'Try with all') await this.sayAll();
  }
  /** What all of them means is read, and wanted. */
  async sayAll(...said: readonly string[]): Promise<void> {
    const asked = this.#page.getByRole('dialog', { name: 'Try with all?' });
    for (const words of said) await expect(asked).toContainText(words);
    await asked.getByRole('button', { name: 'Try with all' }).click();
    await expect(asked).toBeHidden();
  }
}
