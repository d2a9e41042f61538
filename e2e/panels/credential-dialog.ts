import { expect, type Page } from '@playwright/test';

export class CredentialDialog {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  readonly whole = () => this.#page.getByRole('dialog', { name: /^Connect / });
  async useSampleKey(): Promise<void> {
    await this.whole().getByRole('button', { name: 'Use the sample key' }).click();
  }
  async submit(): Promise<void> {
    await this.whole().getByRole('button', { name: 'Connect', exact: true }).click();
  }
  async expectClosed(): Promise<void> {
    await expect(this.whole()).toBeHidden();
  }
}
