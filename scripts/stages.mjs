/**
 * What `npm run check` and `npm test` are made of. A stage says one line with its time; when it fails, all of its findings.
 *
 * 1. Counts come from the runners' own JSON reports of this very run: an old report is deleted before.
 * 2. A stage that fails without a failed test (lint, a crash of the runner) counts as one failure, so that
 *    "0 failed" always means that all holds. Zero tests run is a failure.
 */
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { runProgram, runTool } from './run-program.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ ok: boolean, output: string, note?: string, counts?: Counts }} Outcome */
/** @typedef {Outcome & { seconds: number }} Measured */
/** @typedef {{ isBeside?: boolean }} Reading */

const projects = ['core', 'node', 'page', 'worker', 'test'];
const unitReport = 'test-results/unit.json';
const browserReport = 'test-results/e2e.json';
/** One queue of specs, and two browsers that take the next one: as many as cores, each of which is then at work all the time. */
const browsers = 2;

/** What is read and not run. Lint takes as long as the four others together. */
const readings = /** @type {const} */ ([
  [
    ['format', checkFormat],
    ['types', checkTypes],
    ['unused exports', checkExports],
    ['promises', checkPromises],
  ],
  [['lint', checkLint]],
]);

/**
 * Format, types, unused exports, promises, lint; where all of them hold also the unit tests (the layers among them).
 *
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks() {
  const total = await readAll({});
  if (total.failed > 0) {
    console.log('Stopped before the unit tests. `npm run fix` repairs format and some of lint.');
    return total;
  }
  return runStage('unit tests', runUnitTests);
}

/**
 * Format, types, unused exports, promises, lint: one after the other, and lint beside them.
 *
 * @param {Reading} how `isBeside`: on what the tests that run meanwhile leave of the processor, which has nothing to do now and then
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function readAll(how) {
  const lanes = readings.map(async (stages) => {
    let failed = 0;
    for (const [name, act] of stages) failed += (await runStage(name, () => act(how))).failed;
    return failed;
  });
  const failed = await Promise.all(lanes);
  return { passed: 0, failed: failed.reduce((sum, of) => sum + of, 0) };
}

/**
 * @param {string} name
 * @param {() => Promise<Outcome>} act
 */
export async function runStage(name, act) {
  return report(name, await measure(act));
}

/**
 * @param {() => Promise<Outcome>} act
 * @returns {Promise<Measured>}
 */
async function measure(act) {
  const started = performance.now();
  const outcome = await act();
  return { ...outcome, seconds: (performance.now() - started) / 1000 };
}

/**
 * @param {string} name
 * @param {Measured} result
 */
function report(name, { ok, output, note, counts, seconds }) {
  const time = `${seconds.toFixed(1)} s`.padStart(8);
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(16)}${time}  ${note ?? ''}`.trimEnd());
  if (!ok) console.log(`\n${output.trim()}\n`);
  const failed = counts?.failed ?? 0;
  return { passed: counts?.passed ?? 0, failed: ok ? failed : Math.max(failed, 1) };
}

/**
 * @param {Reading} how
 * @returns {Promise<Outcome>}
 */
async function checkFormat(how) {
  const cache = [
    '--cache',
    '--cache-strategy',
    'content',
    '--cache-location',
    'node_modules/.cache/prettier-check',
  ];
  return plain(
    await runTool(
      'prettier/bin/prettier.cjs',
      ['--check', '--log-level', 'warn', ...cache, '.'],
      how,
    ),
  );
}

/**
 * @param {Reading} how
 * @returns {Promise<Outcome>}
 */
async function checkLint(how) {
  return plain(await runTool('eslint/bin/eslint.js', ['--max-warnings', '0', '.'], how));
}

/**
 * What needs types to be seen: a promise that nobody waits for hides its failure, in a browser spec the whole assertion.
 * @param {Reading} how
 * @returns {Promise<Outcome>}
 */
async function checkPromises(how) {
  return plain(await runTool('oxlint/bin/oxlint', ['src', 'e2e', 'bench'], how));
}

/**
 * @param {Reading} how
 * @returns {Promise<Outcome>}
 */
async function checkTypes(how) {
  const waiting = [...projects];
  /** @type {{ project: string, code: number, output: string }[]} */
  const results = [];
  const next = async () => {
    for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) {
      const args = ['--noEmit', '--pretty', 'false', '-p', `tsconfig.${project}.json`];
      results.push({ project, ...(await runTool('ts7/bin/tsc', args, how)) });
    }
  };
  // Beside tests there is nothing to gain by two, and a gigabyte to lose.
  await Promise.all(how.isBeside ? [next()] : [next(), next()]);
  const bad = results.filter(({ code }) => code !== 0);
  return {
    ok: bad.length === 0,
    output: bad.map(({ project, output }) => `${project}:\n${output.trim()}`).join('\n'),
    note: `${projects.length} projects`,
  };
}

/**
 * @param {Reading} how
 * @returns {Promise<Outcome>}
 */
async function checkExports(how) {
  const { code, output } = await runProgram(process.execPath, ['scripts/unused-exports.mjs'], how);
  return code === 0 ? { ok: true, output, note: output.trim() } : { ok: false, output };
}

/** @returns {Promise<Outcome>} */
export async function runUnitTests() {
  await rm(unitReport, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];
  const { code, output } = await runTool('vitest/vitest.mjs', ['run', ...reporters], {
    env: { NO_COLOR: '1' },
  });
  const report = await readReport(unitReport);
  /** @type {Counts} */
  const counts = {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
  return judge(code, output, counts);
}

/**
 * All browser specs; the browser must be known in FOOTBRIDGE_CHROMIUM.
 * @returns {Promise<Outcome>}
 */
export async function runBrowserTests() {
  await rm(browserReport, { force: true });
  const { code, output } = await runTool('@playwright/test/cli.js', ['test'], {
    env: { NO_COLOR: '1', FOOTBRIDGE_E2E_WORKERS: `${browsers}` },
  });
  const stats = (await readReport(browserReport))?.stats;
  return judge(code, output, {
    passed: stats?.expected ?? 0,
    // Passed only at another try is not passed.
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  });
}

/**
 * @param {number} code
 * @param {string} output
 * @param {Counts} counts
 * @returns {Outcome}
 */
function judge(code, output, counts) {
  const ran = counts.passed + counts.failed;
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  return {
    ok: code === 0 && counts.failed === 0 && ran > 0,
    output: ran === 0 ? `${output}\nNo test ran.` : output,
    note: `${counts.passed} passed, ${counts.failed} failed${skipped}`,
    counts,
  };
}

/** @param {{ code: number, output: string }} result */
function plain({ code, output }) {
  return { ok: code === 0, output };
}

/** @param {string} path */
async function readReport(path) {
  return existsSync(path) ? JSON.parse(await readFile(path, 'utf8')) : undefined;
}
