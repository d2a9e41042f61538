/**
 * Finds a Chromium, or installs one.
 *
 * Order: the variable FOOTBRIDGE_CHROMIUM; Playwright's own; the system's; Playwright's installer; the package of a
 * Debian-like system. Each candidate must start (`--version`): a downloaded browser without its system libraries does not.
 */
import { existsSync, statfsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { runProgram, runTool } from './run-program.mjs';

const minute = 60_000;

/**
 * @param {{ install: boolean, say?: (line: string) => void }} options
 * @returns {Promise<{ path: string, from: string }>} rejects with what a person can do when there is none
 */
export async function findChromium({ install, say = () => {} }) {
  const wanted = process.env.FOOTBRIDGE_CHROMIUM;
  if (wanted !== undefined && wanted !== '') {
    if (await starts(wanted)) return { path: wanted, from: 'FOOTBRIDGE_CHROMIUM' };
    throw new Error(
      `FOOTBRIDGE_CHROMIUM is ${wanted}, which does not start. Correct it or unset it.`,
    );
  }

  const present = (await playwrights()) ?? (await systems());
  if (present !== undefined) return present;

  if (install) {
    say('No Chromium on this computer: installing one with Playwright (at most 4 minutes) ...');
    const download = await runTool('@playwright/test/cli.js', ['install', 'chromium'], {
      timeLimitMs: 4 * minute,
      env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000' },
    });
    const downloaded = await playwrights();
    if (downloaded !== undefined) return downloaded;
    say(`That did not work: ${reason(download)}`);

    if (isDebianAsRoot()) {
      say('Installing the package chromium of this system (at most 8 minutes) ...');
      const env = { DEBIAN_FRONTEND: 'noninteractive' };
      await runProgram('apt-get', ['update'], { timeLimitMs: 3 * minute, env });
      const packages = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu'];
      const installed = await runProgram('apt-get', packages, { timeLimitMs: 5 * minute, env });
      const packaged = await systems();
      if (packaged !== undefined) return { ...packaged, from: 'the package chromium' };
      say(`That did not work: ${reason(installed)}`);
    }
  }

  throw new Error(
    [
      'The tests in a browser need a Chromium, and none was found. One of these helps:',
      '  - npx playwright install --with-deps chromium   (needs the network)',
      '  - install Chromium or Google Chrome as usual on this system (Debian: apt-get install chromium)',
      '  - set FOOTBRIDGE_CHROMIUM to the full path of a Chromium, Chrome or Edge',
    ].join('\n'),
  );
}

/** How every browser of the project is started, tests and measurements alike. */
export function launchArguments() {
  const isRoot = process.getuid?.() === 0;
  return [
    // Chromium refuses to start its sandbox as root; nobody else gives it up.
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--disable-features=${leftOut.join(',')}`,
  ];
}

/**
 * What Playwright adds for every computer and this one needs not: where there is room in the memory that processes share, pages
 * are loaded through it, not through files of the disk, which takes a tenth of the processor at each start of the page.
 *
 * @param {string} place
 */
export function needlessArguments(place = '/dev/shm') {
  return hasRoom(place) ? ['--disable-dev-shm-usage'] : [];
}

/**
 * As much as Debian's own launcher asks for. A container has 64 MB, in which Chromium would crash.
 * @param {string} place
 */
function hasRoom(place) {
  if (process.platform !== 'linux') return false;
  try {
    const { bavail, bsize } = statfsSync(place);
    return bavail * bsize >= 4_080_218_931;
  } catch {
    return false;
  }
}

/**
 * Chromium takes one such list, so Playwright's is repeated here. The first two draw pages of the address bar for every
 * new window, half a second of a core each, though no window is seen.
 */
const leftOut = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

async function playwrights() {
  const path = chromium.executablePath();
  return (await starts(path)) ? { path, from: 'Playwright' } : undefined;
}

async function systems() {
  for (const path of systemPlaces()) {
    if (await starts(path)) return { path, from: 'the system' };
  }
  return undefined;
}

/** @returns {string[]} */
function systemPlaces() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  if (process.platform === 'win32') {
    const roots = [
      process.env.PROGRAMFILES,
      process.env['PROGRAMFILES(X86)'],
      process.env.LOCALAPPDATA,
    ];
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return roots.flatMap((root) => (root ? programs.map((program) => join(root, program)) : []));
  }
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const applications = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
  return process.platform === 'darwin' ? [...applications, ...onPath] : onPath;
}

/** @param {string} path */
async function starts(path) {
  if (!existsSync(path)) return false;
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return true;
  const answer = await runProgram(path, ['--version'], { timeLimitMs: minute / 2 });
  return answer.code === 0;
}

function isDebianAsRoot() {
  return (
    process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')
  );
}

/** @param {{ output: string, timedOut: boolean, code: number }} result */
function reason({ output, timedOut, code }) {
  if (timedOut) return 'it took too long.';
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.find((line) => /error|failed|unable|E:/i.test(line)) ?? lines.at(-1);
  return telling?.trim() ?? `it ended with code ${code}.`;
}
