import { orderStatuses } from './shop-orders.ts';

export const shopSpace = 'urn:sample:shop';

export const shopOperations = [
  {
    name: 'FindOrdersSince',
    words: 'Gives the orders placed on a day or after it, the oldest first.',
  },
  { name: 'GetOrder', words: 'Gives one order by its number.' },
  { name: 'CreateOrder', words: 'Places an order and gives it as it is kept, with its number.' },
  {
    name: 'CancelOrder',
    words: 'Cancels an order, as long as it is not shipped. The reason is kept with it.',
  },
  { name: 'GetArticles', words: 'Gives everything that can be ordered, with its price.' },
] as const;
export type ShopOperation = (typeof shopOperations)[number]['name'];

function asked(name: string, fields: string): string {
  return `<xs:element name="${name}"><xs:complexType><xs:sequence>${fields}</xs:sequence></xs:complexType></xs:element>`;
}

function field(name: string, type: string, words: string, more = ''): string {
  return `<xs:element name="${name}" type="${type}"${more}><xs:annotation><xs:documentation>${words}</xs:documentation></xs:annotation></xs:element>`;
}

const oneOrder = field('order', 'tns:Order', 'The order.');
const types = `<xs:schema targetNamespace="${shopSpace}" elementFormDefault="qualified">
  <xs:simpleType name="OrderStatus"><xs:restriction base="xs:string">${orderStatuses.map((value) => `<xs:enumeration value="${value}"/>`).join('')}</xs:restriction></xs:simpleType>
  <xs:simpleType name="Quantity"><xs:restriction base="xs:int"><xs:minInclusive value="1"/><xs:maxInclusive value="99"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Sku"><xs:restriction base="xs:string"><xs:maxLength value="20"/></xs:restriction></xs:simpleType>
  <xs:complexType name="Money"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="currency" type="xs:string" use="required"/></xs:extension></xs:simpleContent></xs:complexType>
  <xs:complexType name="Customer"><xs:sequence>
    ${field('firstName', 'xs:string', 'First name.')}${field('lastName', 'xs:string', 'Last name.')}
    ${field('email', 'xs:string', 'Where the confirmation goes.')}
    ${field('city', 'xs:string', 'City.')}${field('postalCode', 'xs:string', 'Postal code.')}
    ${field('country', 'xs:string', 'Two capital letters, such as DE.')}
  </xs:sequence></xs:complexType>
  <xs:complexType name="NewLine"><xs:sequence>
    ${field('sku', 'tns:Sku', 'The number of the article, such as MUG-10.')}
    ${field('quantity', 'tns:Quantity', 'How many, from 1 to 99.')}
  </xs:sequence></xs:complexType>
  <xs:complexType name="NewOrder"><xs:sequence>
    ${field('customer', 'tns:Customer', 'Who orders.')}
    ${field('line', 'tns:NewLine', 'One line for each article.', ' maxOccurs="unbounded"')}
    ${field('note', 'xs:string', 'For whoever packs the parcel.', ' minOccurs="0" nillable="true"')}
  </xs:sequence></xs:complexType>
  <xs:complexType name="Line"><xs:complexContent><xs:extension base="tns:NewLine"><xs:sequence>
    ${field('title', 'xs:string', 'What it is.')}${field('price', 'tns:Money', 'For one of them.')}
  </xs:sequence></xs:extension></xs:complexContent></xs:complexType>
  <xs:complexType name="Order"><xs:sequence>
    ${field('number', 'xs:string', 'Such as S-1001.')}${field('placedAt', 'xs:dateTime', 'When it was placed.')}
    ${field('status', 'tns:OrderStatus', 'How far it is.')}${field('customer', 'tns:Customer', 'Who ordered.')}
    ${field('line', 'tns:Line', 'What was ordered.', ' maxOccurs="unbounded"')}
    ${field('total', 'tns:Money', 'The whole sum.')}
    ${field('note', 'xs:string', 'What the customer wrote.', ' minOccurs="0" nillable="true"')}
  </xs:sequence></xs:complexType>
  <xs:complexType name="Article"><xs:sequence>
    ${field('sku', 'tns:Sku', 'Its number.')}${field('title', 'xs:string', 'What it is.')}${field('price', 'tns:Money', 'For one of them.')}
  </xs:sequence></xs:complexType>
  ${asked('FindOrdersSince', `${field('since', 'xs:date', 'The first day, such as 2026-11-01.')}${field('status', 'tns:OrderStatus', 'Only orders with this status.', ' minOccurs="0"')}`)}
  ${asked('FindOrdersSinceResponse', field('order', 'tns:Order', 'The orders.', ' minOccurs="0" maxOccurs="unbounded"'))}
  ${asked('GetOrder', field('number', 'xs:string', 'Such as S-1001.'))}
  ${asked('GetOrderResponse', oneOrder)}
  ${asked('CreateOrder', field('order', 'tns:NewOrder', 'What is ordered.'))}
  ${asked('CreateOrderResponse', oneOrder)}
  ${asked('CancelOrder', `${field('number', 'xs:string', 'Such as S-1001.')}${field('reason', 'xs:string', 'Why, in a few words.')}`)}
  ${asked('CancelOrderResponse', oneOrder)}
  ${asked('GetArticles', '')}
  ${asked('GetArticlesResponse', field('article', 'tns:Article', 'The articles.', ' minOccurs="0" maxOccurs="unbounded"'))}
  ${asked('Refused', `<xs:element name="problem" maxOccurs="unbounded"><xs:complexType><xs:sequence>${field('field', 'xs:string', 'Where it is in the request.')}${field('message', 'xs:string', 'What is wrong.')}</xs:sequence></xs:complexType></xs:element>`)}
</xs:schema>`;

