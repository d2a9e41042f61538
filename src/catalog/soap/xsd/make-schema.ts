/**
 * XML Schema as JSON Schema with XML notes (`annotations.ts`).
 *
 * 1. Named groups of fields become `$defs` and are made once, so types that contain themselves end, and nothing is made
 *    that the message does not reach.
 * 2. What is built on another type has its fields before its own. Where a type has others built on it, the value says
 *    which one it is (`@type`, which is `xsi:type`).
 * 3. What names itself many times over (groups of groups, unions of unions) ends: so many steps are taken for a message, not more.
 * 4. A name that no document declares is an open value and is listed in `missing`.
 */
import type { Json, JsonSchema } from '../../../shared/index.ts';
import { noted, type XmlNote } from '../annotations.ts';
import { xsdSpace } from '../spaces.ts';
import { documentationOf } from '../xml/documentation.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  keyOf,
  type FullName,
  type XmlElement,
} from '../xml/element.ts';
import { FieldDraft, plainKey, type ElementUse } from './field-draft.ts';
import { nameMeant, type Declared, type SchemaHome, type SchemaSet } from './schema-set.ts';
import { builtInType, restricted } from './simple-types.ts';

const encodingSpace = 'http://schemas.xmlsoap.org/soap/encoding/';
/** More of them are not worth choosing from; the value is then the type that was named. */
const mostKinds = 24;
const mostDefinitions = 2_000;
const deepest = 60;
const mostSteps = 50_000;
const unbounded = Number.POSITIVE_INFINITY;

/** How the particles around an element limit it. */
interface Around {
  readonly optional: boolean;
  readonly many: boolean;
  readonly choice?: string;
  readonly depth: number;
  /** Which way was taken at each choice on the way here. */
  readonly ways: ElementUse['ways'];
}

export class SchemaMaker {
  readonly #set: SchemaSet;
  /** Of what is read: a list is there even where nothing is in it. */
  readonly #isRead: boolean;
  readonly #keys = new Map<string, string>();
  readonly #defs = new Map<string, JsonSchema>();
  readonly #waiting: { readonly key: string; readonly make: () => JsonSchema }[] = [];
  readonly #missing = new Map<string, FullName>();
  #choices = 0;
  #steps = 0;

  constructor(set: SchemaSet, side: 'written' | 'read') {
    this.#set = set;
    this.#isRead = side === 'read';
  }

  /** Names that no document declares. */
  get missing(): readonly FullName[] {
    return [...this.#missing.values()];
  }

  /** A schema with everything it refers to: only now the named groups are made. */
  whole(schema: JsonSchema): JsonSchema {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift())
      this.#defs.set(next.key, next.make());
    return this.#defs.size === 0 ? schema : { ...schema, $defs: Object.fromEntries(this.#defs) };
  }

  /** A declared element with its fields in place, not behind a reference: the outermost of a message. */
  outermost(name: FullName): JsonSchema | undefined {
    const found = this.#set.find('element', name);
    if (found === undefined) return undefined;
    const type = attributeOf(found.node, 'type');
    if (type !== undefined) {
      const meant = nameMeant(found.node, type, found.home);
      const complex = this.#set.find('complexType', meant);
      if (complex !== undefined) return described(this.#group(complex), found.node);
    }
    return this.#ofElement(found, 0);
  }

  /** A declared element wherever else it stands. */
  element(name: FullName): JsonSchema {
    const found = this.#set.find('element', name);
    return found === undefined ? this.#unknown(name) : this.#ofElement(found, 0);
  }

  isNillable(name: FullName): boolean {
    const found = this.#set.find('element', name);
    return found !== undefined && isTrue(attributeOf(found.node, 'nillable'));
  }

  type(name: FullName, depth = 0, within?: XmlElement): JsonSchema {
    if (name.space === xsdSpace || name.space === encodingSpace) {
      if (name.name === 'anyType') return {};
      return builtInType(name.name);
    }
    const simple = this.#set.find('simpleType', name, within);
    if (simple !== undefined) return this.#simple(simple, depth);
    const complex = this.#set.find('complexType', name);
    return complex === undefined ? this.#unknown(name) : this.#withKinds(name, complex);
  }

  #unknown(name: FullName): JsonSchema {
    this.#missing.set(keyOf(name), name);
    return {};
  }

