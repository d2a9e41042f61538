import { expect, type Locator, type Page } from '@playwright/test';

export class History {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  readonly dialog = () => this.#page.getByRole('dialog', { name: 'History' });
  readonly list = () => this.dialog().getByRole('listbox', { name: 'Changes and checkpoints' });
  version(name: string | RegExp): Locator {
    return this.list().getByRole('option', { name });
  }
  readonly differences = () => this.dialog().getByRole('list', { name: 'Differences' });
  button(name: string): Locator {
    return this.dialog().getByRole('button', { name });
  }
  async close(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await expect(this.dialog()).toBeHidden();
  }
}
