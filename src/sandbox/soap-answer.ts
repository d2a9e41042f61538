import { envelopeSpaces, type SoapVersion } from './soap-request.ts';

/** A fault as the services of both versions say it. */
export interface SoapFault {
  /** Whose it is: the one who asks, the service, or the sign-in. */
  readonly of: 'sender' | 'service' | 'sign-in';
  /** Of a sign-in: the word of WS-Security. */
  readonly code?: 'FailedAuthentication' | 'InvalidSecurity';
  readonly words: string;
  /** Written XML. */
  readonly detail?: string;
}

const wsse = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';

export function contentTypeOf(version: SoapVersion): string {
  return version === '1.1' ? 'text/xml; charset=utf-8' : 'application/soap+xml; charset=utf-8';
}

export function writeAnswer(version: SoapVersion, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="${envelopeSpaces[version]}"><soap:Body>${body}</soap:Body></soap:Envelope>`;
}

/** SOAP 1.1 has 500 for every fault, 1.2 tells the two apart. */
export function statusOf(version: SoapVersion, { of }: SoapFault): 400 | 500 {
  return version === '1.2' && of !== 'service' ? 400 : 500;
}

export function writeFault(version: SoapVersion, { of, code, words, detail }: SoapFault): string {
  const own = code === undefined ? undefined : `wsse:${code}`;
  if (version === '1.1') {
    const whose = own ?? (of === 'sender' ? 'soap:Client' : 'soap:Server');
    return writeAnswer(
      version,
      `<soap:Fault xmlns:wsse="${wsse}"><faultcode>${whose}</faultcode><faultstring>${escapeXml(words)}</faultstring>${detail === undefined ? '' : `<detail>${detail}</detail>`}</soap:Fault>`,
    );
  }
  const whose = of === 'service' ? 'soap:Receiver' : 'soap:Sender';
  const finer =
    own === undefined ? '' : `<soap:Subcode><soap:Value>${own}</soap:Value></soap:Subcode>`;
  return writeAnswer(
    version,
    `<soap:Fault xmlns:wsse="${wsse}"><soap:Code><soap:Value>${whose}</soap:Value>${finer}</soap:Code><soap:Reason><soap:Text xml:lang="en">${escapeXml(words)}</soap:Text></soap:Reason>${detail === undefined ? '' : `<soap:Detail>${detail}</soap:Detail>`}</soap:Fault>`,
  );
}

export function element(name: string, text: string | number): string {
  return `<${name}>${escapeXml(String(text))}</${name}>`;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
