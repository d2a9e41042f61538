/**
 * What a way to sign in that signs each request is told, and what it adds.
 *
 * 1. A signature is made inside `egress/`, for each hop anew, while the hop is at the first origin.
 * 2. Everything in it that could be used again when echoed is listed in `secrets`.
 */
import type { HeaderPair } from '../egress/headers.ts';

/** One hop as it goes out, without what the signature adds. Texts are as sent: percent-encoded. */
export interface Outgoing {
  readonly method: string;
  /** `https://host:port`, the usual port left out. */
  readonly origin: string;
  readonly path: string;
  /** Behind the question mark; empty without one. */
  readonly search: string;
  /** Names in lower case. */
  readonly headers: readonly HeaderPair[];
  readonly body: string | Uint8Array | undefined;
}

export interface Signed {
  readonly headers: readonly HeaderPair[];
  readonly query?: readonly (readonly [string, string])[];
  /** In place of the body, where the signature stands in it. */
  readonly body?: string;
  readonly secrets: readonly string[];
}

export type Sign = (outgoing: Outgoing) => Signed;

/** What no two signatures share. */
export interface SigningTools {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A text nobody has used before. */
  readonly newId: () => string;
}

export function hostOf({ origin }: Outgoing): string {
  return origin.slice(origin.indexOf('//') + 2);
}

/** RFC 3986: everything but letters, digits and `-._~` is written as percent and two digits. */
export function encodeStrictly(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The text without percent signs; itself where it is not well-formed. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
