import { fingerprint } from '../../shared/index.ts';
import type { RequestTemplate } from '../../catalog/index.ts';

/** A circle of more pages than this is not noticed: what is remembered stays small for the longest list. */
const pagesKept = 1_000;

/** The pages of one list that were asked for, so that a service that leads back to one of them is not read for ever. */
export class PagesAsked {
  readonly #pages = new Set<string>();

  /** Remembers the page; false when it was asked for before. */
  add(request: RequestTemplate): boolean {
    const page = placeOf(request);
    if (this.#pages.has(page)) return false;
    this.#pages.add(page);
    const [oldest] = this.#pages;
    if (this.#pages.size > pagesKept && oldest !== undefined) this.#pages.delete(oldest);
    return true;
  }
}

function placeOf(request: RequestTemplate): string {
  if (request.via !== undefined) return request.continues ?? '';
  const { address, path, query, body, take } = request;
  // A cursor may go into the body; other bodies stay the same from page to page, and may be long.
  const isInBody = take?.next?.by === 'cursor' && take.next.into !== undefined;
  return JSON.stringify([address, path, query, isInBody ? fingerprint(body?.value) : '']);
}
