import { toBase64 } from '../../shared/index.ts';

/** Bytes of a fingerprint that are kept: two keys with the same one are not met by chance. */
const fingerprintBytes = 16;

/** Says of two keys whether they are the same, and nothing else about them; 22 characters, however long the key is. */
export async function fingerprintOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return toBase64(new Uint8Array(digest).slice(0, fingerprintBytes), 'address');
}
