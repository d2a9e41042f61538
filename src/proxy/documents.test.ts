import { expect, it } from 'vitest';
import { answerPage, type DocumentDeps } from './documents.ts';
import type { PageFile, PageFiles } from './page-files.ts';

const file: PageFile = {
  type: 'text/javascript; charset=utf-8',
  etag: '"1"',
  isHashed: true,
  encoded: () => Promise.resolve({ bytes: new Uint8Array(1) }),
};
const files: PageFiles = { find: () => file, index: { ...file, type: 'text/html' } };
const unused = {} as DocumentDeps; // a file needs no session

async function policyOf(path: string): Promise<string | null | undefined> {
  const answer = await answerPage({ path, search: '' }, () => undefined, files, unused);
  return answer?.headers.get('content-security-policy');
}

it('allows WebAssembly in the thread of functions and nowhere else', async () => {
  expect(await policyOf('/assets/code-worker-Ab3.js')).toContain(
    "script-src 'self' 'wasm-unsafe-eval';",
  );
  for (const path of ['/assets/run-worker-Ab3.js', '/code-worker.js', '/assets/x/code-worker.js'])
    expect(await policyOf(path)).toContain("script-src 'self';");
  expect(await policyOf('/assets/page-Ab3.js')).toBe(null);
});
