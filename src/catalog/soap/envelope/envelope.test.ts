import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonSchema } from '../../../shared/index.ts';
import {
  bareWsdl,
  kindsSchema,
  orderSchema,
  rpcWsdl,
  wrappedWsdl,
  wsdlOfElements,
} from '../testing/wsdl-texts.ts';
import { readDescription } from '../wsdl/read-description.ts';
import { exactNumber, digitsOf } from './digits.ts';
import { readEnvelope } from './read-envelope.ts';
import { writeEnvelope } from './write-envelope.ts';
import { processorMs } from '../../../shared/testing/processor-ms.ts';

function inputOf(text: string): JsonSchema {
  const read = readDescription([{ text }]);
  if (!read.ok || 'needs' in read.value) throw new Error('not described');
  const described = read.value.describe(read.value.operations[0]?.id ?? '');
  if (!described.ok) throw new Error(described.reason.code);
  return described.value.input;
}

const order = inputOf(wrappedWsdl);
const kinds = inputOf(wsdlOfElements(kindsSchema));

function written(message: Json, schema: JsonSchema): string {
  const made = writeEnvelope(message, schema);
  if (!made.ok) throw new Error(made.reason.code);
  return made.value;
}

function refusal(message: Json, schema: JsonSchema) {
  const made = writeEnvelope(message, schema);
  return made.ok ? undefined : { code: made.reason.code, path: made.reason.path };
}

function read(text: string, schema?: JsonSchema) {
  const envelope = readEnvelope(text, schema);
  if (!envelope.ok) throw new Error(envelope.reason?.code ?? 'no envelope');
  return envelope.value;
}

const answer = (body: string, version = 'http://schemas.xmlsoap.org/soap/envelope/') =>
  `<s:Envelope xmlns:s="${version}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:o="urn:shop"><s:Body>${body}</s:Body></s:Envelope>`;

const line = { sku: 'AB-1234', quantity: 2, price: { value: 12.5, currency: 'EUR' } };

