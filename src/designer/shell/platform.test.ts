import { expect, test } from 'vitest';
import { isOwnScript } from './platform.ts';

test('Zod, loaded later, builds no parser from text', async () => {
  const { z } = await import('zod');
  expect(z.config()).toMatchObject({ jitless: true });
});

test('scripts are those of the build, and the one that keeps the page; no other file, no other site', () => {
  const isOwn = (url: string) => isOwnScript(url, 'http://127.0.0.1:4400/flows/a');
  expect(isOwn('/assets/run-worker-1.js')).toBe(true);
  expect(isOwn('/service-worker.js')).toBe(true);
  for (const other of [
    '/service-worker.js/../hooks/a',
    '/flows/service-worker.js',
    '/hooks/a',
    'http://evil.example/service-worker.js',
    '//evil.example/assets/a.js',
    'data:text/javascript,1',
  ])
    expect({ other, isOwn: isOwn(other) }).toEqual({ other, isOwn: false });
});
