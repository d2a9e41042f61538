/**
 * The built page's files. Read once into memory and compressed once; a path is looked up in that list, so no request
 * can name a file outside it.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};
const compressible = /^(text|application\/(json|manifest|wasm)|image\/svg)/;
const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
type Bytes = Uint8Array<ArrayBuffer>;

export interface PageFile {
  readonly type: string;
  readonly etag: string;
  /** Its name changes with its content: a browser may keep it for good. */
  readonly isHashed: boolean;
  /** The bytes in the best encoding the browser accepts. */
  encoded(accepted: string): Promise<{ readonly bytes: Bytes; readonly encoding?: 'br' | 'gzip' }>;
}

export interface PageFiles {
  /** By path with a slash in front: `/assets/main-3f2a.js`. */
  find(path: string): PageFile | undefined;
  readonly index: PageFile;
  /** What its document says that it was built as. */
  readonly build?: string | undefined;
}

/** Throws an error for the operator when there is no built page. */
export async function readPageFiles(pageDir: string): Promise<PageFiles> {
  const entries = await readdir(pageDir, { recursive: true, withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const present = new Set(names);
  const files = new Map<string, PageFile>();
  for (const name of names) {
    if (/\.(br|gz)$/.test(name)) continue;
    const path = `/${relative(pageDir, name).split(sep).join('/')}`;
    files.set(
      path,
      toPageFile(
        path,
        await readBytes(name),
        present.has(`${name}.br`) ? await readBytes(`${name}.br`) : undefined,
      ),
    );
  }
  const index = files.get('/index.html');
  if (index === undefined)
    throw new Error(
      `There is no built page in ${pageDir}. Run: npm start (it builds the page first).`,
    );
  const build = buildIn(await readFile(join(pageDir, 'index.html'), 'utf8'));
  return { find: (path) => files.get(path), index, build };
}

function buildIn(document: string): string | undefined {
  return /<meta name="footbridge-build" content="([\w-]+)"/.exec(document)?.[1];
}

async function readBytes(name: string): Promise<Bytes> {
  return new Uint8Array(await readFile(name));
}

function toPageFile(path: string, bytes: Bytes, precompressed: Bytes | undefined): PageFile {
  const type = types[extname(path)] ?? 'application/octet-stream';
  const isWorthIt = compressible.test(type) && bytes.length > 1024;
  let brotli = precompressed === undefined ? undefined : Promise.resolve(precompressed);
  let gzipped: Promise<Bytes> | undefined;
  return {
    type,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    isHashed: path.startsWith('/assets/'),
    async encoded(accepted) {
      if (!isWorthIt) return { bytes };
      if (isAccepted('br', accepted)) {
        // Quality 9: a twentieth of the time of 11 for a few per cent more bytes; a build may lay a `.br` beside the file.
        brotli ??= compressBrotli(bytes, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: 9,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          },
        }).then((packed) => new Uint8Array(packed));
        return { bytes: await brotli, encoding: 'br' };
      }
      if (isAccepted('gzip', accepted)) {
        gzipped ??= compressGzip(bytes).then((packed) => new Uint8Array(packed));
        return { bytes: await gzipped, encoding: 'gzip' };
      }
      return { bytes };
    },
  };
}

/** Named, and not with the weight 0, which says never (RFC 9110, 12.5.3). */
function isAccepted(encoding: string, accepted: string): boolean {
  return accepted.split(',').some((entry) => {
    const [name = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
    return name === encoding && !parameters.some((one) => /^q=0(\.0*)?$/.test(one));
  });
}
