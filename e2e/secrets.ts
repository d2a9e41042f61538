/** Whether a secret is anywhere it should not be: what the page keeps, shows, asks and hears, what it exports, what the server writes. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { everythingInBrowser } from './browser-store.ts';

import { exportFlow } from './journeys/export-flow.ts';

export interface Ears {
  /** Looks for the secrets everywhere; also in the open flow's exported file. */
  expectNowhere(secrets: readonly string[]): Promise<void>;
}

interface Place {
  readonly what: string;
  readonly text: string;
}

/** Listens from now on to the page and all its windows and threads. */
export function listenForSecrets(page: Page, served = serverFolder()): Ears {
  const heard: Promise<Place>[] = [];
  const hear = (what: string, text: string | Promise<string>): void => {
    heard.push(Promise.resolve(text).then((said) => ({ what, text: said })));
  };
  page.on('console', (message) => hear('the console', message.text()));
  page.context().on('request', (request) => {
    if (isOwn(request.url(), page)) hear('an address', request.url());
  });
  page.context().on('response', (response) => {
    // The list of sample services shows their public keys on purpose.
    const hasAnEnd = !response.headers()['content-type']?.startsWith('text/event-stream');
    if (hasAnEnd && isOwn(response.url(), page) && !response.url().endsWith('/api/places'))
      hear(
        `the answer of ${new URL(response.url()).pathname}`,
        response.text().catch(() => ''),
      );
  });

  return {
    async expectNowhere(secrets) {
      const forms = secrets.flatMap(formsOf);
      expect(forms.length, 'secrets to look for').toBeGreaterThan(0);
      expect(
        forms.filter(({ length }) => length < 8),
        'too short to be told from other text',
      ).toEqual([]);
      const places = [
        { what: 'the exported file', text: await exportFlow(page) },
        { what: 'the browser’s store', text: JSON.stringify(await everythingInBrowser(page)) },
        { what: 'the page’s own memory', text: await page.evaluate(whatThePageKeeps) },
        { what: 'the page', text: await page.content() },
        ...(await Promise.all(heard.map(soon))),
        ...(await filesBelow(served)),
      ];
      const found = places.filter(({ text }) => forms.some((form) => text.includes(form)));
      expect([...new Set(found.map(({ what }) => what))]).toEqual([]);
    },
  };
}

/** An answer that is still under way has nothing to look into. */
function soon(place: Promise<Place>): Promise<Place> {
  const late = new Promise<Place>((resolve) => {
    setTimeout(resolve, 3_000, { what: 'nothing', text: '' });
  });
  return Promise.race([place, late]);
}

/** What the server of a run keeps and writes; the run says where. */
function serverFolder(): string {
  const folder = process.env['FOOTBRIDGE_E2E_FOLDER'];
  if (folder === undefined) throw new Error('the run says nowhere what its server writes');
  return folder;
}

/** As it is, as a part of an address, and as a sign-in of the web hides it, wherever it stands in there. */
function formsOf(secret: string): readonly string[] {
  return telling(secret).flatMap((text) => [
    text,
    encodeURIComponent(text),
    ...[0, 1, 2].map((before) =>
      Buffer.from(' '.repeat(before) + text)
        .toString('base64')
        .replace(/.?=*$/, '')
        .slice(before === 0 ? 0 : before + 1),
    ),
  ]);
}

/** Of a key in lines those that are its own: the first says only what kind of key it is. */
function telling(secret: string): readonly string[] {
  const lines = secret.split('\n').filter((line) => line !== '' && !line.startsWith('-----'));
  return lines.length === 1 ? lines : lines.slice(1).filter(({ length }) => length > 20);
}

function isOwn(url: string, page: Page): boolean {
  return url.startsWith('http') && new URL(url).origin === new URL(page.url()).origin;
}

function whatThePageKeeps(): string {
  return JSON.stringify([
    { ...localStorage },
    { ...sessionStorage },
    location.href,
    document.cookie,
  ]);
}

async function filesBelow(folder: string): Promise<readonly Place[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  expect(files.map(({ name }) => name)).toContain('server.log');
  return Promise.all(
    files.map(async ({ parentPath, name }) => ({
      what: `the server’s file ${name}`,
      text: await readFile(join(parentPath, name), 'latin1').catch(() => ''), // gone meanwhile
    })),
  );
}
