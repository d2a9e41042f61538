const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Text as UTF-8 bytes in base64. */
export function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let out = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const word = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    out += alphabet.charAt(word >> 18) + alphabet.charAt((word >> 12) & 63);
    out += second === undefined ? '=' : alphabet.charAt((word >> 6) & 63);
    out += third === undefined ? '=' : alphabet.charAt(word & 63);
  }
  return out;
}

/** Text from base64 (ordinary or for addresses); undefined when it is none, or its bytes are no text. */
export function fromBase64(encoded: string): string | undefined {
  const digits = withoutFilling(encoded.replace(/\s/g, '')).replace(/-/g, '+').replace(/_/g, '/');
  if (digits.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let word = 0;
  let bits = 0;
  let written = 0;
  for (const digit of digits) {
    const value = alphabet.indexOf(digit);
    if (value < 0) return undefined;
    word = ((word << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[written++] = (word >> bits) & 255;
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined; // bytes of something else (an image): no text to give
  }
}

function withoutFilling(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '=') end--;
  return digits.slice(0, end);
}
