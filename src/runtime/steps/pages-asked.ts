/**
 * The pages of one list: a service that leads back to one of them, gives the same one for every number, or never ends is
 * not read for ever.
 */
import { fingerprint, type Json } from '../../shared/index.ts';
import type { RequestTemplate } from '../../catalog/index.ts';
import type { Failure } from '../failure.ts';

/** A circle of more pages than this is not noticed: what is remembered stays small for the longest list. */
const pagesKept = 1_000;
/** A list of a million entries in pages of a hundred. */
const mostPages = 10_000;
const repeatsOfAlike = 20;

export class PagesAsked {
  readonly #pages = new Set<string>();
  #first: RequestTemplate | undefined;
  #count = 0;
  #last: string | undefined;
  #repeats = 0;

  /** Most answers are no list: of the first page nothing is made before there is a second one. */
  constructor(first: RequestTemplate) {
    this.#first = first;
  }

  /** Remembers a further page before it is asked for; why it is not, where it is not. */
  add(request: RequestTemplate): Failure | undefined {
    const first = this.#first;
    if (first !== undefined) {
      this.#first = undefined;
      this.add(first);
    }
    const page = placeOf(request);
    if (this.#pages.has(page)) return endless('next-in-circle');
    if (request.via === undefined && this.#count >= mostPages)
      return endless('pages-too-many', { count: mostPages });
    this.#count++;
    this.#pages.add(page);
    const [oldest] = this.#pages;
    if (this.#pages.size > pagesKept && oldest !== undefined) this.#pages.delete(oldest);
    return undefined;
  }

  /** What a page gave. Who counts pages for a service that does not know the number gets the first one again and again. */
  gave(request: RequestTemplate, messages: readonly Json[]): Failure | undefined {
    const name = countedBy(request);
    if (name === undefined) return undefined;
    const entries = messages.map((message) => fingerprint(message));
    const given = entries.join();
    this.#repeats = given === this.#last ? this.#repeats + 1 : 0;
    this.#last = given;
    // Entries that are alike among themselves (a status each) may well follow in the same order once more, and a service
    // that looks through its entries page by page may find none on some.
    const areTold = entries.length > 0 && new Set(entries).size === entries.length;
    return this.#repeats >= (areTold ? 1 : repeatsOfAlike)
      ? endless('page-again', { name })
      : undefined;
  }
}

function placeOf(request: RequestTemplate): string {
  if (request.via !== undefined) return request.continues ?? '';
  const { address, path, query, body, take } = request;
  const { next } = take ?? {};
  // What tells a page may go into the body; other bodies stay the same from page to page, and may be long.
  const isInBody =
    (next?.by === 'cursor' && next.into !== undefined) ||
    (next !== undefined && 'in' in next && next.in === 'body');
  return JSON.stringify([address, path, query, isInBody ? fingerprint(body?.value) : '']);
}

/** The parameter by which pages are counted. */
function countedBy(request: RequestTemplate): string | undefined {
  const next = request.via === undefined ? request.take?.next : undefined;
  return next?.by === 'page' || next?.by === 'offset' ? next.parameter : undefined;
}

function endless(code: string, params: Failure['params'] = {}): Failure {
  return { kind: 'terminal', code: `failures.${code}`, params, fields: [] };
}
