import { fromBase64, toBase64 } from '../../shared/index.ts';

/** Text as UTF-8 bytes in base64. */
export function textToBase64(text: string): string {
  return toBase64(new TextEncoder().encode(text));
}

/** Text from base64 (ordinary or for addresses); undefined when it is none, or its bytes are no text. */
export function textFromBase64(encoded: string): string | undefined {
  const bytes = fromBase64(encoded);
  if (!bytes.ok) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.value);
  } catch {
    return undefined; // bytes of something else (an image): no text to give
  }
}
