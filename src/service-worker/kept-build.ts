import { buildHeader } from '../shared/index.ts';

/** One build of the page, kept as a whole (README, invariants 1 to 4). */
export interface Build {
  readonly id: string;
  /** Paths of its files, without the document. */
  readonly files: readonly string[];
}

export interface KeptBuildPorts {
  readonly build: Build;
  /** Of the page, without a slash at its end. */
  readonly origin: string;
  readonly caches: Pick<CacheStorage, 'open' | 'match' | 'keys' | 'delete'>;
  readonly fetch: (request: Request) => Promise<Response>;
}

export interface KeptBuild {
  /** Keeps all of it; rejects, and keeps nothing, where a part of it cannot be had. */
  keep(): Promise<void>;
  /** Lets go of builds that no page can show any more. */
  letGoOfOld(): Promise<void>;
  /** Undefined: the request is none of ours. */
  answer(request: Request): Promise<Response> | undefined;
}

const catalogPath = '/api/catalog';
const documentPath = /^\/(flows\/[^/]+)?$/;
const drawingsPath = `${catalogPath}/drawings.svg`;
const catalogPart = /^\/api\/catalog(\/texts\/[a-z]+|\/[^/]+(\/texts\/[a-z]+)?)?$/;
const prefix = 'footbridge-';
/** There are hundreds of files: one after another they take minutes on a slow line. Of six lines of a browser two stay free. */
const asksAtOnce = 4;

export function createKeptBuild(ports: KeptBuildPorts): KeptBuild {
  const { build, origin, caches, fetch } = ports;
  const files = new Set(build.files);
  const name = `${prefix}${build.id}`;

  async function keep(): Promise<void> {
    try {
      const cache = await caches.open(name);
      await cache.put(asked('/'), await wholeDocument());
      const catalog = await catalogOf(catalogPath);
      const components = componentsIn(await catalog.clone().json());
      await cache.put(asked(catalogPath), catalog);
      await cache.put(asked(drawingsPath), await catalogOf(drawingsPath));
      await someAtATime(build.files, async (path) => cache.put(asked(path), await found(path)));
      await someAtATime(
        components.filter(({ summary }) => summary).map(({ id }) => wholeOf(id)),
        async (path) => cache.put(asked(path), await catalogOf(path)),
      );
    } catch (cause) {
      await caches.delete(name);
      throw cause;
    }
  }

  async function wholeDocument(): Promise<Response> {
    const answer = await found('/');
    if (!(await answer.clone().text()).includes(`content="${build.id}"`))
      throw new Error('the document is not of this build');
    return answer;
  }

  async function catalogOf(path: string): Promise<Response> {
    const answer = await found(path);
    if (!isOfBuild(answer)) throw new Error('the catalog is not of this build');
    return answer;
  }

  async function found(path: string): Promise<Response> {
    const cache = path.startsWith('/assets/') ? 'default' : 'no-cache';
    const answer = await fetch(
      new Request(`${origin}${path}`, {
        cache,
        priority: 'low',
        headers: { 'X-Footbridge': '1' },
      }),
    );
    if (!answer.ok || answer.redirected) throw new Error(`${path} cannot be had`);
    return answer;
  }

  function kept(path: string): Promise<Response | undefined> {
    return caches.match(asked(path), { cacheName: name, ignoreVary: true });
  }

  async function networkFirst(request: Request, path: string): Promise<Response> {
    try {
      return await fetch(request);
    } catch (cause) {
      const answer = await kept(path);
      if (answer === undefined) throw cause;
      return answer;
    }
  }

  async function answerCatalog(request: Request, path: string): Promise<Response> {
    const answer = await networkFirst(request, path);
    if (answer.ok && isOfBuild(answer)) void keepPart(path, answer.clone());
    return answer;
  }

  async function keepPart(path: string, answer: Response): Promise<void> {
    try {
      const before = await kept(path);
      if (before !== undefined && before.headers.get('ETag') === answer.headers.get('ETag')) return;
      await (await caches.open(name)).put(asked(path), answer);
    } catch {
      // A browser without room keeps what it has.
    }
  }

  async function answerFile(request: Request): Promise<Response> {
    return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
  }

  function asked(path: string): string {
    return `${origin}${path}`;
  }

  function isOfBuild(answer: Response): boolean {
    return answer.headers.get(buildHeader) === build.id;
  }

  return {
    keep,
    async letGoOfOld() {
      const others = (await caches.keys()).filter(
        (other) => other.startsWith(prefix) && other !== name,
      );
      for (const other of others.slice(0, -1)) await caches.delete(other);
    },
    answer(request) {
      const { origin: asker, pathname: path } = new URL(request.url);
      if (request.method !== 'GET' || asker !== origin) return undefined;
      if (request.mode === 'navigate')
        return documentPath.test(path) ? networkFirst(request, '/') : undefined;
      if (catalogPart.test(path)) return answerCatalog(request, path);
      if (path.startsWith('/assets/')) return answerFile(request);
      // Files that keep their name from build to build.
      return files.has(path) ? networkFirst(request, path) : undefined;
    },
  };
}

/** Begins no more once one has failed; what those under way put into a cache that is let go goes with it. */
async function someAtATime(
  paths: readonly string[],
  act: (path: string) => Promise<void>,
): Promise<void> {
  const left = [...paths];
  const goOn = async () => {
    try {
      for (let path = left.shift(); path !== undefined; path = left.shift()) await act(path);
    } catch (cause) {
      left.length = 0;
      throw cause;
    }
  };
  await Promise.all(Array.from({ length: asksAtOnce }, goOn));
}

interface Listed {
  readonly id: string;
  /** The whole of it is an answer of its own. */
  readonly summary: boolean;
}

function componentsIn(catalog: unknown): readonly Listed[] {
  if (!Array.isArray(catalog)) throw new Error('the catalog is no list');
  return catalog.flatMap((component: unknown) =>
    typeof component === 'object' &&
    component !== null &&
    'id' in component &&
    typeof component.id === 'string'
      ? [{ id: component.id, summary: 'summary' in component && component.summary === true }]
      : [],
  );
}

function wholeOf(id: string): string {
  return `${catalogPath}/${encodeURIComponent(id)}`;
}
