/** Base64 as JSONata means it: each character is one byte. Not for texts with characters beyond byte 255. */
import { FormulaFault } from './fault.ts';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function base64Text(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at += 3) {
    const [first = 0, second, third] = [
      byteAt(text, at),
      byteAt(text, at + 1),
      byteAt(text, at + 2),
    ];
    const word = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    out += digits.charAt(word >> 18) + digits.charAt((word >> 12) & 63);
    out += second === undefined ? '=' : digits.charAt((word >> 6) & 63);
    out += third === undefined ? '=' : digits.charAt(word & 63);
  }
  return out;
}

function byteAt(text: string, at: number): number | undefined {
  if (at >= text.length) return undefined;
  const code = text.charCodeAt(at);
  if (code > 255) throw new FormulaFault('not-latin', undefined, undefined, text.charAt(at));
  return code;
}

export function base64Bytes(encoded: string): string {
  let out = '';
  let word = 0;
  let bits = 0;
  for (const digit of encoded.replaceAll('-', '+').replaceAll('_', '/')) {
    if (digit === '=') break;
    const value = digits.indexOf(digit);
    if (value < 0) continue; // line breaks and the like
    word = ((word << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out += String.fromCharCode((word >> bits) & 255);
    }
  }
  return out;
}
