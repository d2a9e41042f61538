/**
 * A process of its own for one SQLite file: a statement that never ends is ended with it, and nothing that goes wrong in
 * native code reaches the proxy. Its text is handed to `node --eval`; it gets the library's path and the file's path.
 *
 * Asked by messages `{ id, ask, … }`, answered `{ id, … }` or `{ id, error }`, one at a time.
 */
'use strict';

const [, libraryPath, file, pageRows, pageBytes, mostMegabytes] = process.argv;
const { Worker } = require('node:worker_threads');
const Library = require(libraryPath);

/** @type {any} */
let database;
/** @type {Iterator<unknown[]> | undefined} */
let rows;
/** Matches what no statement may name. @type {RegExp} */
let reachesOut;

/** A row is handed over whole. */
const heaviestRow = Number(mostMegabytes) * 1024 * 1024;

const directOnly = 0x80000;
/** What tables may be made by; the library's build has others, one of which lists the computer's folders. */
const knownModules =
  /^(pragma_.*|json_each|json_tree|generate_series|fts3|fts4|fts4aux|fts5|fts5vocab|rtree|rtree_i32|geopoly|vector_top_k)$/;

/**
 * The library's build reads and writes any file by functions (`readfile`, `writefile`, `fsdir`). What it has is asked of
 * itself: functions that SQLite marks as reaching outside, and every module that is not known to be harmless. Inside views
 * and triggers they are off (`trusted_schema`); the statement itself may not hold their names, not even in quotes.
 */
function findWhatReachesOut() {
  const functions = database.prepare('SELECT DISTINCT name, flags FROM pragma_function_list').all();
  const modules = database.prepare('SELECT name FROM pragma_module_list').all();
  const names = [
    ...functions
      .filter(
        (/** @type {any} */ one) =>
          (Number(one.flags) & directOnly) !== 0 || /^sqlite3mc_/.test(one.name),
      )
      .map((/** @type {any} */ one) => one.name),
    ...modules
      .map((/** @type {any} */ one) => one.name)
      .filter((/** @type {string} */ name) => !knownModules.test(name)),
    'load_extension',
  ];
  const escaped = names.map((name) => name.replaceAll(/[^\w]/g, '\\$&'));
  return new RegExp(`(?<![\\w$])(${escaped.join('|')})(?![\\w$])`, 'i');
}

/** @param {string} text */
function prepared(text) {
  const [, name] = reachesOut.exec(text) ?? [];
  if (name === undefined) return database.prepare(text);
  throw Object.assign(new Error(name), { code: 'REACHES_OUTSIDE' });
}

/** @type {Record<string, (asked: any) => object>} */
const answers = {
  open() {
    database = new Library(file, { timeout: 5000 });
    database.defaultSafeIntegers(true);
    database.exec('PRAGMA busy_timeout = 5000');
    database.exec('PRAGMA foreign_keys = ON');
    database.exec('PRAGMA trusted_schema = OFF');
    reachesOut = findWhatReachesOut();
    // Reads the first page: what is no database says so now.
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return {};
  },
  exec({ text }) {
    rows = undefined;
    database.exec(text);
    return {};
  },
  run({ text, values }) {
    const statement = prepared(text);
    if (!statement.reader) return { changed: Number(statement.run(values.map(bound)).changes) };
    const columns = statement.columns();
    statement.raw(true);
    rows = statement.iterate(values.map(bound));
    return { columns: columns.map(told) };
  },
  page() {
    const page = [];
    let bytes = 0;
    while (rows !== undefined && page.length < Number(pageRows) && bytes < Number(pageBytes)) {
      const next = rows.next();
      if (next.done) {
        rows = undefined;
        break;
      }
      let weight = 0;
      for (const value of next.value)
        weight += typeof value === 'string' ? value.length : (value?.byteLength ?? 8);
      if (weight > heaviestRow) throw tooHeavy();
      page.push(next.value);
      bytes += weight;
    }
    return { page, isOver: rows === undefined };
  },
  shape({ text }) {
    const statement = prepared(text);
    return { columns: statement.reader ? statement.columns().map(told) : [] };
  },
};

function tooHeavy() {
  rows = undefined;
  return Object.assign(new Error('a row is too heavy'), { code: 'ROW_TOO_HEAVY' });
}

/** @param {{ name: string, type: string | null }} column */
function told({ name, type }) {
  return { name, type };
}

/** Whole numbers as such: the library would make "5.0" of a 5. @param {unknown} value */
function bound(value) {
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  return value instanceof Uint8Array ? Buffer.from(value) : value;
}

process.on('message', (/** @type {any} */ asked) => {
  try {
    process.send?.({ id: asked.id, ...answers[asked.ask]?.(asked) });
  } catch (cause) {
    const { code, message } = /** @type {{ code?: string, message: string }} */ (cause);
    process.send?.({ id: asked.id, error: { code: String(code ?? ''), message } });
  }
});
process.on('disconnect', () => process.exit());

/**
 * Whoever started it may be killed in the middle of a statement without an end: then nobody ends it, and this thread never
 * hears of it. Another one looks, and needs no answer of this one to end the process.
 */
const watcher = new Worker(
  `const [parent] = require('node:worker_threads').workerData;
   setInterval(() => {
     try {
       if (process.ppid === parent) return process.kill(parent, 0);
     } catch {}
     process.kill(process.pid, 'SIGKILL');
   }, 1000);`,
  { eval: true, workerData: [process.ppid] },
);
watcher.unref();
