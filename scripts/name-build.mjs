/**
 * Gives a built page its id: the document carries it, the service worker beside it too, with the list of files that make the
 * page work without a connection.
 */
import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const documentFile = 'index.html';
const placeOfId = '<meta name="footbridge-build" content="" />';

/**
 * @param {string} pageDir
 * @param {string} serviceWorker the built script
 */
export async function nameBuild(pageDir, serviceWorker) {
  const script = await readFile(serviceWorker, 'utf8');
  const paths = await pathsBelow(pageDir);
  const hash = createHash('sha256').update(script);
  for (const path of paths) hash.update(`${path}\0`).update(await readFile(join(pageDir, path)));
  const id = hash.digest('hex').slice(0, 16);

  const document = join(pageDir, documentFile);
  const text = await readFile(document, 'utf8');
  if (!text.includes(placeOfId)) throw new Error(`${documentFile} has no place for its build.`);
  await writeFile(document, text.replace(placeOfId, placeOfId.replace('""', `"${id}"`)));

  const files = paths.filter((path) => path !== documentFile).map((path) => `/${path}`);
  const build = JSON.stringify({ id, files });
  await writeFile(
    join(pageDir, 'service-worker.js'),
    `self.footbridgeBuild = ${build};\n${script}`,
  );
}

/**
 * What a page may ask for; schemas are read by programs.
 * @param {string} folder
 */
async function pathsBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.startsWith('schemas/'))
    .sort();
}