describe('an envelope that is written', () => {
  it('has its elements in the order of the description, in their namespaces', () => {
    const message = {
      invoice: 'monthly',
      line: [{ gift: true, note: null, price: line.price, quantity: 2, sku: 'AB-1234' }],
      day: '2026-11-25',
      number: 9007199254740993n,
    };
    expect(written(message, order)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:n1="urn:shop" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <soap:Body>
    <n1:AddOrder>
      <n1:number>9007199254740993</n1:number>
      <n1:day>2026-11-25</n1:day>
      <n1:line gift="true">
        <n1:sku>AB-1234</n1:sku>
        <n1:quantity>2</n1:quantity>
        <n1:price currency="EUR">12.5</n1:price>
        <n1:note xsi:nil="true"/>
      </n1:line>
      <n1:invoice>monthly</n1:invoice>
    </n1:AddOrder>
  </soap:Body>
</soap:Envelope>`);
  });

  it('of rpc has the operation around parts without a namespace', () => {
    expect(written({ most: 5, range: { from: '2026-01-01' } }, inputOf(rpcWsdl))).toContain(`
    <n1:CountOrders>
      <range>
        <from>2026-01-01</from>
      </range>
      <most>5</most>
    </n1:CountOrders>`);
  });

  it('of a single value has it in its element', () => {
    expect(written({ value: 'A & B' }, inputOf(bareWsdl))).toContain(
      '<n1:AddOrder>A &amp; B</n1:AddOrder>',
    );
  });

  it('names the type where several may stand', () => {
    const text = written({ pet: [{ '@type': 'Cat', name: 'Tom', lives: 9 }] }, kinds);
    expect(text).toContain('<n1:pet xsi:type="n1:Cat">');
  });

  it('takes every text as text: no element, attribute or declaration comes out of a value', () => {
    const evil = '"/></n1:sku><!DOCTYPE x><![CDATA[ ]]>&amp;<a b="';
    const text = written(
      {
        number: 1,
        day: evil,
        card: evil,
        line: [{ ...line, price: { value: 1, currency: evil } }],
      },
      order,
    );
    expect(read(text, order)).toEqual({
      message: {
        number: 1,
        day: evil,
        card: evil,
        line: [{ ...line, price: { value: 1, currency: evil } }],
      },
    });
    const open = refusal({ pet: [], 'a><b': 1 }, kinds);
    expect(open).toEqual({ code: 'soap-name', path: ['a><b'] });
  });

  it('takes no name of a schema that is none: an exported flow may come from anybody', () => {
    const evil = {
      ...order,
      properties: { a: { type: 'string', xml: { name: 'a b="1"', attribute: true } } },
    } as unknown as JsonSchema;
    expect(refusal({ a: 'x' }, evil)).toEqual({ code: 'soap-name', path: ['a'] });
    const space = {
      ...order,
      xml: { name: 'a', namespace: '"><evil/>' },
    } as unknown as JsonSchema;
    expect(written({}, space)).toContain('xmlns:n1="&quot;&gt;&lt;evil/&gt;"');
  });

  it('has numbers in digits', () => {
    expect([1e21, 1.5e-7, -2e22, 0.1, 12n].map(digitsOf)).toEqual([
      '1000000000000000000000',
      '0.00000015',
      '-20000000000000000000000',
      '0.1',
      '12',
    ]);
  });

  it.each([
    ['two of which one may be', { card: 'a', invoice: 'b' }, 'soap-one-of', ['invoice']],
    ['a list where one may be', { day: ['a', 'b'] }, 'soap-needs-one', ['day']],
    ['a group where a value is wanted', { day: { a: 1 } }, 'soap-needs-value', ['day']],
    ['a value where a group is wanted', { line: ['a'] }, 'soap-needs-group', ['line', 0]],
    ['a field that the service does not have', { dya: 'a' }, 'soap-field-unknown', ['dya']],
    [
      'a sign that XML does not have',
      { line: [{ sku: '\u0000' }] },
      'soap-sign',
      ['line', 0, 'sku'],
    ],
    ['half a sign', { day: '\ud800' }, 'soap-sign', ['day']],
  ])('cannot have %s', (_what, message, code, path) => {
    expect(refusal(message as Json, order)).toEqual({ code, path });
  });

  it('cannot be without measure', () => {
    let tree: Json = { label: 'x' };
    for (let depth = 0; depth < 300; depth++) tree = { label: 'x', child: [tree] };
    expect(refusal({ pet: [], tree }, kinds)?.code).toBe('soap-too-deep');
  });
});

describe('an envelope that is read', () => {
  it('gives lists for one entry and for none, and keeps every digit', () => {
    const text = answer(
      `<o:AddOrder><o:number>9007199254740993</o:number><o:line gift="1"><o:price currency="EUR">12.50</o:price></o:line></o:AddOrder>`,
    );
    expect(read(text, order)).toEqual({
      message: {
        number: 9007199254740993n,
        line: [{ price: { value: 12.5, currency: 'EUR' }, gift: true }],
      },
    });
    expect(read(answer('<o:AddOrder/>'), order)).toEqual({ message: { line: [] } });
  });

  it('leaves a number that no number can hold a text', () => {
    expect(
      ['12.50', '0.1', '-0', '+7', '1e3', '12345678901234567.89', 'NaN', ''].map(exactNumber),
    ).toEqual([12.5, 0.1, -0, 7, 1000, undefined, undefined, undefined]);
  });

  it('gives nothing for xsi:nil and the type that xsi:type names', () => {
    const text = answer(
      `<o:AddOrder xmlns:x="urn:shop"><o:pet xsi:type="x:Cat"><o:name xsi:nil="true"/><o:lives>9</o:lives></o:pet><o:pet xsi:type="x:Dog"><o:barks>0</o:barks></o:pet></o:AddOrder>`,
    );
    expect(read(text, kinds)).toEqual({
      message: {
        pet: [
          { '@type': 'Cat', name: null, lives: 9 },
          { '@type': 'Dog', barks: false },
        ],
      },
    });
  });

  it('understands a service that forgets its namespace, and keeps what nobody described', () => {
    const text = answer(
      '<AddOrder><day>2026-01-01</day><extra a="1"><b>x</b><b>y</b>z</extra></AddOrder>',
    );
    expect(read(text, order)).toEqual({
      message: {
        day: '2026-01-01',
        line: [],
        extra: { '@a': '1', b: ['x', 'y'], '#text': 'z' },
      },
    });
  });

  it('is read as it stands where its schema is gone', () => {
    expect(read(answer('<o:R><a>1</a><a>2</a></o:R>'))).toEqual({ message: { a: ['1', '2'] } });
    expect(read(answer('<o:R>done</o:R>'))).toEqual({ message: { value: 'done' } });
    expect(read(answer(''))).toEqual({ message: {} });
  });

  it('with a long list is read in time that grows with its length alone', () => {
    const text = answer(`<R>${'<a>1</a>'.repeat(100_000)}</R>`);
    const before = processorMs();
    expect((read(text) as { message: { a: string[] } }).message.a).toHaveLength(100_000);
    expect(processorMs(before)).toBeLessThan(5_000);
  });

  it('stands between other parts where there are attachments', () => {
    const text = `--x\r\nContent-Type: application/xop+xml\r\n\r\n${answer('<R><a>1</a></R>')}\r\n--x--`;
    expect(read(text)).toEqual({ message: { a: '1' } });
  });

  it('whose file stands beside it is refused, not read as an empty one', () => {
    const file =
      '<R><name>a.pdf</name><file><x:Include xmlns:x="http://www.w3.org/2004/08/xop/include" href="cid:1"/></file></R>';
    const text = `--x\r\nContent-Type: application/xop+xml\r\n\r\n${answer(file)}\r\n--x--`;
    expect(readEnvelope(text, undefined)).toMatchObject({
      ok: false,
      reason: { code: 'soap-attachment' },
    });
  });

  it('that is a fault says whose it is and why, in both versions alike', () => {
    const old = answer(
      `<s:Fault><faultcode>s:Client</faultcode><faultstring>No &lt;b&gt; left</faultstring><detail><o:Bad><field>/o:AddOrder/o:line[2]/o:sku</field></o:Bad></detail></s:Fault>`,
    );
    const fault = {
      faultcode: 's:Client',
      faultstring: 'No <b> left',
      detail: { Bad: { field: '/AddOrder/line/1/sku' } },
    };
    expect(read(old)).toEqual({ fault });
    const next = answer(
      `<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>o:Stock</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang="en">None left</s:Text></s:Reason></s:Fault>`,
      'http://www.w3.org/2003/05/soap-envelope',
    );
    expect(read(next)).toEqual({
      fault: { faultcode: 's:Sender', subcode: 'o:Stock', faultstring: 'None left' },
    });
  });

  it.each([
    ['a DOCTYPE', `<!DOCTYPE a [<!ENTITY b "bb">]>${answer('<a>&b;</a>')}`, 'xml-doctype'],
    ['an entity of nobody', answer('<a>&b;</a>'), 'xml-broken'],
    ['half an envelope', answer('<a/>').slice(0, -9), 'xml-broken'],
    ['another XML', '<html><body/></html>', undefined],
    ['no XML', '{"a":1}', undefined],
  ])('is refused with %s', (_what, text, code) => {
    const envelope = readEnvelope(text, order);
    expect(envelope.ok ? 'read' : envelope.reason?.code).toBe(code);
  });
});

describe('what is written and read again', () => {
  const xmlText = fc
    .string({ unit: 'binary', maxLength: 12 })
    // eslint-disable-next-line no-control-regex -- the signs that XML does not have
    .map((text) => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ''))
    .filter((text) => !/\p{Surrogate}/u.test(text));
  const whole = fc.oneof(fc.integer(), fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n }));
  const decimal = fc.double({ noNaN: true, min: -1e15, max: 1e15 }).map((value) => value + 0);
  const someLine = fc.record(
    {
      sku: xmlText,
      quantity: fc.integer(),
      price: fc.record({ value: decimal, currency: fc.constantFrom('EUR', 'GBP') }),
      note: fc.option(xmlText),
      gift: fc.boolean(),
    },
    { requiredKeys: ['sku', 'quantity', 'price'] },
  );

  it('is the same, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.record({
          number: whole,
          day: xmlText,
          line: fc.array(someLine, { maxLength: 3 }),
          card: xmlText,
        }),
        (message) => {
          expect(read(written(message, order), order)).toEqual({ message });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is the same with types of several kinds and with trees', () => {
    const pet = fc.oneof(
      fc.record({ '@type': fc.constant('Dog'), name: xmlText, barks: fc.boolean() }),
      fc.record({ '@type': fc.constant('Cat'), name: xmlText, lives: fc.integer() }),
    );
    const leaf = fc.record({ label: xmlText, child: fc.constant([]) });
    const branch = fc.record({ label: xmlText, child: fc.array(leaf, { maxLength: 2 }) });
    const tree = fc.record({ label: xmlText, child: fc.array(branch, { maxLength: 2 }) });
    fc.assert(
      fc.property(fc.record({ pet: fc.array(pet, { maxLength: 3 }), tree }), (message) => {
        expect(read(written(message as Json, kinds), kinds)).toEqual({ message });
      }),
      { numRuns: 100 },
    );
  });

  it('needs nothing but the schema as it stands in an exported file', () => {
    const kept = JSON.parse(JSON.stringify(order)) as JsonSchema;
    const message = { number: 1, day: '2026-01-01', line: [line], card: 'x' };
    expect(read(written(message, kept), kept)).toEqual({ message });
    expect(orderSchema).toContain('AddOrder');
  });
});
