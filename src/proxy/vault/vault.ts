/**
 * Seals what a credential form holds, and opens it for one call. The page only ever sees the token.
 *
 * 1. JWE, `dir` + `A256GCM`, nothing else; the header holds exactly `alg`, `enc`, `kid`, `typ`. All of this is checked,
 *    and the size, before anything is decrypted.
 * 2. A token is bound to workspace, component, type, auth rule and origins; none of them can be changed without the key.
 * 3. What a refusal says about a token never tells more than its code.
 * 4. A flow of ten thousand calls opens the same token ten thousand times: the last few are kept open in memory, found by
 *    the whole token. Workspace, expiry and revocation are checked at every call all the same (credentials.ts).
 */
import { CompactEncrypt, compactDecrypt } from 'jose';
import { z } from 'zod';
import { authRuleSchema, originSchema } from '../../catalog/contract.ts';
import { jsonSchema, parseJson, writeJson, type Json } from '../../shared/index.ts';
import { RefusedError } from '../refusal.ts';
import { keyById, type KeyRing } from './keys.ts';

/** Larger tokens are refused unread. */
const maxTokenLength = 16_384;
const tokenType = 'footbridge-credential';

const sealedCredentialSchema = z.object({
  id: z.string(),
  workspace: z.string(),
  component: z.string(),
  type: z.string(),
  auth: authRuleSchema,
  /** Where the secret may go: the component's rule and what it came to for this credential. */
  origins: z.array(z.object({ rule: originSchema, origin: z.string() })),
  values: z.record(z.string(), jsonSchema),
  issued: z.number(),
  expires: z.number().optional(),
});
export type SealedCredential = z.infer<typeof sealedCredentialSchema>;

const headerSchema = z.strictObject({
  alg: z.literal('dir'),
  enc: z.literal('A256GCM'),
  kid: z.string(),
  typ: z.literal(tokenType),
});

export interface Vault {
  seal(credential: SealedCredential): Promise<string>;
  /** Throws `proxy.credential-not-valid`. `isOld`: sealed with a previous key, worth sealing again. */
  open(token: string): Promise<OpenedCredential>;
}

interface OpenedCredential {
  readonly credential: SealedCredential;
  readonly isOld: boolean;
}

const keptOpen = 64;

export function createVault(ring: KeyRing): Vault {
  const recent = new Map<string, OpenedCredential>();

  function keep(token: string, opened: OpenedCredential): OpenedCredential {
    // A map remembers the order: the one not used for longest is first.
    recent.delete(token);
    recent.set(token, opened);
    const [oldest] = recent.keys();
    if (recent.size > keptOpen && oldest !== undefined) recent.delete(oldest);
    return opened;
  }

  return {
    async seal(credential) {
      const token = await new CompactEncrypt(
        new TextEncoder().encode(writeJson(credential as unknown as Json)),
      )
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: ring.current.id, typ: tokenType })
        .encrypt(ring.current.bytes);
      if (token.length > maxTokenLength) throw new RefusedError('proxy.credential-too-large');
      return token;
    },
    async open(token) {
      const known = recent.get(token);
      if (known !== undefined) return keep(token, known);
      const key = keyById(ring, readHeader(token).kid);
      if (key === undefined) throw new RefusedError('proxy.credential-not-valid');
      try {
        const { plaintext } = await compactDecrypt(token, key.bytes, {
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        });
        const content = parseJson(new TextDecoder().decode(plaintext));
        const credential = sealedCredentialSchema.parse(content.ok ? content.value : undefined);
        return keep(token, { credential, isOld: key !== ring.current });
      } catch {
        throw new RefusedError('proxy.credential-not-valid');
      }
    },
  };
}

function readHeader(token: string): z.infer<typeof headerSchema> {
  const end = token.indexOf('.');
  if (token.length > maxTokenLength || end < 1 || end > 400)
    throw new RefusedError('proxy.credential-not-valid');
  try {
    return headerSchema.parse(
      JSON.parse(Buffer.from(token.slice(0, end), 'base64url').toString('utf8')),
    );
  } catch {
    throw new RefusedError('proxy.credential-not-valid');
  }
}
