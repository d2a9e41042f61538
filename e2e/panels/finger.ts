import type { CDPSession, Locator, Page } from '@playwright/test';
import { restingMiddle } from './resting-box.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** One finger on a touch screen, as the browser itself hears it: what it may scroll, it scrolls. */
export class Finger {
  readonly #devtools: CDPSession;
  #at: Point = { x: 0, y: 0 };
  private constructor(devtools: CDPSession) {
    this.#devtools = devtools;
  }

  static async on(page: Page): Promise<Finger> {
    return new Finger(await page.context().newCDPSession(page));
  }

  async down(on: Locator): Promise<void> {
    this.#at = await restingMiddle(on);
    await this.#tell('touchStart', [this.#at]);
  }
  /** In a few moves, as a hand does. */
  async move(to: Locator | Point, moves = 6): Promise<void> {
    const from = this.#at;
    const end = 'x' in to ? to : await restingMiddle(to);
    for (let move = 1; move <= moves; move++) {
      const part = move / moves;
      this.#at = { x: from.x + (end.x - from.x) * part, y: from.y + (end.y - from.y) * part };
      await this.#tell('touchMove', [this.#at]);
    }
  }
  /** Down and away without a pause, however slow the machine is. */
  async swipe(on: Locator, end: Point): Promise<void> {
    const start = await restingMiddle(on);
    const parts = [0, 0.25, 0.5, 0.75, 1].map((part) => ({
      x: start.x + (end.x - start.x) * part,
      y: start.y + (end.y - start.y) * part,
    }));
    await Promise.all(
      parts.map((at, move) => this.#tell(move === 0 ? 'touchStart' : 'touchMove', [at])),
    );
    await this.up();
  }
  /** Another finger, or the palm, comes down beside it, moves and goes, while it stays where it is. */
  async touchBeside(at: Point): Promise<void> {
    const own = { ...this.#at, id: 0 };
    await this.#tell('touchStart', [own, { ...at, id: 1 }]);
    await this.#tell('touchMove', [own, { x: at.x + 20, y: at.y + 20, id: 1 }]);
    await this.#tell('touchMove', [own]);
  }
  async up(): Promise<void> {
    await this.#tell('touchEnd', []);
  }

  #tell(type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: (Point & { id?: number })[]) {
    return this.#devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}
