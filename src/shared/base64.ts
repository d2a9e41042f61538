/** Bytes as text (RFC 4648). What platforms have for it knows no bytes, or differs between them. */
import { failure, success, type Result } from './result.ts';

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const alphabets = { usual: `${signs}+/`, address: `${signs}-_` } as const;
const values: ReadonlyMap<number, number> = new Map(
  Object.values(alphabets).flatMap((alphabet) =>
    [...alphabet].map((sign, value) => [sign.charCodeAt(0), value] as const),
  ),
);

/** The usual alphabet is filled up with "="; the one for addresses is not. */
export function toBase64(bytes: Uint8Array, use: keyof typeof alphabets = 'usual'): string {
  const alphabet = alphabets[use];
  const filling = use === 'usual' ? '=' : '';
  let out = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const word = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    out += alphabet.charAt(word >> 18) + alphabet.charAt((word >> 12) & 63);
    out += second === undefined ? filling : alphabet.charAt((word >> 6) & 63);
    out += third === undefined ? filling : alphabet.charAt(word & 63);
  }
  return out;
}

const space = /\s/;

/**
 * Reads both alphabets, with or without "=" at the end; line breaks and spaces are passed over. The reason is the
 * place, from 1, of the first sign that does not fit; behind the end where one is missing.
 */
export function fromBase64(text: string): Result<Uint8Array<ArrayBuffer>, number> {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '=' || space.test(text.charAt(end - 1)))) end--;
  const bytes = new Uint8Array(Math.floor((end * 3) / 4));
  let word = 0;
  let bits = 0;
  let digits = 0;
  let written = 0;
  for (let at = 0; at < end; at++) {
    const value = values.get(text.charCodeAt(at));
    if (value === undefined) {
      if (space.test(text.charAt(at))) continue;
      return failure(at + 1);
    }
    digits++;
    word = ((word << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[written++] = (word >> bits) & 255;
    }
  }
  return digits % 4 === 1 ? failure(end + 1) : success(bytes.slice(0, written));
}
