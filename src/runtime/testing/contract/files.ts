import { expect, it } from 'vitest';
import {
  createBlobFiles,
  toBase64,
  type Attachment,
  type KeptFiles,
} from '../../../shared/index.ts';
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

  it('keeps what a step makes, each once and whole, and the next step reads it', async () => {
    const files = counting(createBlobFiles());
    const made = aFlow()
      .lists('rows')
      .makesFile('file', group({ text: field('rows', 'text'), name: field('rows', 'name') }), {
        onFailure: 'skip',
      })
      .readsLines('lines', group({ content: field('file', 'content') }))
      .maps('out', group({ id: field('lines', 'id') }));
    const texts = ['{"id":1}\n{"id":2}', '{"id":3}'].map((text) =>
      toBase64(new TextEncoder().encode(text)),
    );
    const items = [...texts, 'no!'].map((text, at) => ({ text, name: `${String(at)}.jsonl` }));
    const ran = await run(made, () => answered(200, { items, next: null }), { files });
    expect(ran.records('out').flatMap(({ output }) => output)).toEqual(
      [1, 2, 3].map((id) => ({ id })),
    );
    expect(ran.records('file').map(({ output, failure }) => output?.[0] ?? failure?.code)).toEqual([
      { name: '0.jsonl', size: 17, content: { $attachment: 'kept-0', name: '0.jsonl', size: 17 } },
      { name: '1.jsonl', size: 8, content: { $attachment: 'kept-1', name: '1.jsonl', size: 8 } },
      'steps.base64-broken',
    ]);
    expect(files.kept()).toBe(2);
  });

  it('refuses in words what is gone, what is only an example, and what is broken in its last line', async () => {
    const files = createBlobFiles();
    const broken = await keptAs('broken.jsonl', files, 2, '{"id":');
    const gone = { ...broken, $attachment: 'gone', name: 'gone.jsonl' };
    const ran = await run(flow(), givingFiles([gone, { name: 'example' }, broken]), { files });
    expect(stateOf(ran).steps['lines']?.counts).toMatchObject({ in: 3, refused: 3, out: 0 });
    expect(ran.records('lines').map(({ failure }) => [failure?.code, failure?.params])).toEqual([
      ['failures.file-gone', { name: 'gone.jsonl' }],
      ['steps.file-only-example', {}],
      ['steps.json-broken-at', { line: 3, column: 7 }],
    ]);
  });
}

/** Those that were kept whole, by names that are the same in every replay. */
function counting(files: KeptFiles): KeptFiles & { kept(): number } {
  const ids: string[] = [];
  return {
    async keep(pieces) {
      const { id, size } = await files.keep(pieces);
      ids.push(id);
      return { id: `kept-${String(ids.length - 1)}`, size };
    },
    find: (id) => files.find(ids[Number(id.slice('kept-'.length))] ?? ''),
    forget: (id) => files.forget(id),
    kept: () => ids.length,
  };
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
