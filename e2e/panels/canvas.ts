import { expect, type Locator, type Page } from '@playwright/test';
import { restingBox, restingMiddle } from './resting-box.ts';

export class Canvas {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  readonly whole = () => this.#page.getByLabel('Canvas of the flow');
  /** A step by its place in the flow and its name. */
  step(number: number, name: string): Locator {
    return this.whole().getByRole('button', {
      name: new RegExp(`^Step ${number}: ${name.replaceAll(/[()]/g, '\\$&')}(,|$)`),
    });
  }
  /** Drags a component from the list to a place on the canvas (in fractions of its size). */
  async drag(component: string, to: { readonly x: number; readonly y: number }): Promise<void> {
    const canvas = await restingBox(this.whole());
    await this.#drag(component, canvas.x + canvas.width * to.x, canvas.y + canvas.height * to.y);
  }
  /** Drags a component from the list onto what stands on the canvas. */
  async dragOnto(component: string, target: Locator): Promise<void> {
    const { x, y } = await restingMiddle(target);
    await this.#drag(component, x, y);
  }
  async #drag(component: string, x: number, y: number): Promise<void> {
    const listed = this.#page.getByRole('button', { name: `Add ${component}`, exact: true });
    await listed.scrollIntoViewIfNeeded();
    const item = await restingMiddle(listed);
    const { mouse } = this.#page;
    await mouse.move(item.x, item.y);
    await mouse.down();
    await mouse.move(x, y, { steps: 8 });
    await mouse.up();
  }
  /** Adds a component, and waits for its step, which is then chosen: its code may have to come first. */
  async add(component: string): Promise<void> {
    const chosen = this.#page.locator('.react-flow__node.selected');
    const ids = () => chosen.evaluateAll((nodes) => nodes.map((node) => node.dataset['id']));
    const before = await ids();
    await this.press(component);
    await expect.poll(ids).not.toEqual(before);
  }
  async press(component: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Add ${component}`, exact: true }).click();
  }
  async expectSaved(): Promise<void> {
    await expect(this.#page.getByText(/^Saved/).first()).toBeVisible();
  }
  async undo(): Promise<void> {
    await this.#page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  }
  async redo(): Promise<void> {
    await this.#page.getByRole('banner').getByRole('button', { name: 'Redo' }).click();
  }
  async more(item: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'More', exact: true }).click();
    await this.#page.getByRole('menuitem', { name: item }).click();
  }
}
