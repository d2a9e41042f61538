import type { Locator, Page } from '@playwright/test';

/** The flow as a list of lines. */
export class Outline {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  readonly whole = () => this.#page.getByRole('tree', { name: 'Outline of the flow' });
  readonly switch = (to: 'Canvas' | 'Outline') =>
    this.#page
      .getByRole('group', { name: 'How the flow is shown' })
      .getByRole('button', { name: to, exact: true });
  /** The line that Tab reaches. */
  readonly active = () => this.whole().locator('[role="treeitem"][tabindex="0"]');
  readonly lines = () => this.whole().getByRole('treeitem');
  /** A step by its place in the flow and its name. */
  step(number: number, name: string): Locator {
    return this.whole().getByRole('treeitem', {
      name: new RegExp(`^Step ${String(number)}: ${name}(,|$)`),
    });
  }
  way(name: string): Locator {
    return this.whole().getByRole('treeitem', { name: new RegExp(`^Way of .+: ${name}(,|$)`) });
  }
}