/** The shop's description, WSDL 1.1, for both versions of SOAP. */
export function shopWsdl(address: string): string {
  const names = shopOperations.map(({ name }) => name);
  const message = (name: string, element: string): string =>
    `<wsdl:message name="${name}"><wsdl:part name="parameters" element="tns:${element}"/></wsdl:message>`;
  const binding = (name: string, prefix: string): string =>
    `<wsdl:binding name="${name}" type="tns:ShopPortType"><${prefix}:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>${names
      .map(
        (operation) =>
          `<wsdl:operation name="${operation}"><${prefix}:operation soapAction="${shopSpace}/${operation}"/><wsdl:input><${prefix}:body use="literal"/></wsdl:input><wsdl:output><${prefix}:body use="literal"/></wsdl:output><wsdl:fault name="refused"><${prefix}:fault name="refused" use="literal"/></wsdl:fault></wsdl:operation>`,
      )
      .join('')}</wsdl:binding>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<wsdl:definitions name="Shop" targetNamespace="${shopSpace}" xmlns:tns="${shopSpace}" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/">
<wsdl:types>${types}</wsdl:types>
${names.map((name) => message(`${name}In`, name) + message(`${name}Out`, `${name}Response`)).join('\n')}
${message('RefusedFault', 'Refused')}
<wsdl:portType name="ShopPortType">${shopOperations
    .map(
      ({ name, words }) =>
        `<wsdl:operation name="${name}"><wsdl:documentation>${words}</wsdl:documentation><wsdl:input message="tns:${name}In"/><wsdl:output message="tns:${name}Out"/><wsdl:fault name="refused" message="tns:RefusedFault"/></wsdl:operation>`,
    )
    .join('\n')}</wsdl:portType>
${binding('ShopBinding', 'soap')}
${binding('ShopBinding12', 'soap12')}
<wsdl:service name="Shop"><wsdl:documentation>A sample shop. It runs on this computer.</wsdl:documentation>
<wsdl:port name="ShopSoap" binding="tns:ShopBinding"><soap:address location="${address}"/></wsdl:port>
<wsdl:port name="ShopSoap12" binding="tns:ShopBinding12"><soap12:address location="${address}"/></wsdl:port></wsdl:service>
</wsdl:definitions>`;
}
