import { expect, it } from 'vitest';
import type { Json } from '../../shared/index.ts';
import { lengthOf, mailBytes } from './mail-bytes.ts';

const mail = (sizes: readonly number[]): Json => ({
  to: 'Grace <grace@example.org>',
  bcc: 'hidden@example.org',
  subject: 'Grüße an alle, die das hier lesen, auch wenn die Zeile lang ist',
  text: 'Schön.\n',
  html: '<p>Schön.</p>',
  attachments: [
    { name: 'a.csv', text: 'a,b\n' },
    ...sizes.map((size, at) => ({
      name: `Rechnung ${String(at)} für Zoë.pdf`,
      content: { $attachment: String(at), name: 'x', size },
    })),
  ],
});

async function* pieces(size: number) {
  await Promise.resolve();
  for (let left = size; left > 0; left -= 7) yield new Uint8Array(Math.min(7, left)).fill(0x61);
}

it.each([[[0]], [[1, 2, 3]], [[56, 57, 58]], [[113, 114, 115, 0, 171]], [[99_999, 100_000]]])(
  'an e-mail with files of %j bytes has the length that is said before it is written',
  async (sizes) => {
    const all = sizes.reduce((sum, size) => sum + size, 0);
    const { content, type } = await mailBytes(mail(sizes), { threadId: 't' }, pieces(all));
    if (!('pieces' in content)) throw new Error('it was held whole');
    let length = 0;
    for await (const piece of content.pieces) length += piece.byteLength;
    expect(length).toBe(content.length);
    expect(type).toMatch(/^multipart\/related; boundary=/);
    expect(await lengthOf(mail(sizes))).toBeLessThan(length);
  },
);
