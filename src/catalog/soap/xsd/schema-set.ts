/**
 * Everything that the XML Schemas of a description declare, by name in full. Included schemas without a namespace take
 * that of who includes them; every document is read once for a namespace, so circles end.
 */
import { attributeOf, childrenOf, keyOf, type FullName, type XmlElement } from '../xml/element.ts';
import { xsdSpace } from '../spaces.ts';

/** A declaration, and what its schema says for all of its own. */
export interface Declared {
  readonly node: XmlElement;
  readonly home: SchemaHome;
}

/** What a schema document says for everything in it. */
export interface SchemaHome {
  readonly space: string;
  readonly qualifiedElements: boolean;
  readonly qualifiedAttributes: boolean;
  /** It has no namespace of its own and was included: names without a prefix mean the including one. */
  readonly borrowed: boolean;
}

const kinds = [
  'element',
  'attribute',
  'complexType',
  'simpleType',
  'group',
  'attributeGroup',
] as const;
export type DeclaredKind = (typeof kinds)[number];

export class SchemaSet {
  readonly #declared = new Map<string, Declared>();
  /** What was redefined, as it was before. */
  readonly #before = new Map<string, Declared>();
  readonly #redefined = new Set<string>();
  /** Named complex types built on a type. */
  readonly #derived = new Map<string, FullName[]>();
  /** Elements that may stand in place of another. */
  readonly #substitutes = new Map<string, FullName[]>();

  /** Takes in one `<schema>`. */
  add(schema: XmlElement, includedInto?: string): void {
    const own = attributeOf(schema, 'targetNamespace');
    const home: SchemaHome = {
      space: own ?? includedInto ?? '',
      qualifiedElements: attributeOf(schema, 'elementFormDefault') === 'qualified',
      qualifiedAttributes: attributeOf(schema, 'attributeFormDefault') === 'qualified',
      borrowed: own === undefined && includedInto !== undefined,
    };
    for (const kind of kinds)
      for (const node of childrenOf(schema, xsdSpace, kind)) this.#declare(kind, node, home);
    // A redefinition's own words count before what it redefines.
    for (const redefined of childrenOf(schema, xsdSpace, 'redefine'))
      for (const kind of kinds)
        for (const node of childrenOf(redefined, xsdSpace, kind)) {
          this.#declare(kind, node, home);
          this.#redefined.add(
            `${kind} ${keyOf({ space: home.space, name: attributeOf(node, 'name') ?? '' })}`,
          );
        }
  }

  /** `within` is who asks: a redefinition that names itself means what it redefines. */
  find(kind: DeclaredKind, name: FullName, within?: XmlElement): Declared | undefined {
    const key = `${kind} ${keyOf(name)}`;
    const found = this.#declared.get(key);
    return found !== undefined && found.node === within ? this.#before.get(key) : found;
  }

  /** The complex types that say they are built on this one. */
  derivedFrom(base: FullName): readonly FullName[] {
    return this.#derived.get(keyOf(base)) ?? [];
  }

  /** The elements that say they may stand in place of this one. */
  substitutesOf(head: FullName): readonly FullName[] {
    return this.#substitutes.get(keyOf(head)) ?? [];
  }

  #declare(kind: DeclaredKind, node: XmlElement, home: SchemaHome): void {
    const name = attributeOf(node, 'name');
    if (name === undefined) return;
    const full = { space: home.space, name };
    const key = `${kind} ${keyOf(full)}`;
    if (this.#declared.has(key)) {
      if (this.#redefined.has(key) && !this.#before.has(key)) this.#before.set(key, { node, home });
      return;
    }
    this.#declared.set(key, { node, home });
    const base = kind === 'complexType' ? extendedBy(node) : undefined;
    if (base !== undefined) note(this.#derived, nameMeant(base.node, base.written, home), full);
    const head = kind === 'element' ? attributeOf(node, 'substitutionGroup') : undefined;
    if (head !== undefined) note(this.#substitutes, nameMeant(node, head, home), full);
  }
}

function note(into: Map<string, FullName[]>, under: FullName, one: FullName): void {
  const key = keyOf(under);
  if (key === keyOf(one)) return;
  const known = into.get(key);
  if (known === undefined) into.set(key, [one]);
  else known.push(one);
}

function extendedBy(
  type: XmlElement,
): { readonly node: XmlElement; readonly written: string } | undefined {
  const [content] = childrenOf(type, xsdSpace, 'complexContent');
  const [node] = childrenOf(content, xsdSpace, 'extension');
  const written = node === undefined ? undefined : attributeOf(node, 'base');
  return node === undefined || written === undefined ? undefined : { node, written };
}

/** A name in a value of a schema, as it is meant there. */
export function nameMeant(node: XmlElement, written: string, home: SchemaHome): FullName {
  const text = written.trim();
  const colon = text.indexOf(':');
  const space = node.spaces[colon < 0 ? '' : text.slice(0, colon)];
  return {
    space: space ?? (colon < 0 && home.borrowed ? home.space : ''),
    name: text.slice(colon + 1),
  };
}
