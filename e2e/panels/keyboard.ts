import { expect, type Locator, type Page } from '@playwright/test';

/** A person without a pointer: only keys, and the focus goes only where they take it. */
export class Keyboard {
  readonly #page: Page;
  /** What was pressed or keyed in; the way there is not counted. */
  actions = 0;
  constructor(page: Page) {
    this.#page = page;
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }
  async type(text: string): Promise<void> {
    this.actions++;
    await this.#page.keyboard.type(text);
  }
  /** Walks with one key until the control has the focus. */
  async walk(
    key: 'Tab' | 'Shift+Tab' | 'ArrowDown' | 'ArrowRight' | 'ArrowLeft',
    to: Locator,
    most = 100,
  ): Promise<void> {
    await expect(to).toBeVisible();
    for (let pressed = 0; pressed < most; pressed++) {
      if (await hasFocus(to)) return;
      await this.press(key);
    }
    await expect(to).toBeFocused();
  }
  /** Goes to a control and presses it. */
  async go(to: Locator, key: 'Tab' | 'Shift+Tab' | 'ArrowDown' = 'Tab'): Promise<void> {
    this.actions++;
    await this.walk(key, to);
    await this.press('Enter');
  }
}

function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === element.ownerDocument.activeElement);
}
