import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../shared/index.ts';
import {
  bareWsdl,
  encodedWsdl,
  kindsSchema,
  orderSchema,
  rpcWsdl,
  wrappedWsdl,
  wsdlOf,
  wsdlOfElements,
} from '../testing/wsdl-texts.ts';
import { writeEnvelope } from '../envelope/write-envelope.ts';
import type { GivenDocument } from './documents.ts';
import { readDescription } from './read-description.ts';
import { processorMs } from '../../../shared/testing/processor-ms.ts';

function read(...given: readonly GivenDocument[]) {
  const description = readDescription(given);
  if (!description.ok) throw new Error(description.reason.code);
  if ('needs' in description.value)
    throw new Error(`needs ${description.value.needs.join(' and ')}`);
  return description.value;
}

function only(text: string) {
  const { operations, describe: look } = read({ text });
  const described = look(operations[0]?.id ?? '');
  if (!described.ok) throw new Error(described.reason.code);
  return described.value;
}

const refusal = (text: string) => {
  const description = readDescription([{ text }]);
  return description.ok ? undefined : description.reason.code;
};

describe('the operations of a description', () => {
  it('are listed with their words, once for both versions of SOAP', () => {
    expect(read({ text: wrappedWsdl }).operations).toEqual([
      {
        id: 'ShopService/AddOrder',
        title: 'Add order',
        description: 'Adds an order.',
        looksLikeRead: false,
      },
    ]);
  });

  it('keep what looks like HTML in their words as the text it is', () => {
    const [operation] = read({
      text: wsdlOfElements(orderSchema).replace(
        'Adds an order.',
        '&lt;img src=x onerror=alert(1)&gt; adds <b>one</b>',
      ),
    }).operations;
    expect(operation?.description).toBe('<img src=x onerror=alert(1)> adds one');
  });

  it.each([
    ['getOrder', true],
    ['FindOrdersSince', true],
    ['GetOrder', true],
    ['Getaway', false],
    ['cancelOrder', false],
    ['SELECT', true],
  ])('suggest by their name whether they only look something up: %s', (name, expected) => {
    const text = rpcWsdl.replaceAll('CountOrders', name);
    expect(read({ text }).operations[0]?.looksLikeRead).toBe(expected);
  });

  it('are told apart by their port where two ports mean different things by one name', () => {
    const second = rpcWsdl
      .replace('</wsdl:definitions>', '')
      .replace(
        '<wsdl:service',
        `<wsdl:portType name="OtherPort"><wsdl:operation name="CountOrders"><wsdl:input message="tns:In"/></wsdl:operation></wsdl:portType>
        <wsdl:binding name="OtherBinding" type="tns:OtherPort"><soap:binding style="rpc"/>
          <wsdl:operation name="CountOrders"><wsdl:input><soap:body use="literal"/></wsdl:input></wsdl:operation></wsdl:binding><wsdl:service`,
      )
      .replace(
        '</wsdl:service>',
        '<wsdl:port name="OtherSoap" binding="tns:OtherBinding"><soap:address location="https://shop.example/other"/></wsdl:port></wsdl:service></wsdl:definitions>',
      );
    expect(read({ text: second }).operations.map(({ id, title }) => [id, title])).toEqual([
      ['ShopService/CountOrders', 'Count orders'],
      ['ShopService/CountOrders@OtherSoap', 'Count orders (Other soap)'],
    ]);
  });

  it('that are rpc/encoded are listed, and refused in words when one is chosen', () => {
    const { operations, describe: look } = read({ text: encodedWsdl });
    expect(look(operations[0]?.id ?? '')).toEqual({
      ok: false,
      reason: { code: 'wsdl-encoded', params: { operation: 'Count orders' } },
    });
  });
});

