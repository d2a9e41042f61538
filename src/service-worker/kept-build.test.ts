import { describe, expect, it } from 'vitest';
import { createKeptBuild } from './kept-build.ts';

const origin = 'http://127.0.0.1:4400';
const drawings = '/api/catalog/drawings.svg';
const whole = '/api/catalog/catalog%3Achat';

/** The browser's caches, by name and path. */
function someCaches() {
  const kept = new Map<string, Map<string, Response>>();
  const addressOf = (asked: RequestInfo | URL) =>
    asked instanceof Request ? asked.url : String(asked);
  return {
    kept,
    caches: {
      open: (name: string) => {
        const cache = kept.get(name) ?? new Map<string, Response>();
        kept.set(name, cache);
        return Promise.resolve({
          put: (asked: RequestInfo, answer: Response) => {
            cache.set(addressOf(asked), answer);
            return Promise.resolve();
          },
        } as unknown as Cache);
      },
      match: (asked: RequestInfo | URL, { cacheName }: MultiCacheQueryOptions = {}) =>
        Promise.resolve(
          [...kept]
            .filter(([name]) => cacheName === undefined || name === cacheName)
            .map(([, cache]) => cache.get(addressOf(asked))?.clone())
            .find((answer) => answer !== undefined),
        ),
      keys: () => Promise.resolve([...kept.keys()]),
      delete: (name: string) => Promise.resolve(kept.delete(name)),
    },
  };
}

function answersOf(build: string): Record<string, () => Response> {
  const headers = { 'Footbridge-Build': build };
  return {
    '/': () => new Response(`<meta name="footbridge-build" content="${build}" />`),
    '/api/catalog': () =>
      Response.json([{ id: 'catalog:crm' }, { id: 'catalog:chat', summary: true }], { headers }),
    [whole]: () => Response.json({ id: 'catalog:chat' }, { headers }),
    [drawings]: () => new Response('<svg/>', { headers }),
    '/assets/page-1.js': () => new Response(`page of ${build}`),
    '/icon.svg': () => new Response(`icon of ${build}`),
  };
}

/** A browser with the page of a build, and the server it asks. */
function aBrowser(build = 'b1', { caches, kept } = someCaches()) {
  const server = { answers: answersOf(build), isThere: true, asked: [] as string[] };
  const worker = createKeptBuild({
    build: { id: build, files: ['/assets/page-1.js', '/icon.svg'] },
    origin,
    caches,
    fetch: (request) => {
      const path = new URL(request.url).pathname;
      server.asked.push(path);
      const answer = server.answers[path === '/flows/a' ? '/' : path];
      return server.isThere
        ? Promise.resolve(answer?.() ?? new Response('none', { status: 404 }))
        : Promise.reject(new TypeError('no network'));
    },
  });
  const ask = async (path: string, init: RequestInit & { navigates?: true } = {}) => {
    const request = new Request(new URL(path, origin), init);
    if (init.navigates) Object.defineProperty(request, 'mode', { value: 'navigate' });
    const answer = worker.answer(request);
    return answer === undefined ? 'not ours' : (await answer).text();
  };
  return { worker, server, ask, kept, caches };
}

