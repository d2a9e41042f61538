/** Proof Key for Code Exchange, RFC 7636, with S256. */
import { createHash } from 'node:crypto';

export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
