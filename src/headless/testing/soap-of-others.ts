/** Services written by others (`soap` from npm): they read their own description, our envelopes, and write the answers. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listen, type Server as SoapServer } from 'soap';

export interface SoapOfOthers {
  readonly url: string;
  /** What came in, as text. */
  readonly received: string[];
  close(): Promise<void>;
}

type Handler = (given: Record<string, unknown>) => unknown;

/** A service with one operation; `sign in` decides by what stands in the security header. */
export async function aSoapService(
  wsdl: string,
  operation: string,
  handler: Handler,
  authenticate?: (security: unknown) => boolean,
): Promise<SoapOfOthers> {
  const received: string[] = [];
  const server: Server = createServer((_request, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${String(port)}/stock`;
  const soap: SoapServer = listen(server, {
    path: '/stock',
    xml: wsdl.replaceAll('{address}', url),
    services: { Stock: { StockPort: { [operation]: handler } } },
    suppressStack: true,
  });
  if (authenticate !== undefined) soap.authenticate = (security: unknown) => authenticate(security);
  soap.log = (type: string, data: unknown) => {
    if (type === 'received') received.push(String(data));
  };
  return {
    url,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

interface Style {
  readonly style: 'document' | 'rpc';
  readonly types: string;
  readonly parts: { readonly in: string; readonly out: string };
}

function describe({ style, types, parts }: Style): string {
  const space = style === 'rpc' ? ' namespace="urn:stock"' : '';
  return `<wsdl:definitions name="Stock" targetNamespace="urn:stock" xmlns:tns="urn:stock" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/">
<wsdl:types><xs:schema targetNamespace="urn:stock" elementFormDefault="qualified">${types}</xs:schema></wsdl:types>
<wsdl:message name="In">${parts.in}</wsdl:message><wsdl:message name="Out">${parts.out}</wsdl:message>
<wsdl:portType name="StockType"><wsdl:operation name="CheckStock"><wsdl:input message="tns:In"/><wsdl:output message="tns:Out"/></wsdl:operation></wsdl:portType>
<wsdl:binding name="StockBinding" type="tns:StockType"><soap:binding style="${style}" transport="http://schemas.xmlsoap.org/soap/http"/>
<wsdl:operation name="CheckStock"><soap:operation soapAction="urn:stock#CheckStock"/><wsdl:input><soap:body use="literal"${space}/></wsdl:input><wsdl:output><soap:body use="literal"${space}/></wsdl:output></wsdl:operation></wsdl:binding>
<wsdl:service name="Stock"><wsdl:port name="StockPort" binding="tns:StockBinding"><soap:address location="{address}"/></wsdl:port></wsdl:service></wsdl:definitions>`;
}

const article = `<xs:complexType name="Article"><xs:sequence><xs:element name="sku" type="xs:string"/><xs:element name="wanted" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType>`;
const found = `<xs:complexType name="Found"><xs:sequence><xs:element name="left" type="xs:long"/><xs:element name="place" type="xs:string" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType>`;

export const stockWsdl = {
  wrapped: describe({
    style: 'document',
    types: `${article}<xs:element name="CheckStock"><xs:complexType><xs:sequence><xs:element name="article" type="tns:Article" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
      <xs:element name="CheckStockResponse"><xs:complexType><xs:sequence><xs:element name="left" type="xs:long"/><xs:element name="place" type="xs:string" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>`,
    parts: {
      in: '<wsdl:part name="parameters" element="tns:CheckStock"/>',
      out: '<wsdl:part name="parameters" element="tns:CheckStockResponse"/>',
    },
  }),
  bare: describe({
    style: 'document',
    types: `${article}${found}<xs:element name="Article" type="tns:Article"/><xs:element name="Found" type="tns:Found"/>`,
    parts: {
      in: '<wsdl:part name="article" element="tns:Article"/>',
      out: '<wsdl:part name="found" element="tns:Found"/>',
    },
  }),
  rpc: describe({
    style: 'rpc',
    types: '',
    parts: {
      in: '<wsdl:part name="sku" type="xs:string"/><wsdl:part name="wanted" type="xs:int"/>',
      out: '<wsdl:part name="left" type="xs:long"/>',
    },
  }),
} as const;
