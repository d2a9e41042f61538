import { expect, it } from 'vitest';
import type { TaskRequest } from '../catalog/contract.ts';
import { createTaskReader } from './page-task.ts';

const request: TaskRequest = {
  via: 'sftp',
  component: 'catalog:sftp',
  operation: 'read-file',
  effect: 'read',
  task: 'read',
  title: 'Read a file',
  input: {},
};

/** What a proxy answers with these bytes, so many at a time. */
function inPieces(text: string, size: number): Response {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new Response(
    new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at >= bytes.length) controller.close();
        else controller.enqueue(bytes.subarray(at, (at += size)));
      },
    }),
  );
}

it('a message of 10 MB that comes in small pieces is read at once, not anew with each of them', async () => {
  const text = 'ä'.repeat(5 * 1024 * 1024);
  const lines = `${JSON.stringify({ page: [{ text }] })}\n{"end":true}\n`;
  const tasks = createTaskReader(() => Promise.resolve(inPieces(lines, 4_099)));
  const first = await tasks.page(request, 'sealed');
  expect(first).toMatchObject({ kind: 'answered', status: 200 });
  expect(first).toHaveProperty('body.0.text.length', text.length);
  const more = 'more' in first ? first.more : undefined;
  expect(await tasks.page({ ...request, continues: more ?? '' }, 'sealed')).toMatchObject({
    kind: 'answered',
    body: [],
  });
}, 4_000);
