import { writeJson, type Json } from '../../shared/index.ts';

/** So much is held until it may be given: a service that was told to change something gives back what it changed. */
export const mostHeld = { entries: 50_000, signs: 32_000_000 } as const;

/** Pages that are there and may not be given yet, in their order. */
export class HeldPages {
  readonly #pages: (readonly Json[])[] = [];
  #entries = 0;
  #signs = 0;

  get isEmpty(): boolean {
    return this.#pages.length === 0;
  }

  /** False: that is more than can be held. One page alone always can. */
  add(page: readonly Json[]): boolean {
    this.#pages.push(page);
    this.#entries += page.length;
    if (this.#pages.length === 1) return true;
    this.#signs += writeJson(page).length;
    return this.#entries <= mostHeld.entries && this.#signs <= mostHeld.signs;
  }

  take(): readonly Json[] | undefined {
    return this.#pages.shift();
  }

  /** The page before the last one, where there is one. */
  takeEarlier(): readonly Json[] | undefined {
    return this.#pages.length > 1 ? this.#pages.shift() : undefined;
  }
}
