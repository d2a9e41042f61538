/** All that must hold: the checks, the production build, the specs in a real Chromium. The last line is the sum. */
import { ensureBuild } from './build.mjs';
import { findChromium } from './find-chromium.mjs';
import { findMariadb } from './find-mariadb.mjs';
import { readAll, runBrowserTests, runStage, runUnitTests } from './stages.mjs';

// Unit tests start one where there is one; that there is none is said, and fails nothing.
await runStage('MariaDB', () => attempt(() => findMariadb(console.log)));
const total = { passed: 0, failed: 0 };

/** @param {{ passed: number, failed: number }} counts */
const add = ({ passed, failed }) => {
  total.passed += passed;
  total.failed += failed;
  return failed === 0;
};

const reading = readAll({ isBeside: true });
const building = runStage('build', () => attempt(() => ensureBuild(() => {})));
add(await runStage('unit tests', runUnitTests));
const isBuilt = add(await building);
const hasBrowser = add(
  await runStage('browser', () =>
    attempt(async () => {
      const { path, from } = await findChromium({ install: true, say: console.log });
      process.env.FOOTBRIDGE_CHROMIUM = path;
      return `${path} (${from})`;
    }),
  ),
);
if (isBuilt && hasBrowser) add(await runStage('browser tests', runBrowserTests));
else console.log('The browser tests did not run.');
add(await reading);

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/**
 * @param {() => Promise<string | void>} act
 * @returns {Promise<import('./stages.mjs').Outcome>}
 */
async function attempt(act) {
  try {
    const note = await act();
    return { ok: true, output: '', ...(note ? { note } : {}) };
  } catch (error) {
    return { ok: false, output: error instanceof Error ? error.message : String(error) };
  }
}