  #ofElement({ node, home }: Declared, depth: number): JsonSchema {
    const type = attributeOf(node, 'type');
    if (type !== undefined) return described(this.type(nameMeant(node, type, home), depth), node);
    const simple = childOf(node, xsdSpace, 'simpleType');
    if (simple !== undefined) return described(this.#simple({ node: simple, home }, depth), node);
    const complex = childOf(node, xsdSpace, 'complexType');
    if (complex === undefined) return described({}, node);
    return described(this.#group({ node: complex, home }), node);
  }

  /** A declared element inside another: with fields of its own it may contain itself, so it is a definition. */
  #referred(name: FullName, depth: number): JsonSchema {
    const found = this.#set.find('element', name);
    if (found === undefined) return this.#unknown(name);
    if (childOf(found.node, xsdSpace, 'complexType') === undefined)
      return this.#ofElement(found, depth);
    return this.#definition(`element ${keyOf(name)}`, name.name, () => this.#ofElement(found, 0));
  }

  #definition(identity: string, name: string, make: () => JsonSchema): JsonSchema {
    let key = this.#keys.get(identity);
    if (key === undefined) {
      if (this.#keys.size >= mostDefinitions) return {};
      const taken = new Set(this.#keys.values());
      const plain = plainKey(name).replace(/[^\p{L}\p{N}_-]/gu, '_');
      key = plain;
      for (let other = 2; taken.has(key); other++) key = `${plain}_${String(other)}`;
      this.#keys.set(identity, key);
      this.#waiting.push({ key, make });
    }
    return { $ref: `#/$defs/${key}` };
  }

  #ofComplexType(name: FullName, declared: Declared): JsonSchema {
    return this.#definition(`type ${keyOf(name)}`, name.name, () =>
      described(this.#group(declared), declared.node),
    );
  }

