/** XML as a tree, with its names in full: what stands before a colon is a document's own affair. */
export interface XmlElement {
  /** Without what stands before the colon. */
  readonly name: string;
  /** The namespace; empty where there is none. */
  readonly space: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** The text directly inside, in one piece. */
  readonly text: string;
  /** Which namespace a prefix means here: names inside values (`type="tns:Order"`) are told by it. */
  readonly spaces: Readonly<Record<string, string>>;
}

export interface XmlAttribute {
  readonly name: string;
  readonly space: string;
  readonly value: string;
}

/** A name in full. */
export interface FullName {
  readonly space: string;
  readonly name: string;
}

/** The value of an attribute without a namespace. */
export function attributeOf(element: XmlElement, name: string, space = ''): string | undefined {
  return element.attributes.find((one) => one.name === name && one.space === space)?.value;
}

/** The children of one namespace with this name. */
export function childrenOf(
  element: XmlElement | undefined,
  space: string,
  name: string,
): readonly XmlElement[] {
  return (element?.children ?? []).filter((one) => one.name === name && one.space === space);
}

export function childOf(
  element: XmlElement | undefined,
  space: string,
  name: string,
): XmlElement | undefined {
  return element?.children.find((one) => one.name === name && one.space === space);
}

/** `tns:Order` as it is meant at this place; without a prefix the default namespace counts. */
export function fullNameIn(element: XmlElement, written: string): FullName {
  const text = written.trim();
  const colon = text.indexOf(':');
  const prefix = colon < 0 ? '' : text.slice(0, colon);
  return { space: element.spaces[prefix] ?? '', name: text.slice(colon + 1) };
}

/** A name in full as a key. */
export function keyOf({ space, name }: FullName): string {
  return `{${space}}${name}`;
}
