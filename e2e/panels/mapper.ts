import { expect, type Locator, type Page } from '@playwright/test';

export class Mapper {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  /** A part of the mapping: a region beside the others, or a tab where there is no room. */
  region(name: string | RegExp): Locator {
    return this.#page.getByRole('region', { name }).or(this.#page.getByRole('tabpanel', { name }));
  }
  readonly fields = () => this.region(/^What .* needs$/);
  /** A field of the consumed input by its label. */
  field(label: string): Locator {
    return this.fields().getByRole('group', { name: label, exact: true });
  }
  pill(field: string, name: string | RegExp): Locator {
    return this.field(field).getByRole('button', { name });
  }
  data(name: string | RegExp): Locator {
    return this.#page
      .getByRole('tree', { name: 'Data from earlier steps' })
      .getByRole('treeitem', { name });
  }
  async matchByName(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Match all by name' }).click();
  }
  readonly matches = () => this.#page.getByRole('dialog', { name: 'Match by name' });
  async useMatches(): Promise<void> {
    await this.matches()
      .getByRole('button', { name: /^Use \d+ match/ })
      .click();
    await expect(this.matches()).toBeHidden();
  }
}
