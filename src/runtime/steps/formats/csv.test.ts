import { describe, expect, it } from 'vitest';
import type { Json } from '../../../shared/index.ts';
import { outputsOf, refusalOf } from '../../testing/one-step.ts';

const read = (text: string, settings: Record<string, Json> = {}) =>
  outputsOf('csv/read', { fields: { text }, settings });
const refusal = (text: string, settings: Record<string, Json> = {}) =>
  refusalOf('csv/read', { fields: { text }, settings });
const write = async (rows: Json, settings: Record<string, Json> = {}) => {
  const [made] = await outputsOf('csv/write', { fields: { rows }, settings });
  return (made as { text: string }).text;
};

describe('Read CSV', () => {
  it('makes a message of each row, every value as text', async () => {
    expect(await read('name,zip\nAda,01234\nAlan,\n')).toEqual([
      { name: 'Ada', zip: '01234' },
      { name: 'Alan', zip: '' },
    ]);
  });

  it('gives one message with the whole list where the person wants it so', async () => {
    const given = { fields: { text: 'a\n1\n2' }, emit: 'whole-list' } as const;
    expect(await outputsOf('csv/read', given)).toEqual([[{ a: '1' }, { a: '2' }]]);
  });

  it.each([
    ['semicolons', 'a;b\n1;2,5'],
    ['tabs', 'a\tb\n1\t2,5'],
    ['bars', 'a|b\n1|2,5'],
    ['semicolons of a table that ends with a line break', 'a;b\n1;2,5\n'],
  ])('finds out that %s separate', async (_what, text) => {
    expect(await read(text)).toEqual([{ a: '1', b: '2,5' }]);
  });

  it('takes the separator that is said', async () => {
    expect(await read('a;b\n1;2', { separator: 'comma' })).toEqual([{ 'a;b': '1;2' }]);
  });

  it('keeps separators, line breaks and quotation marks inside quotation marks', async () => {
    expect(await read('a,b\r\n"x, ""y""","1\r\n2"\r\n')).toEqual([{ a: 'x, "y"', b: '1\r\n2' }]);
  });

  it('passes over empty lines and the mark at the beginning of a file', async () => {
    expect(await read('\ufeffa,b\n\n1,2\n\n')).toEqual([{ a: '1', b: '2' }]);
  });

  it('names columns without a name, and those with the same name', async () => {
    expect(await read('id,,id\n1,2,3')).toEqual([{ id: '1', 'Column 2': '2', 'id 2': '3' }]);
    expect(await read('1,2', { header: false })).toEqual([{ 'Column 1': '1', 'Column 2': '2' }]);
  });

  it('gives nothing for a table without rows', async () => {
    expect(await read('')).toEqual([]);
    expect(await read('a,b')).toEqual([]);
  });

  it('says the line of a row of another length, also after line breaks inside a row', async () => {
    expect(await refusal('a,b\n"x\ny",2\n3')).toEqual({
      code: 'steps.csv-row-length',
      line: 4,
      found: 1,
      expected: 2,
    });
  });

  it('takes such rows where the person wants it so', async () => {
    expect(await read('a,b\n1\n1,2,3', { uneven: 'fill' })).toEqual([
      { a: '1', b: '' },
      { a: '1', b: '2', 'Column 3': '3' },
    ]);
  });

  it('says the line of a quotation mark that is never closed, and of one in the wrong place', async () => {
    expect(await refusal('a,b\n1,2\n3,"4\n5,6')).toMatchObject({
      code: 'steps.csv-quote-open',
      line: 3,
    });
    expect(await refusal('a,b\n"1"x,2')).toMatchObject({ code: 'steps.csv-quote', line: 2 });
  });

  it('lets no column reach a prototype', async () => {
    expect(await refusal('__proto__,b\n1,2')).toMatchObject({
      code: 'steps.name-refused',
      line: 1,
    });
  });

  it('refuses what is no text or too long, before anything is read', async () => {
    expect((await refusalOf('csv/read', { fields: {} })).code).toBe('steps.text-missing');
    expect((await refusalOf('csv/read', { fields: { text: ['a'] } })).code).toBe(
      'steps.not-a-text',
    );
    expect((await refusal('x'.repeat(10_000_001))).code).toBe('steps.text-too-long');
  });
});

describe('Write CSV', () => {
  it('has a column for each field of any row, and quotes what needs it', async () => {
    expect(
      await write([
        { a: 'x, y', b: 'say "hi"' },
        { a: 1.5, c: true },
      ]),
    ).toBe('a,b,c\r\n"x, y","say ""hi""",\r\n1.5,,true');
  });

  it('writes numbers digit for digit, nothing as nothing, and groups as JSON', async () => {
    expect(await write([{ a: 12345678901234567890n, b: null, c: { d: [1] } }])).toBe(
      'a,b,c\r\n12345678901234567890,,"{""d"":[1]}"',
    );
  });

  it('protects programs from texts like formulas, but leaves numbers with a sign', async () => {
    expect(await write([{ a: '=1+1', b: '@x', c: '-5', d: -5, e: '+49 30' }])).toBe(
      "a,b,c,d,e\r\n'=1+1,'@x,-5,-5,'+49 30",
    );
    expect(await write([{ a: '=1+1' }], { guard: false })).toBe('a\r\n=1+1');
  });

  it('leaves the names out where the person wants it so', async () => {
    expect(await write([{ a: 1, b: 2 }], { header: false, separator: 'semicolon' })).toBe('1;2');
  });

  it('gives back what it read', async () => {
    const rows = [{ a: 'x\n"y"', b: ' z; ' }];
    expect(await read(await write(rows))).toEqual(rows);
  });

  it('refuses what is no list of rows, with the entry', async () => {
    expect((await refusalOf('csv/write', { fields: { rows: 'a' } })).code).toBe('steps.not-a-list');
    expect(await refusalOf('csv/write', { fields: { rows: [{ a: 1 }, 2] } })).toEqual({
      code: 'steps.csv-row-not-fields',
      row: 2,
    });
  });
});
