/**
 * Seals what a credential form holds, and opens it for one call. The page only ever sees the token.
 *
 * 1. JWE, `dir` + `A256GCM`, nothing else; the header holds exactly `alg`, `enc`, `kid`, `typ`. All of this is checked,
 *    and the size, before anything is decrypted.
 * 2. A token is bound to workspace, component, type, auth rule and origins; none of them can be changed without the key.
 * 3. What a refusal says about a token never tells more than its code.
 * 4. A note is something of the server's own (an app's secret), sealed the same way under another type: neither opens as the other.
 * 5. A flow of ten thousand calls opens the same token ten thousand times: the last few are kept open in memory, found by
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
const noteType = 'footbridge-note';

/** Of OAuth 2: what the service gave. Milliseconds since 1970. */
const tokensSchema = z.object({
  access: z.string(),
  refresh: z.string().optional(),
  obtained: z.number(),
  expires: z.number().optional(),
  /** Counts the renewals: of two seals of a credential the one with the greater number is newer. */
  generation: z.number().int(),
});

const sealedCredentialSchema = z.object({
  id: z.string(),
  workspace: z.string(),
  component: z.string(),
  type: z.string(),
  auth: authRuleSchema,
  /** Where the secret may go: the component's rule and what it came to for this credential. */
  origins: z.array(z.object({ rule: originSchema, origin: z.string() })),
  /** In front of the path of every call: the part of a shared host that is this account's. */
  base: z.string().optional(),
  values: z.record(z.string(), jsonSchema),
  tokens: tokensSchema.optional(),
  issued: z.number(),
  expires: z.number().optional(),
});
export type SealedCredential = z.infer<typeof sealedCredentialSchema>;

const headerSchema = z.strictObject({
  alg: z.literal('dir'),
  enc: z.literal('A256GCM'),
  kid: z.string(),
  typ: z.enum([tokenType, noteType]),
});

export interface Vault {
  seal(credential: SealedCredential): Promise<string>;
  /** Throws `proxy.credential-not-valid`. `isOld`: sealed with a previous key, worth sealing again. */
  open(token: string): Promise<OpenedCredential>;
  sealNote(note: Json): Promise<string>;
  /** Throws `proxy.credential-not-valid`. */
  openNote(sealed: string): Promise<Json>;
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

  async function seal(content: Json, typ: string): Promise<string> {
    const token = await new CompactEncrypt(new TextEncoder().encode(writeJson(content)))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: ring.current.id, typ })
      .encrypt(ring.current.bytes);
    if (token.length > maxTokenLength) throw new RefusedError('proxy.credential-too-large');
    return token;
  }

  /** What is inside, and whether a previous key sealed it. */
  async function unseal(token: string, typ: string): Promise<{ content: Json; isOld: boolean }> {
    const header = readHeader(token);
    const key = keyById(ring, header.kid);
    if (key === undefined || header.typ !== typ)
      throw new RefusedError('proxy.credential-not-valid');
    const { plaintext } = await compactDecrypt(token, key.bytes, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    }).catch(notValid);
    const content = parseJson(new TextDecoder().decode(plaintext));
    return content.ok ? { content: content.value, isOld: key !== ring.current } : notValid();
  }

  return {
    seal: (credential) => seal(credential as unknown as Json, tokenType), // JSON by its schema
    async open(token) {
      const known = recent.get(token);
      if (known !== undefined) return keep(token, known);
      const { content, isOld } = await unseal(token, tokenType);
      const credential = sealedCredentialSchema.safeParse(content);
      return credential.success ? keep(token, { credential: credential.data, isOld }) : notValid();
    },
    sealNote: (note) => seal(note, noteType),
    openNote: async (sealed) => (await unseal(sealed, noteType)).content,
  };
}

function notValid(): never {
  throw new RefusedError('proxy.credential-not-valid');
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
