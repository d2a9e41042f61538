import { describe, expect, it } from 'vitest';
import type { Json } from '../../../shared/index.ts';
import { filesWorld } from '../../testing/files-world.ts';
import { outputsOf, refusalOf } from '../../testing/one-step.ts';

const orders = `<?xml version="1.0"?>
<export xmlns:s="urn:shop">
  <made>today</made>
  <orders>
    <order id="1"><s:customer>Ada &amp; Co</s:customer><line>a</line><line>b</line></order>
    <!-- none -->
    <order id="2"><order>inside</order><line><![CDATA[<c>]]></line></order>
    <order/>
  </orders>
</export>`;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function given(bytes: Uint8Array, size?: number) {
  const { world, keep } = filesWorld(size);
  return { fields: { content: await keep('orders.xml', bytes) }, world };
}
const read = async (
  bytes: Uint8Array,
  settings: Record<string, Json> = {},
  size?: number,
): Promise<readonly Json[]> =>
  outputsOf('xml/read-file', { ...(await given(bytes, size)), settings });
const refused = async (bytes: Uint8Array, size?: number, settings: Record<string, Json> = {}) =>
  refusalOf('xml/read-file', { ...(await given(bytes, size)), settings });

describe('Read an XML file', () => {
  it.each([1, 7, 64, 100_000])('gives each entry, in pieces of %i bytes', async (size) => {
    expect(await read(bytesOf(orders), { entry: 'order' }, size)).toEqual([
      { '@id': '1', 's:customer': 'Ada & Co', line: ['a', 'b'] },
      { '@id': '2', order: 'inside', line: '<c>' },
      '',
    ]);
  });

  it('takes what stands in the outermost element where no name is said', async () => {
    expect(await read(bytesOf('<a><b>1</b><c x="2"/>between</a>'))).toEqual(['1', { '@x': '2' }]);
  });

  it('makes lists and leaves prefixes out as the settings say', async () => {
    const settings = { entry: 'order', lists: ['customer'], prefixes: false };
    const [first] = await read(bytesOf(orders), settings);
    expect(first).toMatchObject({ customer: ['Ada & Co'] });
  });

  it('reads letters as the file says that they are stored', async () => {
    const latin = Buffer.from(
      '<?xml version="1.0" encoding="ISO-8859-1"?><a><b>Grüße</b></a>',
      'latin1',
    );
    expect(await read(latin)).toEqual(['Grüße']);
    const utf16 = Buffer.from('\uFEFF<a><b>Grüße</b></a>', 'utf16le');
    expect(await read(utf16)).toEqual(['Grüße']);
    const unknown = bytesOf('<?xml version="1.0" encoding="klingon"?><a/>');
    expect((await refused(unknown)).code).toBe('steps.file-not-text');
  });

  it('gives nothing of a file that is broken in its last line, and names the line', async () => {
    expect(await refused(bytesOf('<a>\n<b>1</b>\n<b>2</c>\n</a>'))).toMatchObject({
      code: 'steps.xml-broken',
      line: 3,
    });
    expect((await refused(bytesOf('<a>\n<b>1</b>'))).code).toBe('steps.xml-broken');
  });

  it.each([
    ['a DOCTYPE', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'steps.xml-doctype'],
    ['a DOCTYPE in UTF-16', '\uFEFF<!DOCTYPE a><a/>', 'steps.xml-doctype'],
    ['depth without end', '<a>'.repeat(300), 'steps.xml-too-deep'],
    ['a name that reaches a prototype', '<a><__proto__>1</__proto__></a>', 'steps.name-refused'],
  ])('refuses %s', async (what, text, code) => {
    const bytes = what.includes('UTF-16') ? Buffer.from(text, 'utf16le') : bytesOf(text);
    expect((await refused(bytes)).code).toBe(code);
  });

  it('gives up an entry that does not end, and keeps nothing of what stands around entries', async () => {
    const text = '<c>some text that goes on</c>'.repeat(360_000);
    expect((await refused(bytesOf(`<a><b>${text}</b></a>`), 65_536)).code).toBe(
      'steps.xml-entry-too-long',
    );
    expect(await read(bytesOf(`<a><b>${text}</b><d>1</d></a>`), { entry: 'd' })).toEqual(['1']);
  }, 30_000);

  it('says that no entry is called so, and what the file has instead, the nearest first', async () => {
    const text = '<export><made>today</made><list><buyer/><Order/></list><a/><b/><c/></export>';
    expect(await refused(bytesOf(text), 7, { entry: 'order' })).toMatchObject({
      code: 'steps.xml-no-entry',
      name: 'order',
      names: 'Order, made, list, buyer, a',
    });
    for (const text of [
      '<x><item id="1"/><item id="2"/></x>',
      '<x><item><id>1</id></item><item><id>2</id></item></x>',
      '<x><Order id="1"/></x>',
    ])
      expect((await refused(bytesOf(text), 7, { entry: 'order' })).code).toBe('steps.xml-no-entry');
  });

  it('gives nothing of a file in which there are no entries that day', async () => {
    const settings = { entry: 'order' };
    expect(await read(bytesOf('<orders/>'), settings)).toEqual([]);
    const text = '<export><head><made>today</made><by id="1"/></head><orders></orders></export>';
    expect(await read(bytesOf(text), settings)).toEqual([]);
    const feed =
      '<rss><channel><title>T</title><link>L</link><a:link xmlns:a="b" href="c"/><category>1</category>' +
      '<category>2</category><image><title>T</title><link>L</link></image></channel></rss>';
    expect(await read(bytesOf(feed), { entry: 'item' })).toEqual([]);
    const two = '<x><from><id/></from><to><id/></to><orders/></x>';
    expect(await read(bytesOf(two), settings)).toEqual([]);
  });

  it('gives one list where that is wanted', async () => {
    const asked = await given(bytesOf('<a><b>1</b><b>2</b></a>'));
    expect(await outputsOf('xml/read-file', { ...asked, emit: 'whole-list' })).toEqual([
      ['1', '2'],
    ]);
  });
});
