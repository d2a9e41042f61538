/** Which operations the services of a description offer over SOAP, and how each of them is asked. */
import { bindingSpaces, wsdlSpace, type SoapVersion } from '../spaces.ts';
import { documentationOf } from '../xml/documentation.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  fullNameIn,
  keyOf,
  type FullName,
  type XmlElement,
} from '../xml/element.ts';

export interface OfferedOperation {
  readonly id: string;
  readonly name: string;
  readonly documentation?: string;
  /** Where several ports have different operations of one name. */
  readonly portLabel?: string;
  readonly version: SoapVersion;
  readonly action?: string;
  readonly address?: string;
  readonly style: 'document' | 'rpc';
  readonly isEncoded: boolean;
  readonly input: OfferedMessage;
  readonly output?: OfferedMessage;
  readonly faults: readonly { readonly name: string; readonly parts: readonly Part[] }[];
}

export interface OfferedMessage {
  /** What of the message stands in the body. */
  readonly parts: readonly Part[];
  readonly headers: readonly Part[];
  /** Of an rpc message: the namespace of the element around its parts. */
  readonly space: string;
}

export interface Part {
  readonly name: string;
  readonly element?: FullName;
  readonly type?: FullName;
}

const mostOperations = 5_000;

export function operationsIn(definitions: readonly XmlElement[]): readonly OfferedOperation[] {
  const known = new Definitions(definitions);
  const found = new Map<string, { readonly portType: string; operation: OfferedOperation }>();
  for (const port of known.ports()) {
    for (const { identity, operation } of known.operationsOf(port)) {
      if (found.size >= mostOperations) break;
      const before = found.get(operation.id);
      if (before === undefined) found.set(operation.id, { portType: identity, operation });
      else if (before.portType !== identity) {
        const id = `${operation.id}@${port.name}`;
        if (!found.has(id))
          found.set(id, {
            portType: identity,
            operation: { ...operation, id, portLabel: port.name },
          });
      }
    }
  }
  return [...found.values()].map(({ operation }) => operation);
}

interface Port {
  readonly service: string;
  readonly name: string;
  readonly address?: string;
  readonly binding: XmlElement;
  readonly soap: XmlElement;
  readonly version: SoapVersion;
}

class Definitions {
  readonly #all: readonly XmlElement[];
  readonly #named = new Map<string, XmlElement>();

  constructor(all: readonly XmlElement[]) {
    this.#all = all;
    for (const definitions of all) {
      const space = attributeOf(definitions, 'targetNamespace') ?? '';
      for (const kind of ['message', 'portType', 'binding'])
        for (const node of childrenOf(definitions, wsdlSpace, kind)) {
          const key = `${kind} ${keyOf({ space, name: attributeOf(node, 'name') ?? '' })}`;
          if (!this.#named.has(key)) this.#named.set(key, node);
        }
    }
  }

  /** The ways in over SOAP; a description without services still tells of its bindings. */
  ports(): readonly Port[] {
    const services = this.#all.flatMap((node) => childrenOf(node, wsdlSpace, 'service'));
    const ports = services.flatMap((service) =>
      childrenOf(service, wsdlSpace, 'port').flatMap((port): readonly Port[] => {
        const binding = this.#find('binding', port, attributeOf(port, 'binding'));
        const address = port.children.find(
          ({ name, space }) => name === 'address' && bindingSpaces[space] !== undefined,
        );
        const location = address === undefined ? undefined : attributeOf(address, 'location');
        return toPort(attributeOf(service, 'name'), attributeOf(port, 'name'), binding, location);
      }),
    );
    if (ports.length > 0) return ports;
    return this.#all
      .flatMap((node) => childrenOf(node, wsdlSpace, 'binding'))
      .flatMap((binding) => toPort(undefined, attributeOf(binding, 'name'), binding, undefined));
  }

  operationsOf(
    port: Port,
  ): readonly { readonly identity: string; readonly operation: OfferedOperation }[] {
    const portType = this.#find('portType', port.binding, attributeOf(port.binding, 'type'));
    if (portType === undefined) return [];
    const styleOfAll = attributeOf(port.soap, 'style');
    return childrenOf(port.binding, wsdlSpace, 'operation').flatMap((bound) => {
      const abstract = abstractOf(portType, bound);
      if (abstract === undefined) return [];
      const soap = soapPartOf(bound, 'operation');
      const name = attributeOf(bound, 'name') ?? '';
      const input = this.#message(bound, abstract, 'input');
      if (input === undefined) return [];
      const output = this.#message(bound, abstract, 'output');
      const action = soap === undefined ? undefined : attributeOf(soap, 'soapAction');
      const style = (soap === undefined ? undefined : attributeOf(soap, 'style')) ?? styleOfAll;
      const documentation = documentationOf(abstract) ?? documentationOf(bound);
      const overload = attributeOf(childOf(bound, wsdlSpace, 'input') ?? bound, 'name');
      const isOverloaded =
        childrenOf(portType, wsdlSpace, 'operation').filter(
          (one) => attributeOf(one, 'name') === name,
        ).length > 1;
      return [
        {
          identity: `${attributeOf(portType, 'name') ?? ''} ${name} ${overload ?? ''}`,
          operation: {
            id: [port.service, name, ...(isOverloaded ? [overload ?? ''] : [])].join('/'),
            name,
            ...(documentation === undefined ? {} : { documentation }),
            version: port.version,
            ...(action === undefined ? {} : { action }),
            ...(port.address === undefined ? {} : { address: port.address }),
            style: style === 'rpc' ? 'rpc' : 'document',
            isEncoded: input.isEncoded || output?.isEncoded === true,
            input: input.message,
            ...(output === undefined ? {} : { output: output.message }),
            faults: this.#faults(abstract),
          } satisfies OfferedOperation,
        },
      ];
    });
  }

  #find(kind: string, at: XmlElement, written: string | undefined): XmlElement | undefined {
    if (written === undefined) return undefined;
    const meant = fullNameIn(at, written);
    return (
      this.#named.get(`${kind} ${keyOf(meant)}`) ??
      // Names without a prefix are often meant for the description's own namespace.
      [...this.#named].find(
        ([key]) => key.startsWith(`${kind} {`) && key.endsWith(`}${meant.name}`),
      )?.[1]
    );
  }

