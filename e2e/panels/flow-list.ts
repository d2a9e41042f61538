import { expect, type Page } from '@playwright/test';

export class FlowList {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.goto('/');
    await expect(this.#page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  async startEmpty(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Start with an empty canvas' }).click();
    await this.#ready();
  }
  async startFromTemplate(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: new RegExp(name) }).click();
    await this.#ready();
  }
  async #ready(): Promise<void> {
    await expect(this.#page.getByLabel('Canvas of the flow')).toBeVisible();
    await expect(this.#page.getByRole('button', { name: 'Zoom in' })).toBeVisible();
  }
  /** Hands a file to the import and leaves the review open. */
  async choose(name: string, text: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Import a flow' }).first().click();
    const [chooser] = await Promise.all([
      this.#page.waitForEvent('filechooser'),
      this.review().getByRole('button', { name: 'Choose a file' }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  }
  readonly review = () => this.#page.getByRole('dialog', { name: 'Import a flow' });
}
