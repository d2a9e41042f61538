import { expect, type Locator, type Page } from '@playwright/test';
import { restingBox } from './resting-box.ts';

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
  /** Drags data onto a field, as a hand does: a few moves on the way. */
  async drop(data: string | RegExp, field: string): Promise<void> {
    const target = this.field(field);
    await target.scrollIntoViewIfNeeded();
    const [from, to] = await Promise.all([restingBox(this.data(data)), restingBox(target)]);
    const { mouse } = this.#page;
    await mouse.move(from.x + from.width / 3, from.y + from.height / 2);
    await mouse.down();
    await mouse.move(from.x + from.width / 2, from.y + from.height, { steps: 4 });
    await mouse.move(to.x + to.width / 3, to.y + to.height / 2, { steps: 8 });
    await mouse.up();
  }
  /** What is asked where a drop could mean several things. */
  question(words: string | RegExp): Locator {
    return this.#page.getByRole('dialog', { name: words });
  }
  readonly matches = () => this.#page.getByRole('dialog', { name: 'Match by name' });
  async useMatches(): Promise<void> {
    await this.matches()
      .getByRole('button', { name: /^Use \d+ match/ })
      .click();
    await expect(this.matches()).toBeHidden();
  }
}
