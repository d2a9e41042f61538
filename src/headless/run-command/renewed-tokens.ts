/**
 * Refresh tokens that services gave in place of those in the credentials file, in a file of its own beside it: the person's
 * own file stays as they wrote it.
 *
 * 1. An entry is found by a fingerprint of the token in the credentials file: a new one there begins afresh.
 * 2. Written at once, for its owner only, and swapped in: a run that is ended right after loses nothing.
 * 3. Runs that go on at the same time add to what is there: a token that only one of them knows is the only one that works.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { say } from '../../words/index.ts';
import { CannotRun } from './cannot-run.ts';
import { waitForLock } from './file-lock.ts';
import { swapIn } from '../swap-in.ts';

const contentSchema = z.object({
  format: z.literal('footbridge.renewed-tokens'),
  formatVersion: z.literal(1),
  tokens: z.record(z.string(), z.string()),
});

export interface RenewedTokens {
  /** What a service gave last in place of this one; itself where none was given. */
  latest(given: string): string;
  keep(given: string, latest: string): void;
  /** Resolves when everything is written. Throws `CannotRun` in words where it could not be. */
  close(): Promise<void>;
}

/** Throws `CannotRun` in words. */
export async function openRenewedTokens(
  credentialsFile: string,
  folder: string,
): Promise<RenewedTokens> {
  const file = `${credentialsFile}.renewed`;
  const path = resolve(folder, file);
  const known = await readTokens(path, file);
  const own: Record<string, string> = {};
  let written: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const release = await waitForLock(`${path}.lock`);
    try {
      const tokens = { ...(await readTokens(path, file)), ...own };
      const content = { format: 'footbridge.renewed-tokens', formatVersion: 1, tokens };
      await swapIn(path, `${JSON.stringify(content, null, 2)}\n`);
    } finally {
      await release();
    }
  }

  return {
    latest: (given) => own[fingerprint(given)] ?? known[fingerprint(given)] ?? given,
    keep(given, latest) {
      own[fingerprint(given)] = latest;
      // Each writing holds all that was given so far: what an earlier one could not write is written with the next.
      written = written.catch(() => undefined).then(write);
      written.catch(() => undefined); // `close` tells
    },
    close: () =>
      written.catch((cause: unknown) => {
        const reason = (cause as NodeJS.ErrnoException).code ?? '';
        throw new CannotRun(say('command-line.renewed-not-written', { file, reason }));
      }),
  };
}

function fingerprint(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

async function readTokens(path: string, file: string): Promise<Record<string, string>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? '';
    if (reason === 'ENOENT') return {};
    throw new CannotRun(say('command-line.file-unreadable', { file, reason }));
  }
  try {
    return contentSchema.parse(JSON.parse(text)).tokens;
  } catch {
    // Without the cause: it may quote the text, and the text is tokens.
    throw new CannotRun(say('command-line.renewed-unreadable', { file }));
  }
}
