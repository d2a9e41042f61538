import { expect, it } from 'vitest';
import { createBlobFiles, type Attachment, type KeptFiles } from '../../../shared/index.ts';
import { aFlow, field, group } from '../a-flow.ts';
import { answered, type Script } from '../fake-service.ts';
import type { HostUnderTest } from '../hosts.ts';
import { askHost, stateOf } from './ask-host.ts';

/** Files that messages name and the host keeps, as facts for any host. */
export function describeFiles(host: HostUnderTest): void {
  const run = askHost(host);
  const flow = () =>
    aFlow()
      .lists('rows')
      .readsLines('lines', group({ content: field('rows', 'content') }), { onFailure: 'skip' })
      .maps('out', group({ from: field('rows', 'content', 'name'), id: field('lines', 'id') }));

  it('gives what is in a file that its host keeps, in order, and its records only name it', async () => {
    const files = createBlobFiles();
    const kept = [await keptAs('a.jsonl', files, 2), await keptAs('b.jsonl', files, 3)];
    const ran = await run(flow(), givingFiles(kept), { files });
    expect(ran.records('out').flatMap(({ output }) => output)).toEqual([
      { from: 'a.jsonl', id: 0 },
      { from: 'a.jsonl', id: 1 },
      { from: 'b.jsonl', id: 0 },
      { from: 'b.jsonl', id: 1 },
      { from: 'b.jsonl', id: 2 },
    ]);
    expect(ran.records('lines').map(({ input }) => input)).toEqual(
      kept.map((content) => ({ content })),
    );
  });

  it('refuses in words what is gone, what is only an example, and what is broken in its last line', async () => {
    const files = createBlobFiles();
    const broken = await keptAs('broken.jsonl', files, 2, '{"id":');
    const gone = { ...broken, $attachment: 'gone', name: 'gone.jsonl' };
    const ran = await run(flow(), givingFiles([gone, { name: 'example' }, broken]), { files });
    expect(stateOf(ran).steps['lines']?.counts).toMatchObject({ in: 3, refused: 3, out: 0 });
    expect(ran.records('lines').map(({ failure }) => [failure?.code, failure?.params])).toEqual([
      ['steps.file-gone', { name: 'gone.jsonl' }],
      ['steps.file-only-example', {}],
      ['steps.json-broken-at', { line: 3, column: 7 }],
    ]);
  });
}

function givingFiles(contents: readonly (Attachment | { readonly name: string })[]): Script {
  return () => answered(200, { items: contents.map((content) => ({ content })), next: null });
}

async function keptAs(
  name: string,
  files: KeptFiles,
  lines: number,
  more = '',
): Promise<Attachment> {
  const text = Array.from({ length: lines }, (_, id) => `{"id":${String(id)}}\n`).join('') + more;
  const { id, size } = await files.keep(inPieces(text));
  return { $attachment: id, name, size };
}

/** Every piece ends in the middle of a line. */
async function* inPieces(text: string): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += 5) yield bytes.subarray(at, at + 5);
}
