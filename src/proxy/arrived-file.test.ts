import { expect, it } from 'vitest';
import { arrivedFile } from './arrived-file.ts';

it('a file that nobody has begun to read is let go', async () => {
  let isLeft = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (to) => to.enqueue(Buffer.from('{}\nbytes')),
    cancel: () => void (isLeft = true),
  });
  const { pieces } = await arrivedFile(body);
  await pieces.return();
  expect(isLeft).toBe(true);
  expect(await pieces.next()).toEqual({ done: true, value: undefined });
});