describe('the messages of an operation', () => {
  it('are fields with kinds, limits and words, and notes of how they are written', () => {
    const { input } = only(wrappedWsdl);
    expect(input).toMatchObject({
      type: 'object',
      required: ['number', 'day', 'line'],
      properties: {
        number: { type: 'integer', format: 'int64', xml: { namespace: 'urn:shop', order: 0 } },
        day: { type: 'string', format: 'date' },
        line: { type: 'array', items: { $ref: '#/$defs/Line' }, minItems: 1 },
        card: { xml: { choice: 'choice-1' } },
        invoice: { xml: { choice: 'choice-1' } },
      },
      xml: { name: 'AddOrder', namespace: 'urn:shop' },
      'x-soap': {
        version: '1.1',
        action: 'urn:shop#AddOrder',
        address: 'https://shop.example/soap',
        body: 'element',
      },
    });
    expect(input.$defs?.['Line']).toMatchObject({
      properties: {
        sku: {
          type: 'string',
          pattern: '^(?:[A-Z]{2}-\\d{4})$',
          maxLength: 7,
          description: "The article's number.",
        },
        note: { type: ['string', 'null'], xml: { nillable: true } },
        gift: { type: 'boolean', xml: { attribute: true } },
      },
      required: ['sku', 'quantity', 'price'],
    });
    expect(input.$defs?.['Money']).toMatchObject({
      properties: {
        value: { type: 'number', xml: { text: true } },
        currency: { enum: ['EUR', 'GBP'] },
      },
    });
  });

  it('that come back have their lists even where nothing is in them', () => {
    expect(only(wrappedWsdl).output).toMatchObject({
      required: ['id', 'line'],
      properties: { line: { type: 'array' } },
    });
  });

  it('of rpc have their parts without a namespace, around them the operation', () => {
    expect(only(rpcWsdl).input).toMatchObject({
      properties: { range: { xml: { order: 0 } }, most: { type: 'integer', xml: { order: 1 } } },
      xml: { name: 'CountOrders', namespace: 'urn:shop' },
    });
  });

  it('of a single value have one field for it', () => {
    expect(only(bareWsdl).input).toMatchObject({
      properties: { value: { type: 'string', xml: { text: true } } },
      required: ['value'],
    });
  });

  it('name the types of which one may stand in a place, and end where a type contains itself', () => {
    const { input } = only(wsdlOfElements(kindsSchema));
    expect(input.properties?.['pet']?.items).toEqual({
      oneOf: [{ $ref: '#/$defs/Dog' }, { $ref: '#/$defs/Cat' }],
    });
    expect(input.$defs?.['Dog']).toMatchObject({
      properties: { '@type': { const: 'Dog' }, name: {}, barks: { type: 'boolean' } },
      required: ['@type', 'name', 'barks'],
    });
    expect(input.$defs?.['Node']?.properties?.['child']?.items).toEqual({ $ref: '#/$defs/Node' });
    expect(input.additionalProperties).toBe(true);
  });

  it('hold no name that reaches a prototype', () => {
    const { input } = only(
      wsdlOfElements(`<xs:element name="AddOrder"><xs:complexType><xs:sequence>
        <xs:element name="__proto__" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
        <xs:element name="AddOrderResponse" type="xs:string"/>`),
    );
    expect(Object.keys(input.properties ?? {})).toEqual(['proto_']);
    expect((input.properties?.['proto_'] as { xml?: unknown }).xml).toMatchObject({
      name: '__proto__',
    });
  });

  it('have fields of a base before their own, and attributes that a group brings', () => {
    const { input } = only(
      wsdlOfElements(`<xs:complexType name="Base"><xs:sequence><xs:element name="a" type="xs:string"/></xs:sequence>
        <xs:attribute name="kind" type="xs:string"/></xs:complexType>
      <xs:attributeGroup name="More"><xs:attribute name="source" type="xs:string" fixed="web"/></xs:attributeGroup>
      <xs:group name="Tail"><xs:all><xs:element name="c" type="xs:int" minOccurs="0"/></xs:all></xs:group>
      <xs:element name="AddOrder"><xs:complexType><xs:complexContent><xs:extension base="tns:Base">
        <xs:sequence><xs:element name="b" type="xs:string"/><xs:group ref="tns:Tail"/></xs:sequence><xs:attributeGroup ref="tns:More"/>
      </xs:extension></xs:complexContent></xs:complexType></xs:element>
      <xs:element name="AddOrderResponse" type="xs:string"/>`),
    );
    const orders = Object.entries(input.properties ?? {}).map(([key, schema]) => [
      key,
      (schema as JsonSchema & { xml: { order?: number } }).xml.order,
    ]);
    expect(orders).toEqual([
      ['a', 0],
      ['kind', undefined],
      ['b', 1],
      ['c', 2],
      ['source', undefined],
    ]);
    expect(input.properties?.['source']?.const).toBe('web');
  });

  it('have an element of two alternatives once', () => {
    const either = (...names: readonly string[]) =>
      `<xs:sequence>${names.map((name) => `<xs:element name="${name}" type="xs:string"/>`).join('')}</xs:sequence>`;
    const { input } = only(
      wsdlOfElements(
        `<xs:element name="AddOrder"><xs:complexType><xs:choice>${either('number', 'street')}${either('number', 'box')}</xs:choice></xs:complexType></xs:element>
         <xs:element name="AddOrderResponse" type="xs:string"/>`,
      ),
    );
    expect(input.properties).toMatchObject({
      number: { type: 'string' },
      street: { type: 'string' },
      box: { type: 'string' },
    });
    const written = writeEnvelope({ number: '1', box: '2' }, input);
    expect(written.ok && written.value).toMatch(/<n1:number>1<\/n1:number>\s*<n1:box>2<\/n1:box>/);
  });

  it('have an element that stands in place of another, one of them', () => {
    const { input } = only(
      wsdlOfElements(
        `<xs:complexType name="Shape"><xs:sequence><xs:element name="size" type="xs:int"/></xs:sequence></xs:complexType>
         <xs:element name="AnyShape" type="tns:Shape" abstract="true"/>
         <xs:element name="Round" type="tns:Shape" substitutionGroup="tns:AnyShape"/>
         <xs:element name="Circle" type="tns:Shape" substitutionGroup="tns:Round"/>
         <xs:element name="AddOrder"><xs:complexType><xs:sequence><xs:element ref="tns:AnyShape"/></xs:sequence></xs:complexType></xs:element>
         <xs:element name="AddOrderResponse" type="xs:string"/>`,
      ),
    );
    expect(Object.keys(input.properties ?? {})).toEqual(['Round', 'Circle']);
    const written = writeEnvelope({ Circle: { size: 3 } }, input);
    expect(written.ok && written.value).toMatch(/<n1:Circle>\s*<n1:size>3<\/n1:size>/);
    expect(writeEnvelope({ Circle: { size: 3 }, Round: { size: 2 } }, input)).toMatchObject({
      ok: false,
      reason: { code: 'soap-one-of' },
    });
  });

  it('leave the header of security to the sign-in and offer the others', () => {
    const text = wsdlOfElements(orderSchema)
      .replace(
        '<wsdl:message name="Out">',
        '<wsdl:message name="Head"><wsdl:part name="tenant" element="tns:Tenant"/></wsdl:message><wsdl:message name="Out">',
      )
      .replace('</xs:schema>', '<xs:element name="Tenant" type="xs:string"/></xs:schema>')
      .replace(
        '<wsdl:input><soap:body use="literal"/>',
        '<wsdl:input><soap:header message="tns:Head" part="tenant" use="literal"/><soap:body use="literal"/>',
      );
    expect(only(text).input.properties?.['header']).toMatchObject({
      properties: { Tenant: { type: 'string', xml: { namespace: 'urn:shop' } } },
      xml: { header: true },
    });
  });
});