describe('the page that is kept for when there is no connection', () => {
  it('opens at every address of a flow, with its catalog, drawings and files', async () => {
    const { worker, server, ask } = aBrowser();
    await worker.keep();
    server.isThere = false;
    expect(await ask('/flows/a?step=b', { navigates: true })).toContain('content="b1"');
    expect(await ask('/api/catalog')).toContain('{"id":"catalog:crm"}');
    expect(await ask(whole)).toBe('{"id":"catalog:chat"}');
    expect(await ask(drawings)).toBe('<svg/>');
    expect(await ask('/assets/page-1.js')).toBe('page of b1');
    expect(await ask('/icon.svg')).toBe('icon of b1');
  });

  it('is not shown while the server answers: the session comes with the document', async () => {
    const { worker, server, ask } = aBrowser();
    await worker.keep();
    server.answers['/'] = () => new Response('sign in first');
    expect(await ask('/', { navigates: true })).toBe('sign in first');
  });

  it('is kept as a whole or not at all: neither a page of signing in nor a catalog of another build', async () => {
    for (const [path, answer] of [
      ['/', () => new Response('<title>Footbridge</title>')],
      ['/api/catalog', () => Response.json([], { headers: { 'Footbridge-Build': 'b2' } })],
      [whole, () => Response.json({}, { headers: { 'Footbridge-Build': 'b2' } })],
      ['/assets/page-1.js', () => new Response('gone', { status: 404 })],
    ] as const) {
      const { worker, server, kept } = aBrowser();
      server.answers[path] = answer;
      await expect(worker.keep()).rejects.toThrow();
      expect([...kept.keys()]).toEqual([]);
    }
  });

  it('is asked for by four at a time: on a slow line it stands sooner, and two lines stay free', async () => {
    const files = Array.from({ length: 12 }, (_, at) => `/assets/file-${String(at)}.js`);
    const { caches, kept } = someCaches();
    const answers = answersOf('b1');
    let open = 0;
    let most = 0;
    const worker = createKeptBuild({
      build: { id: 'b1', files },
      origin,
      caches,
      fetch: async (request) => {
        most = Math.max(most, ++open);
        for (let turn = 0; turn < 10; turn++) await Promise.resolve();
        open--;
        return answers[new URL(request.url).pathname]?.() ?? new Response('a file');
      },
    });
    await worker.keep();
    expect(most).toBe(4);
    const paths = [...(kept.get('footbridge-b1')?.keys() ?? [])];
    expect(paths).toEqual(expect.arrayContaining(files.map((path) => `${origin}${path}`)));
  });

  it('asks for nothing more, and keeps nothing, once a part cannot be had', async () => {
    const files = Array.from({ length: 12 }, (_, at) => `/assets/file-${String(at)}.js`);
    const { caches, kept } = someCaches();
    const answers = answersOf('b1');
    const asked: string[] = [];
    const late: (() => void)[] = [];
    const worker = createKeptBuild({
      build: { id: 'b1', files },
      origin,
      caches,
      fetch: async (request) => {
        const { pathname } = new URL(request.url);
        if (!pathname.startsWith('/assets/')) return answers[pathname]?.() ?? new Response();
        asked.push(pathname);
        if (asked.length === 1) return new Response('gone', { status: 404 });
        await new Promise<void>((done) => late.push(done));
        return new Response('a file');
      },
    });
    const keeping = worker.keep().catch((cause: unknown) => cause);
    await expect.poll(() => late.length).toBe(3);
    for (const done of late) done();
    expect(await keeping).toBeInstanceOf(Error);
    expect(asked).toHaveLength(4);
    expect([...kept.keys()]).toEqual([]);
  });

  it('touches no answer of services, no signing in, nothing that is sent and no other site', async () => {
    const { worker, server, ask, kept } = aBrowser();
    await worker.keep();
    const before = kept.get('footbridge-b1')?.size;
    server.asked.length = 0;
    for (const path of ['/api/session', '/api/places', '/api/calls/1/outcome', '/hooks/a'])
      expect(await ask(path)).toBe('not ours');
    expect(await ask('/sign-in', { navigates: true })).toBe('not ours');
    expect(await ask('/oauth/callback/a?code=b', { navigates: true })).toBe('not ours');
    expect(await ask('/api/catalog', { method: 'POST' })).toBe('not ours');
    expect(await ask('http://127.0.0.1:4500/assets/page-1.js')).toBe('not ours');
    expect(server.asked).toEqual([]);
    expect(kept.get('footbridge-b1')?.size).toBe(before);
  });

  it('keeps texts of the catalog when they are first asked for, and no refusal', async () => {
    const { worker, server, ask } = aBrowser();
    await worker.keep();
    server.answers['/api/catalog/texts/de'] = () =>
      new Response('auf Deutsch', { headers: { 'Footbridge-Build': 'b1' } });
    await ask('/api/catalog/texts/de');
    server.answers['/api/catalog/texts/de'] = () => new Response('no', { status: 401 });
    expect(await ask('/api/catalog/texts/de')).toBe('no');
    server.isThere = false;
    expect(await ask('/api/catalog/texts/de')).toBe('auf Deutsch');
  });

  it('leaves the files of the build before to tabs that still show it, and lets older ones go', async () => {
    const shared = someCaches();
    for (const build of ['b1', 'b2', 'b3']) await aBrowser(build, shared).worker.keep();
    const { worker } = aBrowser('b3', shared);
    await worker.letGoOfOld();
    expect([...shared.kept.keys()]).toEqual(['footbridge-b2', 'footbridge-b3']);
  });
});
