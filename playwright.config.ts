import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium, launchArguments } from './scripts/find-chromium.mjs';
import { freePort } from './scripts/free-port.mjs';

// Found once, in the first process: the others inherit both through the environment.
process.env.FOOTBRIDGE_CHROMIUM ??= (await findChromium({ install: false })).path;
process.env.FOOTBRIDGE_E2E_PORT ??= String(await freePort());
// Where a spec may start a service of its own: the server has to be told beforehand whom it may reach.
process.env.FOOTBRIDGE_E2E_SERVICE_PORT ??= String(await freePort());
process.env.FOOTBRIDGE_ALLOW ??= `127.0.0.1:${process.env.FOOTBRIDGE_E2E_SERVICE_PORT}`;

// What the server keeps and writes, for specs that look into it.
process.env.FOOTBRIDGE_E2E_FOLDER ??= mkdtempSync(join(tmpdir(), 'footbridge-e2e-'));

const url = `http://127.0.0.1:${process.env.FOOTBRIDGE_E2E_PORT}/`;

// One of several runs beside each other keeps its results apart.
const results = ['test-results/e2e', process.env.FOOTBRIDGE_E2E_PART].filter(Boolean).join('-');

export default defineConfig({
  testDir: 'e2e/specs',
  outputDir: results,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  retries: 0,
  // The specs of a run share one server and its sample services.
  workers: 1,
  fullyParallel: true, // so that parts are cut between specs, not between files
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: `${results}.json` }]],
  use: {
    baseURL: url,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // Movements cost a fifth of a story; reference-story is told with them.
    contextOptions: { reducedMotion: 'reduce' },
    // What keeps the page for when there is no connection has specs of its own (`offline.spec.ts`); for the others it would be work.
    serviceWorkers: 'block',
    // A film of every story costs as much as the story; `FOOTBRIDGE_E2E_TRACE=1` for the one that is looked into.
    trace: process.env.FOOTBRIDGE_E2E_TRACE === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.FOOTBRIDGE_CHROMIUM, args: launchArguments() },
  },
  webServer: {
    command: 'node scripts/e2e-server.mjs',
    url,
    timeout: 240_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    stdout: 'pipe',
  },
});