  #message(
    bound: XmlElement,
    abstract: XmlElement,
    side: 'input' | 'output',
  ): { readonly message: OfferedMessage; readonly isEncoded: boolean } | undefined {
    const named = childOf(abstract, wsdlSpace, side);
    if (named === undefined) return undefined;
    const parts = this.#parts(named);
    const binding = childOf(bound, wsdlSpace, side);
    const body = binding === undefined ? undefined : soapPartOf(binding, 'body');
    const headers = binding === undefined ? [] : soapPartsOf(binding, 'header');
    const listed = body === undefined ? undefined : attributeOf(body, 'parts');
    const inHeader = headers
      .filter(
        (header) =>
          fullNameIn(header, attributeOf(header, 'message') ?? '').name ===
          fullNameIn(named, attributeOf(named, 'message') ?? '').name,
      )
      .map((header) => attributeOf(header, 'part'));
    const wanted = listed?.split(/\s+/).filter((name) => name !== '');
    return {
      isEncoded: body !== undefined && attributeOf(body, 'use') === 'encoded',
      message: {
        parts: parts.filter(({ name }) =>
          wanted === undefined ? !inHeader.includes(name) : wanted.includes(name),
        ),
        headers: headers.flatMap((header) =>
          this.#parts(header).filter(({ name }) => name === attributeOf(header, 'part')),
        ),
        space: (body === undefined ? undefined : attributeOf(body, 'namespace')) ?? '',
      },
    };
  }

  #faults(abstract: XmlElement): OfferedOperation['faults'] {
    return childrenOf(abstract, wsdlSpace, 'fault').map((fault) => ({
      name: attributeOf(fault, 'name') ?? '',
      parts: this.#parts(fault),
    }));
  }

  #parts(named: XmlElement): readonly Part[] {
    const message = this.#find('message', named, attributeOf(named, 'message'));
    return childrenOf(message, wsdlSpace, 'part').map((part) => {
      const element = attributeOf(part, 'element');
      const type = attributeOf(part, 'type');
      return {
        name: attributeOf(part, 'name') ?? '',
        ...(element === undefined ? {} : { element: fullNameIn(part, element) }),
        ...(type === undefined ? {} : { type: fullNameIn(part, type) }),
      };
    });
  }
}

function toPort(
  service: string | undefined,
  name: string | undefined,
  binding: XmlElement | undefined,
  address: string | undefined,
): readonly Port[] {
  const soap = binding === undefined ? undefined : soapPartOf(binding, 'binding');
  const version = soap === undefined ? undefined : bindingSpaces[soap.space];
  if (binding === undefined || soap === undefined || version === undefined) return [];
  return [
    {
      service: service ?? '',
      name: name ?? '',
      binding,
      soap,
      version,
      ...(address === undefined ? {} : { address: address.trim() }),
    },
  ];
}

/** The operation that a binding means: of several with one name the one whose input has the same name. */
function abstractOf(portType: XmlElement, bound: XmlElement): XmlElement | undefined {
  const same = childrenOf(portType, wsdlSpace, 'operation').filter(
    (one) => attributeOf(one, 'name') === attributeOf(bound, 'name'),
  );
  const input = inputName(bound);
  return same.find((one) => input !== undefined && inputName(one) === input) ?? same[0];
}

function inputName(operation: XmlElement): string | undefined {
  const input = childOf(operation, wsdlSpace, 'input');
  return input === undefined ? undefined : attributeOf(input, 'name');
}

function soapPartOf(around: XmlElement, name: string): XmlElement | undefined {
  return soapPartsOf(around, name)[0];
}

/** Directly inside, or in a part of a message with attachments. */
function soapPartsOf(around: XmlElement, name: string): readonly XmlElement[] {
  return around.children.flatMap((node) => {
    if (bindingSpaces[node.space] !== undefined) return node.name === name ? [node] : [];
    return /\/wsdl\/mime\/$/.test(node.space) ? soapPartsOf(node, name) : [];
  });
}
