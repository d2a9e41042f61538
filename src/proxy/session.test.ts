import { describe, expect, it } from 'vitest';
import { createSessions } from './session.ts';
import { createMemoryStore } from './store.ts';
import { createKeyText, keyRingOf } from './vault/keys.ts';

const lastsMs = 1000;

/** One store and one key, as they outlive a server. */
function serverThatRestarts() {
  let time = 0;
  const store = createMemoryStore();
  const keys = keyRingOf([createKeyText()], 'test');
  return {
    advance: (ms: number) => void (time += ms),
    start: () =>
      createSessions({
        keys,
        store,
        now: () => time,
        port: () => 1,
        isSecure: false,
        rules: { mark: 'm', lastsMs, isProlonged: true },
      }),
  };
}

const bare = (setCookie = ''): string => setCookie.split(';')[0] ?? '';

describe('a session that was signed out', () => {
  it('is none after a restart, also in a copy that began anew later than what was signed out', async () => {
    const server = serverThatRestarts();
    const sessions = server.start();
    const own = sessions.begin({ workspace: 'w' });
    server.advance(lastsMs - 1);
    const copy = bare(sessions.cookieWithDocument(sessions.read(bare(own.cookie))));
    await sessions.end(own.session);
    expect(sessions.read(copy)).toBeUndefined();
    server.advance(2);
    // Another one signs out: what would have ended by itself is forgotten then.
    await sessions.end(sessions.begin({ workspace: 'other' }).session);
    expect(server.start().read(copy)).toBeUndefined();
  });
});
