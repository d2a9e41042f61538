import { describe, expect, it } from 'vitest';
import type { Json } from '../../../shared/index.ts';
import { outputsOf, refusalOf } from '../../testing/one-step.ts';

const read = async (text: string, settings: Record<string, Json> = {}) =>
  (await outputsOf('xml/read', { fields: { text }, settings }))[0];
const refusal = (text: string) => refusalOf('xml/read', { fields: { text } });
const write = async (data: Json, settings: Record<string, Json> = {}) => {
  const [made] = await outputsOf('xml/write', {
    fields: { data },
    settings: { declaration: false, ...settings },
  });
  return (made as { text: string }).text;
};

describe('Read XML', () => {
  it('makes texts, fields with @ and lists', async () => {
    expect(await read('<order id="7"><item>Pen</item><item>Ink</item><note/></order>')).toEqual({
      order: { '@id': '7', item: ['Pen', 'Ink'], note: '' },
    });
  });

  it('keeps digits and spaces of a text, and text between elements', async () => {
    expect(await read('<a> 007 </a>')).toEqual({ a: ' 007 ' });
    expect(await read('<a>\n  <b>1</b> and <b>2</b>\n</a>')).toEqual({
      a: { b: ['1', '2'], '#text': 'and' },
    });
    expect(await read('<a id="1">x<![CDATA[ <y> ]]>&amp;&#65;</a>')).toEqual({
      a: { '@id': '1', '#text': 'x <y> &A' },
    });
  });

  it('gives a list of one where the person says that it is a list', async () => {
    expect(await read('<a><item>1</item></a>', { lists: ['item'] })).toEqual({
      a: { item: ['1'] },
    });
  });

  it('leaves out what stands before a colon where the person wants it so', async () => {
    const text = '<s:Body xmlns:s="urn:x" s:id="1"><s:a>1</s:a></s:Body>';
    expect(await read(text)).toEqual({
      's:Body': { '@xmlns:s': 'urn:x', '@s:id': '1', 's:a': '1' },
    });
    expect(await read(text, { prefixes: false })).toEqual({ Body: { '@id': '1', a: '1' } });
  });

  it('says the line of a fault', async () => {
    expect(await refusal('<a>\n<b>1</c>\n</a>')).toMatchObject({
      code: 'steps.xml-broken',
      line: 2,
    });
    expect(await refusal('<a>\n')).toMatchObject({ code: 'steps.xml-broken', line: 2 });
    expect((await refusal('no xml')).code).toBe('steps.xml-broken');
    expect((await refusal('')).code).toBe('steps.xml-broken');
  });

  it('refuses a DOCTYPE, and with it every text that multiplies or fetches others', async () => {
    expect(await refusal('\n<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>')).toEqual({
      code: 'steps.xml-doctype',
      line: 2,
    });
    expect((await refusal('<a>&b;</a>')).code).toBe('steps.xml-broken');
  });

  it('refuses one that was written in UTF-16 and read as another, and with its mark at the beginning', async () => {
    const doctype = '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>';
    const misread = Buffer.from(doctype, 'utf16le').toString('latin1');
    expect((await refusal(misread)).code).toBe('steps.xml-broken');
    expect((await refusal(`\uFEFF${doctype}`)).code).toBe('steps.xml-doctype');
    const declared = `<?xml version="1.0" encoding="UTF-16"?>${doctype}`;
    expect((await refusal(declared)).code).toBe('steps.xml-doctype');
  });

  it('refuses elements inside each other without measure, and names that reach a prototype', async () => {
    expect((await refusal('<a>'.repeat(100_000))).code).toBe('steps.xml-too-deep');
    expect((await refusal('<__proto__>1</__proto__>')).code).toBe('steps.name-refused');
  });
});

describe('Write XML', () => {
  it('is the other way round from reading', async () => {
    const text = '<order id="7"><item>Pen</item><item>Ink</item><note/></order>';
    expect(await write((await read(text)) as Json)).toBe(text);
  });

  it('begins with the declaration unless it is left out', async () => {
    const [made] = await outputsOf('xml/write', { fields: { data: { a: 1 } } });
    expect(made).toEqual({ text: '<?xml version="1.0" encoding="UTF-8"?>\n<a>1</a>' });
  });

  it('takes every text as text', async () => {
    expect(await write({ a: { '@b': 'x"\n<', '#text': '</a> & ]]>' } })).toBe(
      '<a b="x&quot;&#10;&lt;">&lt;/a&gt; &amp; ]]&gt;</a>',
    );
  });

  it('names the outermost element as the settings say', async () => {
    expect(await write({ a: 1, b: null }, { root: 'all' })).toBe('<all><a>1</a><b/></all>');
  });

  it.each([
    ['two outermost elements', { a: 1, b: 2 }, 'steps.xml-root'],
    ['a list as the outermost element', { a: [1] }, 'steps.xml-root'],
    ['a name that is none', { 'a b': 1 }, 'steps.xml-name'],
    ['an attribute that would become an element', { a: { '@x y="1"': 1 } }, 'steps.xml-name'],
    ['a list in a list', { a: { b: [[1]] } }, 'steps.xml-list-in-list'],
    ['a sign that XML does not have', { a: '\u0000' }, 'steps.xml-sign'],
    ['a group as an attribute', { a: { '@b': { c: 1 } } }, 'steps.not-a-text'],
  ])('refuses %s', async (_what, data, code) => {
    expect((await refusalOf('xml/write', { fields: { data } })).code).toBe(code);
  });

  it('refuses groups inside each other without measure', async () => {
    let data: Json = { a: 1 };
    for (let depth = 0; depth < 300; depth++) data = { a: data };
    expect((await refusalOf('xml/write', { fields: { data } })).code).toBe('steps.data-too-deep');
  });
});