  #withKinds(name: FullName, declared: Declared): JsonSchema {
    const kinds = this.#kindsOf(name);
    if (kinds.length === 0 || kinds.length > mostKinds) return this.#ofComplexType(name, declared);
    const isAbstract = isTrue(attributeOf(declared.node, 'abstract'));
    const named = isAbstract ? kinds : [{ name, declared }, ...kinds];
    return { oneOf: named.map((kind) => this.#ofKind(kind.name, kind.declared)) };
  }

  /** A type where others may stand too: it says that it is this one. */
  #ofKind(name: FullName, declared: Declared): JsonSchema {
    return this.#definition(`kind ${keyOf(name)}`, name.name, () => {
      const group = described(this.#group(declared), declared.node);
      const note = { type: true, ...spaceNote(name.space) };
      return {
        title: name.name,
        ...group,
        properties: {
          '@type': noted({ const: name.name, type: 'string' }, note),
          ...group.properties,
        },
        required: ['@type', ...(group.required ?? [])],
      };
    });
  }

  /** Everything that is built on a type, directly or not. */
  #kindsOf(name: FullName): readonly { readonly name: FullName; readonly declared: Declared }[] {
    const found = new Map<string, { readonly name: FullName; readonly declared: Declared }>();
    const visit = (base: FullName): void => {
      for (const kind of this.#set.derivedFrom(base)) {
        const declared = this.#set.find('complexType', kind);
        if (declared === undefined || found.has(keyOf(kind)) || found.size > mostKinds) continue;
        found.set(keyOf(kind), { name: kind, declared });
        visit(kind);
      }
    };
    visit(name);
    return [...found.values()].filter(
      ({ declared }) => !isTrue(attributeOf(declared.node, 'abstract')),
    );
  }

  /** Whether enough has been done for one message. */
  #isOver(depth: number): boolean {
    return depth > deepest || ++this.#steps > mostSteps;
  }

  #simple({ node, home }: Declared, depth: number): JsonSchema {
    if (this.#isOver(depth)) return { type: 'string' };
    const restriction = childOf(node, xsdSpace, 'restriction');
    if (restriction !== undefined)
      return described(this.#restrictedSimple(restriction, home, depth, node), node);
    const union = childOf(node, xsdSpace, 'union');
    return described(
      union === undefined ? { type: 'string' } : this.#union(union, home, depth),
      node,
    );
  }

  #restrictedSimple(
    restriction: XmlElement,
    home: SchemaHome,
    depth: number,
    within?: XmlElement,
  ): JsonSchema {
    const base = attributeOf(restriction, 'base');
    const inner = childOf(restriction, xsdSpace, 'simpleType');
    const from =
      base !== undefined
        ? this.type(nameMeant(restriction, base, home), depth + 1, within)
        : inner !== undefined
          ? this.#simple({ node: inner, home }, depth + 1)
          : builtInType('string');
    return restricted(
      from,
      restriction.children.flatMap((facet): (readonly [string, string])[] => {
        const value = attributeOf(facet, 'value');
        return value === undefined ? [] : [[facet.name, value]];
      }),
    );
  }

  /** Choices of all members are one list; otherwise it is a text. */
  #union(union: XmlElement, home: SchemaHome, depth: number): JsonSchema {
    const named = (attributeOf(union, 'memberTypes') ?? '')
      .split(/\s+/)
      .filter((name) => name !== '');
    const members = [
      ...named.map((name) => this.type(nameMeant(union, name, home), depth + 1)),
      ...childrenOf(union, xsdSpace, 'simpleType').map((node) =>
        this.#simple({ node, home }, depth + 1),
      ),
    ];
    const choices = members.flatMap((member) => member.enum ?? []);
    const areAllChoices = members.every(({ enum: list }) => list !== undefined);
    return areAllChoices && choices.length > 0
      ? { type: 'string', enum: [...new Set<Json>(choices)] }
      : { type: 'string' };
  }

  #group(declared: Declared): JsonSchema {
    const draft = new FieldDraft();
    this.#fill(draft, declared, 0);
    return draft.toSchema();
  }

  #fill(draft: FieldDraft, { node, home }: Declared, depth: number): void {
    if (this.#isOver(depth)) return;
    if (isTrue(attributeOf(node, 'mixed'))) draft.addText({ type: 'string' }, false);
    const content =
      childOf(node, xsdSpace, 'simpleContent') ?? childOf(node, xsdSpace, 'complexContent');
    if (content === undefined) return this.#fillOwn(draft, node, home, depth);
    const extension = childOf(content, xsdSpace, 'extension');
    const built = extension ?? childOf(content, xsdSpace, 'restriction');
    if (built === undefined) return;
    const name = nameMeant(built, attributeOf(built, 'base') ?? '', home);
    const base = this.#set.find('complexType', name, node);
    if (content.name === 'simpleContent') {
      if (base !== undefined) this.#fill(draft, base, depth + 1);
      else draft.addText(this.#restrictedSimple(built, home, depth), true);
    } else if (base !== undefined && extension !== undefined) this.#fill(draft, base, depth + 1);
    else if (base !== undefined) this.#attributesOfBase(draft, base, depth + 1);
    this.#fillOwn(draft, built, home, depth);
  }

  /** A restriction says all its elements again, but only the attributes that it changes. */
  #attributesOfBase(draft: FieldDraft, base: Declared, depth: number): void {
    const whole = new FieldDraft();
    this.#fill(whole, base, depth);
    draft.takeAttributes(whole);
  }

  #fillOwn(draft: FieldDraft, node: XmlElement, home: SchemaHome, depth: number): void {
    this.#particles(draft, node, home, { optional: false, many: false, depth, ways: [] });
    this.#attributes(draft, node, home, depth);
  }

  #particles(draft: FieldDraft, around: XmlElement, home: SchemaHome, limits: Around): void {
    if (this.#isOver(limits.depth)) return;
    for (const [at, node] of around.children.entries()) {
      if (node.space !== xsdSpace) continue;
      const most = occurs(attributeOf(node, 'maxOccurs'));
      if (most === 0) continue;
      const within: Around = {
        optional: limits.optional || attributeOf(node, 'minOccurs') === '0',
        many: limits.many || most > 1,
        depth: limits.depth + 1,
        ways:
          limits.choice === undefined
            ? limits.ways
            : [...limits.ways, [limits.choice, at] as const],
      };
      if (node.name === 'element')
        this.#field(draft, node, home, {
          ...within,
          ...(limits.choice === undefined || within.many ? {} : { choice: limits.choice }),
        });
      else if (node.name === 'any') draft.open();
      else if (node.name === 'choice') {
        const choice = within.many ? {} : { choice: `choice-${String(++this.#choices)}` };
        this.#particles(draft, node, home, { ...within, optional: true, ...choice });
      } else if (node.name === 'sequence' || node.name === 'all')
        this.#particles(draft, node, home, within);
      else if (node.name === 'group') {
        const ref = attributeOf(node, 'ref');
        const group =
          ref === undefined ? undefined : this.#set.find('group', nameMeant(node, ref, home));
        if (group !== undefined) this.#particles(draft, group.node, group.home, within);
      }
    }
  }

  #field(draft: FieldDraft, node: XmlElement, home: SchemaHome, limits: Around): void {
    const ref = attributeOf(node, 'ref');
    const isQualified =
      (attributeOf(node, 'form') ?? (home.qualifiedElements ? 'qualified' : '')) === 'qualified';
    const name: FullName =
      ref === undefined
        ? { space: isQualified ? home.space : '', name: attributeOf(node, 'name') ?? '' }
        : nameMeant(node, ref, home);
    if (name.name === '') return;
    const others = ref === undefined ? [] : this.#substitutesOf(name);
    if (others.length > 0) return this.#oneOfElements(draft, [name, ...others], node, limits);
    const schema =
      ref === undefined
        ? this.#ofElement({ node, home }, limits.depth)
        : described(this.#referred(name, limits.depth), node);
    const fixed = attributeOf(node, 'fixed');
    const nillable =
      isTrue(attributeOf(node, 'nillable')) || (ref !== undefined && this.isNillable(name));
    draft.addElement(name, withFixed(schema, fixed), {
      required: !limits.optional || (limits.many && this.#isRead),
      mayBeEmpty: limits.optional || this.#isRead,
      many: limits.many,
      most: occurs(attributeOf(node, 'maxOccurs')),
      nillable,
      ways: limits.ways,
      ...(limits.choice === undefined ? {} : { choice: limits.choice }),
    });
  }

  /** An element in whose place others may stand: each is a field, and where one is wanted, one is filled. */
  #oneOfElements(
    draft: FieldDraft,
    names: readonly FullName[],
    node: XmlElement,
    limits: Around,
  ): void {
    const choice = limits.choice ?? `choice-${String(++this.#choices)}`;
    for (const [at, name] of names.entries()) {
      const declared = this.#set.find('element', name);
      if (declared !== undefined && isTrue(attributeOf(declared.node, 'abstract'))) continue;
      draft.addElement(name, described(this.#referred(name, limits.depth), node), {
        required: false,
        mayBeEmpty: true,
        many: limits.many,
        most: occurs(attributeOf(node, 'maxOccurs')),
        nillable: this.isNillable(name),
        ways: [...limits.ways, [choice, at] as const],
        ...(limits.many ? {} : { choice }),
      });
    }
  }

  /** Everything that may stand in place of an element, directly or not. */
  #substitutesOf(head: FullName): readonly FullName[] {
    const found = new Map<string, FullName>();
    const visit = (name: FullName): void => {
      for (const other of this.#set.substitutesOf(name)) {
        if (found.has(keyOf(other)) || found.size >= mostKinds) continue;
        found.set(keyOf(other), other);
        visit(other);
      }
    };
    visit(head);
    return [...found.values()].filter((name) => keyOf(name) !== keyOf(head));
  }

  #attributes(draft: FieldDraft, around: XmlElement, home: SchemaHome, depth: number): void {
    if (this.#isOver(depth)) return;
    for (const group of childrenOf(around, xsdSpace, 'attributeGroup')) {
      const found = this.#set.find(
        'attributeGroup',
        nameMeant(group, attributeOf(group, 'ref') ?? '', home),
      );
      if (found !== undefined) this.#attributes(draft, found.node, found.home, depth + 1);
    }
    for (const node of childrenOf(around, xsdSpace, 'attribute')) {
      const ref = attributeOf(node, 'ref');
      const name: FullName =
        ref === undefined
          ? { space: attributeSpace(node, home), name: attributeOf(node, 'name') ?? '' }
          : nameMeant(node, ref, home);
      const found = ref === undefined ? { node, home } : this.#set.find('attribute', name);
      const use = attributeOf(node, 'use');
      if (name.name === '') continue;
      if (use === 'prohibited') draft.remove(name);
      else
        draft.addAttribute(
          name,
          found === undefined ? { type: 'string' } : this.#ofAttribute(found, depth),
          use === 'required',
        );
    }
  }

  #ofAttribute(declared: Declared, depth: number): JsonSchema {
    const made = this.#ofElement(declared, depth);
    const fixed = attributeOf(declared.node, 'fixed');
    const schema = Object.keys(made).length === 0 ? { type: 'string' as const } : made;
    return withFixed(schema, fixed);
  }
}

function attributeSpace(node: XmlElement, home: SchemaHome): string {
  const form = attributeOf(node, 'form') ?? (home.qualifiedAttributes ? 'qualified' : '');
  return form === 'qualified' ? home.space : '';
}

export function spaceNote(space: string): XmlNote {
  return space === '' ? {} : { namespace: space };
}

function described(schema: JsonSchema, node: XmlElement): JsonSchema {
  const description = documentationOf(node);
  return description === undefined ? schema : { ...schema, description };
}

function withFixed(schema: JsonSchema, fixed: string | undefined): JsonSchema {
  if (fixed === undefined) return schema;
  if (schema.type === 'boolean') return { ...schema, const: isTrue(fixed.trim()) };
  const isNumber = schema.type === 'integer' || schema.type === 'number';
  return { ...schema, const: isNumber ? Number(fixed) : fixed };
}

function isTrue(value: string | undefined): boolean {
  return value === 'true' || value === '1';
}

function occurs(written: string | undefined): number {
  if (written === undefined) return 1;
  if (written.trim() === 'unbounded') return unbounded;
  const count = Number(written);
  return Number.isInteger(count) && count >= 0 ? count : 1;
}
