import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import { atHand, textsAtHand, type Component } from '../catalog/contract.ts';
import { buildHeader, writeJson, type Json } from '../shared/index.ts';

export interface CatalogAsked {
  readonly ifNoneMatch: string | undefined;
  readonly acceptEncoding: string | undefined;
}

export type CatalogEndpoint = (asked: CatalogAsked) => Response;

/** What components say in other languages: by language, then by component id. */
export type CatalogTexts = ReadonlyMap<
  string,
  Readonly<Record<string, Readonly<Record<string, string>>>>
>;

/** What a page begins with, and the whole of each component when it is used. Undefined: there is no such thing. */
export function createCatalogEndpoints(
  {
    components,
    drawings,
    texts = new Map(),
  }: {
    readonly components: readonly Component[];
    /** One SVG document. */
    readonly drawings: string;
    readonly texts?: CatalogTexts | undefined;
  },
  build?: string,
) {
  const known = new Map(components.map((component) => [component.id, component]));
  const made = new Map<string, CatalogEndpoint>();
  function endpoint(name: string, content: Json | undefined): CatalogEndpoint | undefined {
    if (content === undefined) return undefined;
    let found = made.get(name);
    if (found === undefined) made.set(name, (found = createCatalogEndpoint(content, build)));
    return found;
  }
  // Components are plain JSON; only their types say more.
  const asJson = (part: unknown) => part as Json;
  const firstTexts = new Map(
    [...texts].map(([language, all]) => [
      language,
      createCatalogEndpoint(
        Object.fromEntries(
          Object.entries(all).map(([id, said]) => {
            const component = known.get(id);
            return [id, component === undefined ? said : textsAtHand(component, said)];
          }),
        ),
        build,
      ),
    ]),
  );
  return {
    list: createCatalogEndpoint(asJson(components.map(atHand)), build),
    drawings: createDrawingsEndpoint(drawings, build),
    texts: (language: string) => firstTexts.get(language),
    component: (id: string) => endpoint(id, asJson(known.get(id))),
    textsOf: (id: string, language: string) =>
      endpoint(`${id} ${language}`, known.has(id) ? texts.get(language)?.[id] : undefined),
  };
}

/**
 * A part of the catalog, or of its texts in a language, written once: they do not change while the server runs. With the build of the page
 * that it belongs to, an older page can tell that it is not its own.
 */
export function createCatalogEndpoint(content: Json, build?: string): CatalogEndpoint {
  return writtenOnce(writeJson(content), {
    'Content-Type': 'application/json',
    ...(build === undefined ? {} : { [buildHeader]: build }),
  });
}

/** All drawings in one document: nothing in it can run, not even when it is opened by itself. */
function createDrawingsEndpoint(drawings: string, build?: string): CatalogEndpoint {
  return writtenOnce(drawings, {
    'Content-Type': 'image/svg+xml',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    ...(build === undefined ? {} : { [buildHeader]: build }),
  });
}

function writtenOnce(text: string, own: Readonly<Record<string, string>>): CatalogEndpoint {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const headers = {
    ETag: etag,
    'Cache-Control': 'no-cache',
    Vary: 'Accept-Encoding',
    'X-Content-Type-Options': 'nosniff',
    ...own,
  };
  let brotli: Uint8Array<ArrayBuffer> | undefined;
  return ({ ifNoneMatch, acceptEncoding }) => {
    if (ifNoneMatch === etag) return new Response(null, { status: 304, headers });
    if (acceptEncoding?.split(',').some((name) => name.trim().startsWith('br')) !== true)
      return new Response(text, { headers });
    brotli ??= new Uint8Array(brotliCompressSync(text));
    return new Response(brotli, { headers: { ...headers, 'Content-Encoding': 'br' } });
  };
}
