/** Bytes as text (RFC 4648). What platforms have for it knows no bytes, or differs between them. */
import { failure, success, type Result } from './result.ts';

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const alphabets = { usual: `${signs}+/`, address: `${signs}-_` } as const;
/** By a sign's number; what is no sign has none. A table and not a map: a file has millions of signs. */
const none = 255;
const values = new Uint8Array(128).fill(none);
for (const alphabet of Object.values(alphabets))
  for (const [value, sign] of [...alphabet].entries()) values[sign.charCodeAt(0)] = value;

/** The two signs of each twelve bits, by alphabet. */
const pairs: Partial<Record<keyof typeof alphabets, readonly string[]>> = {};

function pairsOf(use: keyof typeof alphabets): readonly string[] {
  const all = [...alphabets[use]];
  return (pairs[use] ??= all.flatMap((first) => all.map((second) => first + second)));
}

/** The usual alphabet is filled up with "="; the one for addresses is not. */
export function toBase64(bytes: Uint8Array, use: keyof typeof alphabets = 'usual'): string {
  const signsOf = pairsOf(use);
  const whole = bytes.length - (bytes.length % 3);
  let out = '';
  for (let at = 0; at < whole; at += 3) {
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    out += (signsOf[word >> 12] ?? '') + (signsOf[word & 4095] ?? '');
  }
  const left = bytes.length - whole;
  if (left === 0) return out;
  const word = ((bytes[whole] ?? 0) << 16) | ((bytes[whole + 1] ?? 0) << 8);
  const signs = (signsOf[word >> 12] ?? '') + (signsOf[word & 4095] ?? '');
  return out + signs.slice(0, left + 1) + (use === 'usual' ? '='.repeat(3 - left) : '');
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
    const value = values[text.charCodeAt(at)] ?? none;
    if (value === none) {
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
