/**
 * The production build: the page to dist/page, the server to dist/server, the command line to dist/cli, and what they were
 * made from to dist/.build-hash.
 *
 * 1. A build is complete or absent: all parts are made aside and moved into place together.
 * 2. The hash is of contents, not of times: a fresh clone, a copy and a touched file behave alike.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { nameBuild } from './name-build.mjs';
import { runTool } from './run-program.mjs';

export const pageDir = 'dist/page';
const serverDir = 'dist/server';
const cliDir = 'dist/cli';
const hashFile = 'dist/.build-hash';

const folders = ['src', 'components-catalog', 'public'];
const files = [
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'scripts/build.mjs',
  'scripts/name-build.mjs',
];

/**
 * Builds when what is in dist was made from something else.
 * @param {(line: string) => void} say
 */
export async function ensureBuild(say) {
  const hash = await hashSources();
  const isComplete = [
    join(pageDir, 'index.html'),
    join(serverDir, 'serve.js'),
    join(cliDir, 'cli.js'),
  ].every((file) => existsSync(file));
  if (isComplete && (await readFile(hashFile, 'utf8').catch(() => '')) === hash) return;

  say('Building (at the first start, and after a change) ...');
  const started = Date.now();
  const aside = `dist/.building-${process.pid}`;
  try {
    await build(['--outDir', join(aside, 'page')]);
    await compileAtOnce(join(aside, 'page'));
    await build(['--mode', 'service-worker', '--outDir', join(aside, 'service-worker')]);
    await nameBuild(join(aside, 'page'), join(aside, 'service-worker', 'service-worker.js'));
    await compress(join(aside, 'page'));
    await build(['--ssr', 'src/headless/serve.ts', '--outDir', join(aside, 'server')]);
    await build(['--ssr', 'src/headless/cli.ts', '--outDir', join(aside, 'cli')]);
    await rm(hashFile, { force: true });
    for (const [from, to] of /** @type {const} */ ([
      ['page', pageDir],
      ['server', serverDir],
      ['cli', cliDir],
    ])) {
      await rm(to, { recursive: true, force: true });
      await rename(join(aside, from), to);
    }
    await writeFile(hashFile, hash);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  say(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

/**
 * The built server, loaded into this process.
 * @returns {Promise<typeof import('../src/headless/serve.ts')>}
 */
export function loadBuiltServer() {
  return import(pathToFileURL(join(serverDir, 'serve.js')).href);
}

/**
 * The built command line, loaded into this process.
 * @returns {Promise<typeof import('../src/headless/cli.ts')>}
 */
export function loadBuiltCommandLine() {
  return import(pathToFileURL(join(cliDir, 'cli.js')).href);
}

/** @param {readonly string[]} args */
async function build(args) {
  const result = await runTool('vite/bin/vite.js', [
    'build',
    '--emptyOutDir',
    '--logLevel',
    'warn',
    ...args,
  ]);
  if (result.code !== 0) throw new Error(`The build failed.\n${result.output.trim()}`);
}

/**
 * Tells a browser that knows it (Chromium) to compile all of the page's own first script on another thread while it comes, not bit by
 * bit when it is called. Not the libraries: half of theirs is never called. It has to be the first line, before what Vite puts there.
 * @param {string} folder
 */
async function compileAtOnce(folder) {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  const script = /<script type="module"[^>]* src="\/([^"]+)"/.exec(html)?.[1];
  if (script === undefined) throw new Error('The built index.html names no script.');
  const file = join(folder, script);
  await writeFile(file, `//# allFunctionsCalledOnLoad\n${await readFile(file, 'utf8')}`);
}

const brotli = promisify(brotliCompress);

/**
 * Lays a brotli form, as small as it gets, beside each file of the page that is sent as text.
 * @param {string} folder
 */
async function compress(folder) {
  for (const file of await filesBelow(folder)) {
    if (!['.js', '.css', '.svg', '.html', '.json', '.webmanifest'].includes(extname(file)))
      continue;
    await writeFile(`${file}.br`, await brotli(await readFile(file)));
  }
}

async function hashSources() {
  const hash = createHash('sha256');
  const inputs = [...files, ...(await Promise.all(folders.map(filesBelow))).flat()].sort();
  for (const file of inputs) {
    const content = await readFile(file).catch(() => undefined);
    if (content === undefined) continue;
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** @param {string} folder */
async function filesBelow(folder) {
  const entries = existsSync(folder)
    ? await readdir(folder, { recursive: true, withFileTypes: true })
    : [];
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.md$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));
}
