import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium, launchArguments, needlessArguments } from './scripts/find-chromium.mjs';
import { freePort } from './scripts/free-port.mjs';

// Found once, in the first process: the others inherit it all through the environment.
process.env.FOOTBRIDGE_CHROMIUM ??= (await findChromium({ install: false })).path;
const workers = Number(process.env.FOOTBRIDGE_E2E_WORKERS ?? 1);
process.env.FOOTBRIDGE_E2E_SERVERS ??= JSON.stringify(
  await Promise.all(Array.from({ length: workers }, placeForServer)),
);

// Each worker has a server and sample services to itself, and knows those alone.
const servers = JSON.parse(process.env.FOOTBRIDGE_E2E_SERVERS) as Awaited<
  ReturnType<typeof placeForServer>
>[];
const own = servers[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
Object.assign(process.env, own);

// One of several runs beside each other keeps its results apart.
const results = ['test-results/e2e', process.env.FOOTBRIDGE_E2E_PART].filter(Boolean).join('-');

export default defineConfig({
  testDir: 'e2e/specs',
  outputDir: results,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  retries: 0,
  workers,
  fullyParallel: true, // whoever is free takes the next spec, not the next file
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: `${results}.json` }]],
  use: {
    baseURL: addressOf(own),
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
    launchOptions: {
      executablePath: process.env.FOOTBRIDGE_CHROMIUM,
      args: launchArguments(),
      ignoreDefaultArgs: needlessArguments(),
    },
  },
  webServer: servers.map((env) => ({
    command: 'node scripts/e2e-server.mjs',
    url: addressOf(env),
    env,
    timeout: 240_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    stdout: 'pipe',
  })),
});

/** The first one is where the caller wants it. */
async function placeForServer(_: unknown, at: number) {
  const wanted: NodeJS.ProcessEnv = at === 0 ? process.env : {};
  const [port, servicePort] = await Promise.all([freePort(), freePort()]);
  // Where a spec may start a service of its own: the server has to be told beforehand whom it may reach.
  const service = wanted.FOOTBRIDGE_E2E_SERVICE_PORT ?? String(servicePort);
  return {
    FOOTBRIDGE_E2E_PORT: wanted.FOOTBRIDGE_E2E_PORT ?? String(port),
    FOOTBRIDGE_E2E_SERVICE_PORT: service,
    FOOTBRIDGE_ALLOW: wanted.FOOTBRIDGE_ALLOW ?? `127.0.0.1:${service}`,
    // What the server keeps and writes, for specs that look into it.
    FOOTBRIDGE_E2E_FOLDER:
      wanted.FOOTBRIDGE_E2E_FOLDER ?? mkdtempSync(join(tmpdir(), 'footbridge-e2e-')),
  };
}

function addressOf(server: { FOOTBRIDGE_E2E_PORT: string } | undefined): string {
  return `http://127.0.0.1:${server?.FOOTBRIDGE_E2E_PORT}/`;
}
