/**
 * The little that must not be forgotten: revoked tokens, webhook addresses, sessions that were signed out, the newest tokens of
 * OAuth credentials and the apps of services (both sealed: whoever has this file alone has nothing).
 *
 * One file, written anew and swapped in (a crash leaves the old or the new one, never half of one). The tokens of a revoked
 * credential are left out at every write. The ids of revoked credentials stay for good: a seal may have no end.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const storedWebhookSchema = z.object({
  id: z.string(),
  workspace: z.string(),
  expires: z.number(),
  /** The sealed credential whose secret callers sign with. */
  signedBy: z.string().optional(),
  /** Names of signed calls that were taken, the newest last. */
  taken: z.array(z.string()).optional(),
});
export type StoredWebhook = z.infer<typeof storedWebhookSchema>;

/** The newest seal of a credential whose tokens are renewed. */
const storedTokensSchema = z.object({
  id: z.string(),
  generation: z.number().int(),
  seal: z.string(),
});
export type StoredTokens = z.infer<typeof storedTokensSchema>;

/** A session that was signed out; once it would have ended by itself it is forgotten. */
const endedSessionSchema = z.object({ id: z.string(), ends: z.number() });
type EndedSession = z.infer<typeof endedSessionSchema>;

const contentSchema = z.object({
  format: z.literal('footbridge.proxy-store'),
  formatVersion: z.literal(1),
  revoked: z.array(z.string()),
  webhooks: z.array(storedWebhookSchema),
  // Files of before OAuth have neither.
  tokens: z.array(storedTokensSchema).default([]),
  apps: z.record(z.string(), z.string()).default({}),
  endedSessions: z.array(endedSessionSchema).default([]),
});
type Content = z.infer<typeof contentSchema>;

export interface ProxyStore {
  isRevoked(credentialId: string): boolean;
  revoke(credentialId: string): Promise<void>;
  webhooks(): readonly StoredWebhook[];
  saveWebhooks(webhooks: readonly StoredWebhook[]): Promise<void>;
  /** By a credential's id. */
  tokens(credentialId: string): StoredTokens | undefined;
  /** In place of those kept for the same credential; of a revoked one only until they are forgotten or the server ends. */
  keepTokens(tokens: StoredTokens): Promise<void>;
  forgetTokens(credentialId: string): Promise<void>;
  /** A sealed app by its name. */
  app(name: string): string | undefined;
  keepApp(name: string, sealed: string): Promise<void>;
  /** Their ids. */
  endedSessions(): readonly string[];
  endSession(ended: EndedSession, now: number): Promise<void>;
}

const nothing: Content = {
  format: 'footbridge.proxy-store',
  formatVersion: 1,
  revoked: [],
  webhooks: [],
  tokens: [],
  apps: {},
  endedSessions: [],
};

/** Forgets everything with the process: for tests, and for a host that serves no page. */
export function createMemoryStore(): ProxyStore {
  return createStore(nothing, () => Promise.resolve());
}

/** Keeps its content in `store.json` of the data directory. Throws an error for the operator when that file is broken. */
export async function openFileStore(dataDir: string): Promise<ProxyStore> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'store.json');
  let last = Promise.resolve();
  return createStore(await readContent(path), (content) => {
    last = last
      .catch(() => undefined)
      .then(async () => {
        await writeFile(`${path}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
        await rename(`${path}.new`, path);
      });
    return last;
  });
}

function createStore(start: Content, save: (content: Content) => Promise<void>): ProxyStore {
  const revoked = new Set(start.revoked);
  const tokens = new Map(start.tokens.map((entry) => [entry.id, entry]));
  // Those of a revoked credential are at hand until they were given back to the service.
  const tokensToKeep = (): StoredTokens[] =>
    [...tokens.values()].filter(({ id }) => !revoked.has(id));
  let content: Content = { ...start, tokens: tokensToKeep() };
  return {
    isRevoked: (id) => revoked.has(id),
    revoke(id) {
      revoked.add(id);
      content = { ...content, revoked: [...revoked], tokens: tokensToKeep() };
      return save(content);
    },
    webhooks: () => content.webhooks,
    saveWebhooks(webhooks) {
      content = { ...content, webhooks: [...webhooks] };
      return save(content);
    },
    tokens: (id) => tokens.get(id),
    keepTokens(entry) {
      tokens.set(entry.id, entry);
      content = { ...content, tokens: tokensToKeep() };
      return save(content);
    },
    forgetTokens(id) {
      if (!tokens.delete(id)) return Promise.resolve();
      content = { ...content, tokens: tokensToKeep() };
      return save(content);
    },
    app: (name) => (Object.hasOwn(content.apps, name) ? content.apps[name] : undefined),
    keepApp(name, sealed) {
      content = { ...content, apps: { ...content.apps, [name]: sealed } };
      return save(content);
    },
    endedSessions: () => content.endedSessions.map(({ id }) => id),
    endSession(ended, now) {
      const others = content.endedSessions.filter(({ ends }) => ends > now);
      content = { ...content, endedSessions: [...others, ended] };
      return save(content);
    },
  };
}

async function readContent(path: string): Promise<Content> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    return nothing;
  }
  try {
    return contentSchema.parse(JSON.parse(text));
  } catch (cause) {
    // Going on without it would make revoked credentials valid again.
    throw new Error(
      `The file ${path} cannot be read. Put a copy back, or delete it: deleted credentials would then be valid again.`,
      { cause },
    );
  }
}
