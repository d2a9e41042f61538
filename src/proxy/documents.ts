/**
 * The page's document and files, and the session that comes with the document (session.ts, invariants 1 and 3).
 */
import { signInAddress } from './access/sign-in-pages.ts';
import type { Door, HeaderReader } from './door.ts';
import type { PageFile, PageFiles } from './page-files.ts';
import { codeThreadPolicy, fileHeaders, pageHeaders, pagePolicy } from './policy.ts';
import type { Sessions } from './session.ts';

/** What to do with a request for a document: let it pass (with a cookie to set, or as it is), or answer it otherwise. */
export type DocumentVerdict =
  { readonly cookie: string | undefined } | { readonly instead: Response };

export interface DocumentDeps {
  readonly door: Door;
  readonly sessions: Sessions;
  /** True where an access method decides who gets a session. */
  readonly isGuarded: boolean;
}

/** `address`: path and query, to come back to after signing in. */
export function admitDocument(
  address: string,
  header: HeaderReader,
  deps: DocumentDeps,
): DocumentVerdict {
  const session = deps.sessions.read(header('cookie'));
  if (session === undefined && deps.door.isForeignNavigation(header))
    return { instead: loadAgainDocument() };
  if (session === undefined && deps.isGuarded) {
    return {
      instead: new Response(null, {
        status: 303,
        headers: { Location: signInAddress(address), 'Cache-Control': 'no-store' },
      }),
    };
  }
  return { cookie: deps.sessions.cookieWithDocument(session) };
}

/** A file of the page, or its document for every other address a person may open. Undefined: there is no such thing. */
export async function answerPage(
  { path, search }: { readonly path: string; readonly search: string },
  header: HeaderReader,
  files: PageFiles,
  deps: DocumentDeps,
): Promise<Response | undefined> {
  const file = path === '/' || path === '/index.html' ? undefined : files.find(path);
  if (file !== undefined && file.type !== files.index.type) return answerFile(path, file, header);
  const isDocument =
    path === '/' || path === '/index.html' || (header('accept') ?? '').includes('text/html');
  if (!isDocument) return undefined;
  const verdict = admitDocument(`${path}${search}`, header, deps);
  if ('instead' in verdict) return verdict.instead;
  const { bytes, encoding } = await files.index.encoded(header('accept-encoding') ?? '');
  return new Response(bytes, {
    headers: {
      ...pageHeaders(pagePolicy),
      'Content-Type': files.index.type,
      'Cache-Control': 'no-store',
      ...(verdict.cookie === undefined ? {} : { 'Set-Cookie': verdict.cookie }),
      Vary: 'Accept-Encoding',
      ...(encoding === undefined ? {} : { 'Content-Encoding': encoding }),
    },
  });
}

/** Scripts, styles and fonts of the page. Workers are told by the name their file has in the source: `run-worker`. */
const pageOnly = /^\/assets\/(?![^/]*worker)[^/]+\.(js|css|woff2?)$/;

const codeThread = /^\/assets\/code-worker[^/]*\.js$/;

function headersOf(path: string): Readonly<Record<string, string>> {
  if (pageOnly.test(path)) return fileHeaders;
  return pageHeaders(codeThread.test(path) ? codeThreadPolicy : pagePolicy);
}

async function answerFile(path: string, file: PageFile, header: HeaderReader): Promise<Response> {
  const common = {
    ...headersOf(path),
    ETag: file.etag,
    'Cache-Control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    Vary: 'Accept-Encoding',
  };
  if (header('if-none-match') === file.etag)
    return new Response(null, { status: 304, headers: common });
  const { bytes, encoding } = await file.encoded(header('accept-encoding') ?? '');
  return new Response(bytes, {
    headers: {
      ...common,
      'Content-Type': file.type,
      ...(encoding === undefined ? {} : { 'Content-Encoding': encoding }),
    },
  });
}

function loadAgainDocument(): Response {
  return new Response(
    '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0"><title>Footbridge</title>',
    {
      headers: {
        ...pageHeaders(pagePolicy),
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
      },
    },
  );
}
