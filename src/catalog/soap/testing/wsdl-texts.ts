/** Descriptions of every style, written after the specifications (WSDL 1.1, XML Schema 1.0). */

interface WsdlParts {
  readonly types?: string;
  readonly messages: string;
  readonly operations: string;
  readonly style?: 'document' | 'rpc';
  readonly use?: 'literal' | 'encoded';
  readonly names: readonly string[];
  readonly head?: string;
  readonly soap12?: boolean;
}

const tns = 'urn:shop';

/** A whole description around its types, messages and operations. */
export function wsdlOf({
  types = '',
  messages,
  operations,
  style = 'document',
  use = 'literal',
  names,
  head = '',
  soap12 = false,
}: WsdlParts): string {
  const space = style === 'rpc' ? ` namespace="${tns}"` : '';
  const binding = (name: string, prefix: string): string =>
    `<wsdl:binding name="${name}" type="tns:ShopPort">
      <${prefix}:binding style="${style}" transport="http://schemas.xmlsoap.org/soap/http"/>
      ${names
        .map(
          (operation) => `<wsdl:operation name="${operation}">
        <${prefix}:operation soapAction="urn:shop#${operation}"/>
        <wsdl:input><${prefix}:body use="${use}"${space}/></wsdl:input>
        <wsdl:output><${prefix}:body use="${use}"${space}/></wsdl:output>
      </wsdl:operation>`,
        )
        .join('\n')}
    </wsdl:binding>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<wsdl:definitions name="Shop" targetNamespace="${tns}" xmlns:tns="${tns}"
    xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/">
  ${head}
  <wsdl:types>${types}</wsdl:types>
  ${messages}
  <wsdl:portType name="ShopPort">${operations}</wsdl:portType>
  ${binding('ShopBinding', 'soap')}
  ${soap12 ? binding('ShopBinding12', 'soap12') : ''}
  <wsdl:service name="ShopService">
    <wsdl:port name="ShopSoap" binding="tns:ShopBinding"><soap:address location="https://shop.example/soap"/></wsdl:port>
    ${
      soap12
        ? '<wsdl:port name="ShopSoap12" binding="tns:ShopBinding12"><soap12:address location="https://shop.example/soap12"/></wsdl:port>'
        : ''
    }
  </wsdl:service>
</wsdl:definitions>`;
}

/** One operation with one element in and one out. */
export function wsdlOfElements(schema: string, more: Partial<WsdlParts> = {}): string {
  return wsdlOf({
    types: `<xs:schema targetNamespace="${tns}" elementFormDefault="qualified">${schema}</xs:schema>`,
    messages: `<wsdl:message name="In"><wsdl:part name="parameters" element="tns:AddOrder"/></wsdl:message>
      <wsdl:message name="Out"><wsdl:part name="parameters" element="tns:AddOrderResponse"/></wsdl:message>`,
    operations: `<wsdl:operation name="AddOrder">
      <wsdl:documentation>Adds an order.</wsdl:documentation>
      <wsdl:input message="tns:In"/><wsdl:output message="tns:Out"/></wsdl:operation>`,
    names: ['AddOrder'],
    ...more,
  });
}

export const orderSchema = `
  <xs:simpleType name="Currency"><xs:restriction base="xs:string">
    <xs:enumeration value="EUR"/><xs:enumeration value="GBP"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Sku"><xs:restriction base="xs:token">
    <xs:pattern value="[A-Z]{2}-\\d{4}"/><xs:maxLength value="7"/></xs:restriction></xs:simpleType>
  <xs:complexType name="Line"><xs:sequence>
    <xs:element name="sku" type="tns:Sku"><xs:annotation><xs:documentation>The article's number.</xs:documentation></xs:annotation></xs:element>
    <xs:element name="quantity" type="xs:int"/>
    <xs:element name="price" type="tns:Money"/>
    <xs:element name="note" type="xs:string" minOccurs="0" nillable="true"/>
  </xs:sequence><xs:attribute name="gift" type="xs:boolean"/></xs:complexType>
  <xs:complexType name="Money"><xs:simpleContent><xs:extension base="xs:decimal">
    <xs:attribute name="currency" type="tns:Currency" use="required"/></xs:extension></xs:simpleContent></xs:complexType>
  <xs:element name="AddOrder"><xs:complexType><xs:sequence>
    <xs:element name="number" type="xs:long"/>
    <xs:element name="day" type="xs:date"/>
    <xs:element name="line" type="tns:Line" maxOccurs="unbounded"/>
    <xs:choice><xs:element name="card" type="xs:string"/><xs:element name="invoice" type="xs:string"/></xs:choice>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="AddOrderResponse"><xs:complexType><xs:sequence>
    <xs:element name="id" type="xs:string"/><xs:element name="line" type="tns:Line" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence></xs:complexType></xs:element>`;

export const wrappedWsdl = wsdlOfElements(orderSchema, { soap12: true });

export const rpcWsdl = wsdlOf({
  style: 'rpc',
  types: `<xs:schema targetNamespace="${tns}"><xs:complexType name="Range"><xs:sequence>
    <xs:element name="from" type="xs:date"/><xs:element name="to" type="xs:date" minOccurs="0"/></xs:sequence></xs:complexType></xs:schema>`,
  messages: `<wsdl:message name="In"><wsdl:part name="range" type="tns:Range"/><wsdl:part name="most" type="xs:int"/></wsdl:message>
    <wsdl:message name="Out"><wsdl:part name="total" type="xs:int"/></wsdl:message>`,
  operations: `<wsdl:operation name="CountOrders"><wsdl:input message="tns:In"/><wsdl:output message="tns:Out"/></wsdl:operation>`,
  names: ['CountOrders'],
});

export const encodedWsdl = rpcWsdl.replaceAll('use="literal"', 'use="encoded"');

/** A single value in the body, no group of fields. */
export const bareWsdl = wsdlOfElements(`
  <xs:element name="AddOrder" type="xs:string"/>
  <xs:element name="AddOrderResponse" type="xs:boolean"/>`);

export const kindsSchema = `
  <xs:complexType name="Animal" abstract="true"><xs:sequence><xs:element name="name" type="xs:string"/></xs:sequence></xs:complexType>
  <xs:complexType name="Dog"><xs:complexContent><xs:extension base="tns:Animal"><xs:sequence>
    <xs:element name="barks" type="xs:boolean"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
  <xs:complexType name="Cat"><xs:complexContent><xs:extension base="tns:Animal"><xs:sequence>
    <xs:element name="lives" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
  <xs:complexType name="Node"><xs:sequence><xs:element name="label" type="xs:string"/>
    <xs:element name="child" type="tns:Node" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
  <xs:element name="AddOrder"><xs:complexType><xs:sequence>
    <xs:element name="pet" type="tns:Animal" maxOccurs="unbounded"/><xs:element name="tree" type="tns:Node" minOccurs="0"/>
    <xs:any minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="AddOrderResponse"><xs:complexType><xs:sequence><xs:element name="pet" type="tns:Animal" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`;
