/** What stands in a SOAP request, of either version. A DOCTYPE is refused, so nothing in it multiplies or is fetched. */
import { SaxesParser } from 'saxes';

export type SoapVersion = '1.1' | '1.2';

export const envelopeSpaces: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};

export interface SoapNode {
  readonly name: string;
  readonly space: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SoapNode[];
  readonly text: string;
}

export interface SoapRequest {
  readonly version: SoapVersion;
  readonly header: SoapNode | undefined;
  /** The element in the body: which operation, and what it is given. */
  readonly asked: SoapNode;
}

/** The reason is a sentence. */
export function readSoapRequest(text: string): SoapRequest | { readonly reason: string } {
  let root: SoapNode | undefined;
  const parser = new SaxesParser({ xmlns: true });
  const open: { node: SoapNode; children: SoapNode[]; text: string }[] = [];
  const refuse = (reason: string): never => {
    throw new Error(reason);
  };
  parser.on('error', () => refuse('The request is not readable as XML.'));
  parser.on('doctype', () => refuse('A request with a DOCTYPE is not read.'));
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (open.length > 50) refuse('The request is too deep.');
    const children: SoapNode[] = [];
    const named = Object.values(attributes).map(({ name, value }) => [name, value] as const);
    const node = { name: local, space: uri, attributes: Object.fromEntries(named), children };
    open.push({ node: { ...node, text: '' }, children, text: '' });
  });
  const addText = (more: string): void => {
    const here = open.at(-1);
    if (here !== undefined) here.text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed === undefined) return;
    const node = { ...closed.node, text: closed.text };
    if (open.length === 0) root = node;
    else open.at(-1)?.children.push(node);
  });
  try {
    parser.write(text).close();
  } catch (problem) {
    return { reason: problem instanceof Error ? problem.message : 'The request is not readable.' };
  }
  return requestIn(root) ?? { reason: 'The request holds no SOAP envelope with a body.' };
}

function requestIn(root: SoapNode | undefined): SoapRequest | undefined {
  const versions = Object.entries(envelopeSpaces) as [SoapVersion, string][];
  const version = versions.find(([, space]) => space === root?.space)?.[0];
  const asked = root === undefined ? undefined : childOf(root, 'Body')?.children[0];
  if (root?.name !== 'Envelope' || version === undefined || asked === undefined) return undefined;
  return { version, header: childOf(root, 'Header'), asked };
}

export function childOf(node: SoapNode | undefined, name: string): SoapNode | undefined {
  return node?.children.find((child) => child.name === name);
}

export function textOf(node: SoapNode | undefined, name: string): string {
  return childOf(node, name)?.text.trim() ?? '';
}
