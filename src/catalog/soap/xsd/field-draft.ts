import type { JsonSchema } from '../../../shared/index.ts';
import { noted, xmlNoteOf } from '../annotations.ts';
import { keyOf, type FullName } from '../xml/element.ts';

export interface ElementUse {
  readonly required: boolean;
  readonly mayBeEmpty: boolean;
  readonly many: boolean;
  readonly most: number;
  readonly nillable: boolean;
  readonly choice?: string;
  /** Which way was taken at each choice on the way to it. */
  readonly ways: readonly (readonly [choice: string, way: number])[];
}

/** The fields of one element while they are found: attributes, elements in their order, the text between. */
export class FieldDraft {
  readonly #fields = new Map<string, JsonSchema>();
  readonly #required = new Set<string>();
  /** Which property an element or attribute became. */
  readonly #keys = new Map<string, string>();
  /** Of each element the ways that lead to it. */
  readonly #ways = new Map<string, ElementUse['ways'][]>();
  #order = 0;
  #isOpen = false;

  /** Elements that nobody described may stand here. */
  open(): void {
    this.#isOpen = true;
  }

  addText(schema: JsonSchema, required: boolean): void {
    if (this.#keys.has('text')) return;
    this.#put('text', 'value', noted(schema, { text: true }), required);
  }

  addAttribute(name: FullName, schema: JsonSchema, required: boolean): void {
    this.remove(name);
    const key = this.#freeKey(name.name);
    const note = {
      ...(key === name.name ? {} : { name: name.name }),
      ...(name.space === '' ? {} : { namespace: name.space }),
      attribute: true,
    };
    this.#put(`@${keyOf(name)}`, key, noted(schema, note), required);
  }

  addElement(name: FullName, schema: JsonSchema, use: ElementUse): void {
    const before = this.#keys.get(keyOf(name));
    if (before !== undefined) return this.#again(before, use);
    const key = this.#freeKey(name.name);
    const one = use.nillable ? orNothing(schema) : schema;
    const note = {
      ...(key === name.name ? {} : { name: name.name }),
      ...(name.space === '' ? {} : { namespace: name.space }),
      order: this.#order++,
      ...(use.nillable ? { nillable: true } : {}),
      ...(use.choice === undefined ? {} : { choice: use.choice }),
    };
    this.#put(keyOf(name), key, noted(use.many ? listOf(one, use) : one, note), use.required);
    this.#ways.set(key, [use.ways]);
  }

  remove(name: FullName): void {
    const key = this.#keys.get(`@${keyOf(name)}`);
    if (key === undefined) return;
    this.#fields.delete(key);
    this.#required.delete(key);
    this.#keys.delete(`@${keyOf(name)}`);
  }

  /** The attributes of another draft. */
  takeAttributes(other: FieldDraft): void {
    for (const [identity, key] of other.#keys) {
      const schema = other.#fields.get(key);
      if (schema === undefined || xmlNoteOf(schema).attribute !== true) continue;
      this.#put(identity, key, schema, other.#required.has(key));
    }
  }

  toSchema(): JsonSchema {
    return {
      type: 'object',
      properties: Object.fromEntries(this.#fields),
      ...(this.#required.size === 0 ? {} : { required: [...this.#required] }),
      additionalProperties: this.#isOpen,
    };
  }

  /** The same element in two places of a group: as often as both allow, needed in neither; once where they are alternatives. */
  #again(key: string, { required, many, ways }: ElementUse): void {
    const schema = this.#fields.get(key);
    if (schema === undefined) return;
    const before = this.#ways.get(key) ?? [];
    this.#ways.set(key, [...before, ways]);
    if (!many && before.every((others) => areAlternatives(others, ways)))
      return void (required || this.#required.delete(key));
    const { choice, ...note } = xmlNoteOf(schema);
    if (!required) this.#required.delete(key);
    if (schema.type === 'array' || choice !== undefined) return;
    const { xml: _note, ...one } = schema as JsonSchema & { readonly xml?: unknown };
    this.#fields.set(key, noted({ type: 'array', items: one }, note));
  }

  #put(identity: string, key: string, schema: JsonSchema, required: boolean): void {
    this.#keys.set(identity, key);
    this.#fields.set(key, schema);
    if (required) this.#required.add(key);
  }

  #freeKey(name: string): string {
    const plain = plainKey(name);
    let key = plain;
    for (let other = 2; this.#fields.has(key); other++) key = `${plain}_${String(other)}`;
    return key;
  }
}

function areAlternatives(one: ElementUse['ways'], other: ElementUse['ways']): boolean {
  return one.some(([choice, way]) =>
    other.some(([sameChoice, otherWay]) => sameChoice === choice && otherWay !== way),
  );
}

const dangerous: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** A name that data may have: none that reaches a prototype. */
export function plainKey(name: string): string {
  return dangerous.has(name) ? `${name.replaceAll('_', '')}_` : name;
}

function orNothing(schema: JsonSchema): JsonSchema {
  if (typeof schema.type === 'string' && schema.enum === undefined && schema.const === undefined)
    return { ...schema, type: [schema.type, 'null'] };
  const { description, ...rest } = schema;
  return {
    ...(description === undefined ? {} : { description }),
    anyOf: [rest, { type: 'null' }],
  };
}

function listOf(items: JsonSchema, { mayBeEmpty, most }: ElementUse): JsonSchema {
  return {
    type: 'array',
    items,
    ...(mayBeEmpty ? {} : { minItems: 1 }),
    ...(Number.isFinite(most) && most > 1 ? { maxItems: most } : {}),
  };
}
