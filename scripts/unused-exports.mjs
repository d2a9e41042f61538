/**
 * Finds what is exported and never imported.
 *
 * Reads syntax only (a second, not ten). Types may stay unused: a door's types are its documentation. An import by
 * name, a re-export, a lazy `import()` and a whole-module import count as use; a whole-module import uses everything.
 * (The published finders either miss `const { x } = await import()` and re-exported types, or cannot be installed by a
 * lock file made on another system.)
 */
import { existsSync } from 'node:fs';
import { everything, readModule } from './module-exports.mjs';
import { sourceFiles } from './source-files.mjs';

/** @typedef {import('./module-exports.mjs').Exported} Exported */

/** Loaded by name: by a tool, or by a script from the built form. */
const entries = ['src/headless/serve.ts', 'src/headless/cli.ts', 'bench/run.ts'];

const files = [...sourceFiles(['src', 'e2e', 'bench', 'scripts']), 'playwright.config.ts'].filter(
  (file) => !file.endsWith('.d.ts') && existsSync(file),
);
const modules = new Map(files.map((file) => [file, readModule(file)]));
const used = new Set([...modules.values()].flatMap(({ uses }) => uses.map(whereItIs)));

const findings = [...modules].flatMap(([file, { exports }]) =>
  entries.includes(file) || used.has(`${file} ${everything}`)
    ? []
    : [...exports]
        .filter(([name, exported]) => !used.has(`${file} ${name}`) && !isType(exported))
        .map(([name, { line }]) => `${file}:${line}  ${name}`),
);

if (files.length < 2) {
  console.error('No module was read.');
  process.exit(1);
}
if (findings.length > 0) {
  console.error(`Exported and never imported (${findings.length}); delete it, or just "export":`);
  for (const finding of findings) console.error(`  ${finding}`);
  process.exit(1);
}
console.log(`${files.length} modules read`);

/**
 * Follows `export * from` to the module that has the name.
 * @param {{ file: string, name: string }} use
 * @returns {string}
 */
function whereItIs({ file, name }) {
  const holder = findHolder(file, name, new Set());
  return `${holder ?? file} ${name}`;
}

/**
 * @param {string} file
 * @param {string} name
 * @param {Set<string>} seen
 * @returns {string | undefined}
 */
function findHolder(file, name, seen) {
  const module = modules.get(file);
  if (module === undefined || seen.has(file)) return undefined;
  seen.add(file);
  if (name === everything || module.exports.has(name)) return file;
  for (const star of module.stars) {
    const holder = findHolder(star, name, seen);
    if (holder !== undefined) return holder;
  }
  return undefined;
}

/**
 * @param {Exported} exported
 * @returns {boolean}
 */
function isType({ isType: here, from }) {
  if (here || from === undefined) return here;
  const holder = findHolder(from.file, from.name, new Set());
  const origin = holder === undefined ? undefined : modules.get(holder)?.exports.get(from.name);
  return origin !== undefined && isType(origin);
}