describe('documents of a description', () => {
  const parts = wsdlOf({
    types: `<xs:schema><xs:import namespace="urn:shop" schemaLocation="types/order.xsd"/></xs:schema>`,
    messages: `<wsdl:message name="In"><wsdl:part name="p" element="tns:AddOrder"/></wsdl:message>
      <wsdl:message name="Out"><wsdl:part name="p" element="tns:AddOrderResponse"/></wsdl:message>`,
    operations:
      '<wsdl:operation name="AddOrder"><wsdl:input message="tns:In"/><wsdl:output message="tns:Out"/></wsdl:operation>',
    names: ['AddOrder'],
  });
  const address = 'https://shop.example/api?wsdl';
  const schema = (inside: string, space = ' targetNamespace="urn:shop"') =>
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tns="urn:shop" xmlns="urn:shop"${space} elementFormDefault="qualified">${inside}</xs:schema>`;

  it('that are missing are asked for one after the other, at their whole addresses', () => {
    const first = readDescription([{ address, text: parts }]);
    expect(first).toEqual({ ok: true, value: { needs: ['https://shop.example/types/order.xsd'] } });
    const second = readDescription([
      { address, text: parts },
      {
        address: 'https://shop.example/types/order.xsd',
        text: schema('<xs:include schemaLocation="../common.xsd"/>'),
      },
    ]);
    expect(second).toEqual({ ok: true, value: { needs: ['https://shop.example/common.xsd'] } });
  });

  it('may include each other in a circle, and lend their namespace to those without one', () => {
    const { operations, describe: look } = read(
      { address, text: parts },
      {
        address: 'https://shop.example/types/order.xsd',
        text: schema(
          '<xs:include schemaLocation="more.xsd"/><xs:element name="AddOrder" type="Order"/>',
        ),
      },
      {
        address: 'https://shop.example/types/more.xsd',
        text: schema(
          `<xs:include schemaLocation="order.xsd"/><xs:include schemaLocation="more.xsd"/>
          <xs:complexType name="Order"><xs:sequence><xs:element name="id" type="Id"/></xs:sequence></xs:complexType>
          <xs:simpleType name="Id"><xs:restriction base="xs:string"><xs:maxLength value="9"/></xs:restriction></xs:simpleType>
          <xs:element name="AddOrderResponse" type="Order"/>`,
          '',
        ).replace(' xmlns="urn:shop"', ''),
      },
    );
    const described = look(operations[0]?.id ?? '');
    expect(described).toMatchObject({
      ok: true,
      value: { input: { properties: { id: { maxLength: 9, xml: { namespace: 'urn:shop' } } } } },
    });
  });

  it('may redefine what another one declares, and add to it', () => {
    const shared = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:shop" elementFormDefault="qualified">
      <xs:simpleType name="Sku"><xs:restriction base="xs:string"><xs:maxLength value="9"/></xs:restriction></xs:simpleType>
      <xs:complexType name="Order"><xs:sequence><xs:element name="number" type="xs:int"/></xs:sequence></xs:complexType></xs:schema>`;
    const text = wsdlOfElements(
      `<xs:redefine schemaLocation="shared.xsd">
         <xs:simpleType name="Sku"><xs:restriction base="tns:Sku"><xs:minLength value="2"/></xs:restriction></xs:simpleType>
         <xs:complexType name="Order"><xs:complexContent><xs:extension base="tns:Order"><xs:sequence>
           <xs:element name="sku" type="tns:Sku"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType></xs:redefine>
       <xs:element name="AddOrder" type="tns:Order"/><xs:element name="AddOrderResponse" type="xs:string"/>`,
    );
    const { operations, describe: look } = read(
      { address: 'https://shop.example/shop.wsdl', text },
      { address: 'https://shop.example/shared.xsd', text: shared },
    );
    const described = look(operations[0]?.id ?? '');
    expect(described.ok && described.value.input.properties).toMatchObject({
      number: { type: 'integer' },
      sku: { type: 'string', minLength: 2, maxLength: 9 },
    });
  });

  it('that cannot be had are named when an operation needs them', () => {
    const { operations, describe: look } = read(
      { address, text: parts },
      { address: 'https://shop.example/types/order.xsd' },
    );
    expect(look(operations[0]?.id ?? '')).toEqual({
      ok: false,
      reason: {
        code: 'wsdl-part-missing',
        params: { name: 'AddOrder', address: 'https://shop.example/types/order.xsd' },
      },
    });
  });

  it.each(['file:///etc/passwd', 'gopher://x/', 'javascript:alert(1)'])(
    'elsewhere than on the web are never asked for: %s',
    (location) => {
      const text = parts.replace('types/order.xsd', location);
      expect(readDescription([{ address, text }])).not.toMatchObject({
        value: { needs: expect.anything() as unknown },
      });
    },
  );
});

