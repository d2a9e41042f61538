import { describe, expect, it } from 'vitest';
import { createBlobFiles, type Json } from '../../../shared/index.ts';
import { neverAborted } from '../../ports.ts';
import { fakePorts } from '../../testing/fake-ports.ts';
import { outputsOf, refusalOf } from '../../testing/one-step.ts';
import { RowReader } from './csv-rows.ts';

const asked = { separator: ',', hasNames: true, fillsUneven: false, field: 'content' };

/** Rows of a text that comes in pieces of so many signs, or the code of why there are none. */
function inPieces(text: string, size: number, settings: Partial<typeof asked> = {}): unknown {
  const reader = new RowReader({ ...asked, ...settings });
  const rows: Json[] = [];
  for (let at = 0; at === 0 || at < text.length; at += size) {
    const read = reader.push(text.slice(at, at + size), at + size >= text.length);
    if (!read.ok) return { code: read.reason.code, ...read.reason.params };
    rows.push(...read.value);
  }
  return rows;
}

describe('a table that comes in pieces', () => {
  const hard = 'id,text\r\n1,"a ""quoted"", text"\r\n\r\n2,"two\r\nlines" \r\n3,\r\n4,""\r\n';

  it.each(Array.from({ length: hard.length - 20 }, (_, at) => at + 20))(
    'is the same table, wherever a piece of %i signs ends',
    (size) => {
      expect(inPieces(hard, size)).toEqual([
        { id: '1', text: 'a "quoted", text' },
        { id: '2', text: 'two\r\nlines' },
        { id: '3', text: '' },
        { id: '4', text: '' },
      ]);
    },
  );

  it('names the line of what is broken in a later piece', () => {
    const text = `a,b\n${'1,"x\ny"\n'.repeat(40)}`;
    expect(inPieces(`${text}3\n`, 64)).toEqual({
      code: 'steps.csv-row-length',
      line: 82,
      found: 1,
      expected: 2,
    });
    expect(inPieces(`${text}3,"x"y\n`, 64)).toEqual({ code: 'steps.csv-quote', line: 82 });
    expect(inPieces(`${text}3,"x\n1,2\n`, 64)).toEqual({ code: 'steps.csv-quote-open', line: 82 });
  });

  it('is given up where a quotation mark would hold the rest of it', () => {
    const piece = 'x'.repeat(1_000_000);
    const reader = new RowReader(asked);
    expect(reader.push(`a,b\n1,"${piece}`, false).ok).toBe(true);
    let said = reader.push(piece, false);
    for (let times = 0; said.ok && times < 20; times++) said = reader.push(piece, false);
    expect(said).toMatchObject({ ok: false, reason: { code: 'steps.row-too-long' } });
  });
});

describe('Read a CSV file', () => {
  async function given(bytes: Uint8Array, settings: Record<string, Json> = {}) {
    const files = createBlobFiles();
    const { id, size } = await files.keep(only(bytes));
    const ports = { ...fakePorts(() => Promise.reject(new Error('no service'))), files };
    return {
      fields: { content: { $attachment: id, name: 'list.csv', size } },
      settings,
      world: { ports, signal: neverAborted },
    };
  }

  it('gives each row, or all of them as one list', async () => {
    const file = await given(Buffer.from('\ufeffname;city\nÆsa;Tórshavn\nAda;London\n'));
    const rows = [
      { name: 'Æsa', city: 'Tórshavn' },
      { name: 'Ada', city: 'London' },
    ];
    expect(await outputsOf('csv/read-file', file)).toEqual(rows);
    expect(await outputsOf('csv/read-file', { ...file, emit: 'whole-list' })).toEqual([rows]);
  });

  it('reads letters as an older program stored them, where the person says so, and else refuses them', async () => {
    const bytes = Buffer.from([0x6e, 0x0a, 0xc4, 0xd6, 0xdc, 0x0a]);
    expect(await outputsOf('csv/read-file', await given(bytes, { letters: 'windows' }))).toEqual([
      { n: 'ÄÖÜ' },
    ]);
    expect(await refusalOf('csv/read-file', await given(bytes))).toEqual({
      code: 'steps.file-not-text',
      name: 'list.csv',
    });
  });

  it('refuses what is no file', async () => {
    expect((await refusalOf('csv/read-file', { fields: {} })).code).toBe('steps.file-missing');
    expect((await refusalOf('csv/read-file', { fields: { content: 'a,b' } })).code).toBe(
      'steps.not-a-file',
    );
  });
});

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield bytes;
}
