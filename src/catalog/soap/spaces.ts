/** The namespaces of the standards. */
export const wsdlSpace = 'http://schemas.xmlsoap.org/wsdl/';
export const wsdl2Space = 'http://www.w3.org/ns/wsdl';
export const xsdSpace = 'http://www.w3.org/2001/XMLSchema';
export const xsiSpace = 'http://www.w3.org/2001/XMLSchema-instance';
export const securitySpace =
  'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';

export type SoapVersion = '1.1' | '1.2';

/** How a description says "over SOAP", by version. */
export const bindingSpaces: Readonly<Record<string, SoapVersion>> = {
  'http://schemas.xmlsoap.org/wsdl/soap/': '1.1',
  'http://schemas.xmlsoap.org/wsdl/soap12/': '1.2',
};

export const envelopeSpaces: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};
