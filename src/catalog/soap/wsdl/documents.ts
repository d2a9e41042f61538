/**
 * The documents that a description consists of. It fetches none itself: it says which ones it still needs, and whoever
 * asks goes through the proxy. Each is read once (for a namespace), so circles end.
 */
import { failure, success, type Result } from '../../../shared/index.ts';
import { wsdlSpace, xsdSpace } from '../spaces.ts';
import { attributeOf, childrenOf, type XmlElement } from '../xml/element.ts';
import { readXml, type XmlProblem } from '../xml/read-xml.ts';
import { SchemaSet } from '../xsd/schema-set.ts';

/** A document as it came; without text it could not be had. */
export interface GivenDocument {
  /** Undefined: the person pasted it. */
  readonly address?: string;
  readonly text?: string;
}

export interface Documents {
  /** The outermost elements that describe services: the first document, and what it imports. */
  readonly definitions: readonly XmlElement[];
  readonly schemas: SchemaSet;
  /** Addresses of documents that are not there yet, in the order in which they are named. */
  readonly needed: readonly string[];
  /** What is named and could not be had. */
  readonly unread: readonly string[];
}

const mostDocuments = 200;
const longestTogether = 48_000_000;
/** What everybody means by these is known. */
const knownSchemas: ReadonlySet<string> = new Set([
  xsdSpace,
  'http://www.w3.org/XML/1998/namespace',
  'http://schemas.xmlsoap.org/soap/encoding/',
  'http://schemas.xmlsoap.org/wsdl/',
]);

/** The reason is why the first document cannot be read; an imported one that cannot is only listed. */
export function readDocuments(given: readonly GivenDocument[]): Result<Documents, XmlProblem> {
  const [first] = given;
  const root = readXml(first?.text ?? '');
  if (!root.ok) return root;
  const total = given.reduce((sum, { text = '' }) => sum + text.length, 0);
  if (total > longestTogether || given.length > mostDocuments)
    return failure({
      code: 'xml-too-large',
      params: { megabytes: Math.round(longestTogether / 1_000_000) },
    });
  const reading = new Reading(given.slice(1));
  reading.document(root.value, first?.address, undefined);
  return success(reading.result());
}

class Reading {
  readonly #given: ReadonlyMap<string, string | undefined>;
  readonly #parsed = new Map<string, XmlElement | undefined>();
  readonly #visited = new Set<string>();
  readonly #definitions: XmlElement[] = [];
  readonly #schemas = new SchemaSet();
  readonly #needed = new Set<string>();
  readonly #unread = new Set<string>();

  constructor(others: readonly GivenDocument[]) {
    this.#given = new Map(others.map(({ address = '', text }) => [address, text]));
  }

  result(): Documents {
    return {
      definitions: this.#definitions,
      schemas: this.#schemas,
      needed: [...this.#needed],
      unread: [...this.#unread],
    };
  }

  document(root: XmlElement, address: string | undefined, into: string | undefined): void {
    const place = `${address ?? ''} ${into ?? ''}`;
    if (this.#visited.has(place)) return;
    this.#visited.add(place);
    if (root.space === xsdSpace && root.name === 'schema') return this.#schema(root, address, into);
    if (root.space !== wsdlSpace || root.name !== 'definitions') return;
    this.#definitions.push(root);
    for (const types of childrenOf(root, wsdlSpace, 'types'))
      for (const schema of childrenOf(types, xsdSpace, 'schema'))
        this.#schema(schema, address, undefined);
    for (const imported of childrenOf(root, wsdlSpace, 'import'))
      this.#follow(attributeOf(imported, 'location'), address, undefined);
  }

  #schema(schema: XmlElement, address: string | undefined, into: string | undefined): void {
    this.#schemas.add(schema, into);
    const own = attributeOf(schema, 'targetNamespace') ?? into;
    for (const node of schema.children) {
      if (node.space !== xsdSpace) continue;
      const location = attributeOf(node, 'schemaLocation');
      if (node.name === 'include' || node.name === 'redefine')
        this.#follow(location, address, own ?? '');
      else if (node.name === 'import' && !knownSchemas.has(attributeOf(node, 'namespace') ?? ''))
        this.#follow(location, address, undefined);
    }
  }

  #follow(location: string | undefined, from: string | undefined, into: string | undefined): void {
    if (location === undefined || location.trim() === '') return;
    const address = addressOf(location.trim(), from);
    if (address === undefined) {
      this.#unread.add(location.trim().slice(0, 200));
      return;
    }
    if (!this.#given.has(address)) {
      this.#needed.add(address);
      return;
    }
    if (!this.#parsed.has(address)) this.#parsed.set(address, this.#read(address));
    const root = this.#parsed.get(address);
    if (root !== undefined) this.document(root, address, into);
  }

  #read(address: string): XmlElement | undefined {
    const text = this.#given.get(address);
    const root = text === undefined ? undefined : readXml(text);
    if (root?.ok === true) return root.value;
    this.#unread.add(address);
    return undefined;
  }
}

/** A web address, or none: nothing else is ever asked for. */
function addressOf(location: string, from: string | undefined): string | undefined {
  if (!URL.canParse(location, from)) return undefined;
  const url = new URL(location, from);
  url.hash = '';
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}
