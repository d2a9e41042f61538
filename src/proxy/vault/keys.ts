/**
 * The keys that seal credentials and sign sessions.
 *
 * 1. A key is 32 random bytes, written as base64url. Its id is made from its digest, so it tells nothing about the key.
 * 2. The first key seals; the others only open what they sealed earlier.
 * 3. Keys come from the environment, or from one file that only the owner can read, made at the first start.
 */
import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

export interface SealingKey {
  readonly id: string;
  readonly bytes: Uint8Array;
  /** Signs session cookies; derived, so that a cookie's signature says nothing about the sealing key. */
  readonly sessionKey: Uint8Array;
}

export interface KeyRing {
  readonly current: SealingKey;
  readonly previous: readonly SealingKey[];
}

const keyFileSchema = z.object({ keys: z.array(z.string()).min(1) });

/** A fresh key as text, for a key file or `FOOTBRIDGE_KEY`. */
export function createKeyText(): string {
  return randomBytes(32).toString('base64url');
}

/** The ring of the given keys, the sealing one first. Throws an error whose message names the source. */
export function keyRingOf(texts: readonly string[], source: string): KeyRing {
  const [current, ...previous] = texts.map((text) => toKey(text, source));
  if (current === undefined) throw new Error(`${source} holds no key.`);
  return { current, previous };
}

/** Finds a key by the id in a token's header. */
export function keyById(ring: KeyRing, id: string): SealingKey | undefined {
  return ring.current.id === id ? ring.current : ring.previous.find((key) => key.id === id);
}

/** Reads the key file of the data directory; makes it (mode 0600) when there is none. */
export async function loadKeyFile(dataDir: string): Promise<KeyRing> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'keys.json');
  try {
    await writeFile(path, `${JSON.stringify({ keys: [createKeyText()] }, null, 2)}\n`, {
      mode: 0o600,
      flag: 'wx',
    });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
  }
  await refuseLooseMode(path);
  return keyRingOf(parseKeyFile(await readFile(path, 'utf8'), path), path);
}

function parseKeyFile(text: string, path: string): readonly string[] {
  try {
    return keyFileSchema.parse(JSON.parse(text)).keys;
  } catch {
    // Without the cause: a parse error may quote the text, and the text is the key.
    throw new Error(
      `The key file ${path} cannot be read: it must look like {"keys": ["…"]}. ` +
        'Put the right file back. If it is lost, delete it: a new key is made, and every credential has to be connected again.',
    );
  }
}

async function refuseLooseMode(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const { mode } = await stat(path);
  if ((mode & 0o077) === 0) return;
  throw new Error(
    `The key file ${path} can be read by other users of this computer. Run: chmod 600 ${path}`,
  );
}

function toKey(text: string, source: string): SealingKey {
  const bytes = /^[\w-]{43}$/.test(text.trim())
    ? Buffer.from(text.trim(), 'base64url')
    : Buffer.alloc(0);
  if (bytes.length !== 32) {
    throw new Error(
      `A key in ${source} is not 32 bytes in base64url (43 letters, digits, "-" or "_").`,
    );
  }
  return {
    id: createHash('sha256')
      .update('footbridge key id')
      .update(bytes)
      .digest('base64url')
      .slice(0, 10),
    bytes: new Uint8Array(bytes),
    sessionKey: new Uint8Array(hkdfSync('sha256', bytes, '', 'footbridge session', 32)),
  };
}
