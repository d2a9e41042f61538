import { createKeptBuild, type Build } from './kept-build.ts';

declare const self: ServiceWorkerGlobalScope & {
  /** Written in front of this script when it is built. */
  readonly footbridgeBuild: Build;
};

const { footbridgeBuild: build } = self;
const kept = createKeptBuild({
  build,
  origin: self.location.origin,
  caches: self.caches,
  fetch: (request) => self.fetch(request),
});

self.addEventListener('install', (event) => {
  event.waitUntil(kept.keep().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener('fetch', (event) => {
  const answer = kept.answer(event.request);
  if (answer !== undefined) event.respondWith(answer);
});

/** Pages of an older build go on with their own files; they are told that there is a newer one. */
async function takeOver(): Promise<void> {
  await kept.letGoOfOld();
  await self.clients.claim();
  for (const client of await self.clients.matchAll({ type: 'window', includeUncontrolled: true }))
    client.postMessage({ footbridgeBuild: build.id });
}