describe('what is refused', () => {
  it.each([
    ['a DOCTYPE', `<!DOCTYPE a [<!ENTITY b "bbbb">]>${bareWsdl.slice(38)}`, 'xml-doctype'],
    ['entities without one', '<a>&lol;</a>', 'xml-broken'],
    ['a text in UTF-16 that was read as another', '\ufffd\ufffd<\0!\0D\0O\0C\0', 'xml-broken'],
    ['a page for people', '<html><body>Welcome</body></html>', 'wsdl-not-one'],
    ['another text', 'Not found', 'xml-broken'],
    ['a description of version 2', '<description xmlns="http://www.w3.org/ns/wsdl"/>', 'wsdl-2'],
    [
      'a description without SOAP',
      '<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"/>',
      'wsdl-empty',
    ],
    ['elements inside each other without measure', '<a>'.repeat(100_000), 'xml-too-deep'],
    ['more signs than a description has', ' '.repeat(16_000_001), 'xml-too-large'],
  ])('%s', (_what, text, code) => {
    expect(refusal(text)).toBe(code);
  });

  it('what names itself many times over ends soon', () => {
    const twice = (name: (at: number) => string): string =>
      Array.from({ length: 40 }, (_, at) => name(at)).join('');
    const text = wsdlOfElements(`
      ${twice((at) => `<xs:group name="G${String(at)}"><xs:sequence><xs:group ref="tns:G${String(at + 1)}"/><xs:group ref="tns:G${String(at + 1)}"/></xs:sequence></xs:group>`)}
      ${twice((at) => `<xs:attributeGroup name="A${String(at)}"><xs:attributeGroup ref="tns:A${String(at + 1)}"/><xs:attributeGroup ref="tns:A${String(at + 1)}"/></xs:attributeGroup>`)}
      ${twice((at) => `<xs:simpleType name="S${String(at)}"><xs:union memberTypes="tns:S${String(at + 1)} tns:S${String(at + 1)}"/></xs:simpleType>`)}
      <xs:element name="AddOrder"><xs:complexType><xs:sequence><xs:group ref="tns:G0"/><xs:element name="s" type="tns:S0"/></xs:sequence>
        <xs:attributeGroup ref="tns:A0"/></xs:complexType></xs:element>
      <xs:element name="AddOrderResponse" type="tns:S0"/>`);
    const before = processorMs();
    expect(only(text).input.type).toBe('object');
    expect(processorMs(before)).toBeLessThan(5_000);
  });

  it('types that lead back to themselves end', () => {
    const text = wsdlOfElements(`
      <xs:complexType name="A"><xs:complexContent><xs:extension base="tns:A"/></xs:complexContent></xs:complexType>
      <xs:simpleType name="S"><xs:restriction base="tns:S"/></xs:simpleType>
      <xs:group name="G"><xs:sequence><xs:group ref="tns:G"/><xs:element name="s" type="tns:S"/></xs:sequence></xs:group>
      <xs:element name="AddOrder"><xs:complexType><xs:sequence><xs:element name="a" type="tns:A"/><xs:group ref="tns:G"/></xs:sequence></xs:complexType></xs:element>
      <xs:element name="AddOrderResponse" type="tns:S"/>`);
    expect(Object.keys(only(text).input.properties ?? {})).toEqual(['a', 's']);
  });
});
