/**
 * An envelope as a message, by its schema's notes; what no schema describes is read as it stands.
 *
 * 1. What may be there many times is a list, also with one entry or none.
 * 2. Numbers keep every digit: one that no number can hold stays a text.
 * 3. What stands beside the envelope (MTOM) is not read: a file that would be missing is a refusal, never an empty text.
 * 4. Names are compared in full first; a service that forgets its namespace is understood all the same.
 */
import {
  failure,
  success,
  type Json,
  type JsonObject,
  type JsonSchema,
  type Result,
  type WordParams,
} from '../../../shared/index.ts';
import { soapNoteOf } from '../annotations.ts';
import { envelopeSpaces, xsiSpace } from '../spaces.ts';
import { attributeOf, childOf, type XmlElement } from '../xml/element.ts';
import { readXml, type XmlProblem } from '../xml/read-xml.ts';
import { plainKey } from '../xsd/field-draft.ts';
import { exactNumber } from './digits.ts';
import { readFault, type Fault } from './fault.ts';
import { fieldsOf, isOpen, shapeOf, type XmlField } from './shape-of.ts';

export type Envelope = { readonly message: Json } | { readonly fault: Fault };

/** Why an envelope is of no use: a word of `failures`. */
type EnvelopeProblem =
  XmlProblem | { readonly code: 'soap-attachment'; readonly params: WordParams };

/** The reason is `undefined` where the text is XML or something else, but no envelope. */
export function readEnvelope(
  text: string,
  schema: JsonSchema | undefined,
): Result<Envelope, EnvelopeProblem | undefined> {
  const inside = envelopeIn(text);
  if (inside === undefined) return failure(undefined);
  const read = readXml(inside);
  if (!read.ok) return read;
  const envelope = read.value;
  const body = childOf(envelope, envelope.space, 'Body');
  if (!knownSpaces.has(envelope.space) || body === undefined) return failure(undefined);
  const fault = childOf(body, envelope.space, 'Fault');
  if (fault !== undefined) return success({ fault: readFault(fault, anything) });
  if (inside.includes(outsideSpace) && leadsOutside(body))
    return failure({ code: 'soap-attachment', params: {} });
  const header = childOf(envelope, envelope.space, 'Header');
  return success({ message: messageIn(body, header, schema) });
}

const outsideSpace = 'http://www.w3.org/2004/08/xop/include';

function leadsOutside({ space, children }: XmlElement): boolean {
  return space === outsideSpace || children.some(leadsOutside);
}

const knownSpaces: ReadonlySet<string> = new Set(Object.values(envelopeSpaces));

/** The envelope itself: with attachments it stands between other parts. */
function envelopeIn(text: string): string | undefined {
  const start = /<(?:([\w.-]+):)?Envelope[\s>]/.exec(text);
  if (start === null) return /<!DOCTYPE/i.test(text.slice(0, 2000)) ? text : undefined;
  if (!/^\s*--|\r?\nContent-Type:/i.test(text.slice(0, start.index))) return text;
  const name = start[1] === undefined ? 'Envelope' : `${start[1]}:Envelope`;
  const end = text.lastIndexOf(`</${name}`);
  return end < 0 ? undefined : `${text.slice(start.index, end)}</${name}>`;
}

function messageIn(
  body: XmlElement,
  header: XmlElement | undefined,
  schema: JsonSchema | undefined,
): Json {
  const soap = soapNoteOf(schema);
  const [first] = body.children;
  if (schema === undefined || soap === undefined)
    return first === undefined ? {} : groupOf(anything(first));
  const reading = new Reading(schema);
  const shape = shapeOf(schema, schema);
  const content = soap.body === 'parts' ? body : first;
  const message = content === undefined ? {} : reading.group(content, shape);
  const inHeader = fieldsOf(shape, schema).find(({ note }) => note.header === true);
  return inHeader === undefined || header === undefined
    ? message
    : { ...message, [inHeader.key]: reading.value(header, inHeader.schema) };
}

function groupOf(value: Json): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : { value };
}

class Reading {
  readonly #root: JsonSchema;

  constructor(root: JsonSchema) {
    this.#root = root;
  }

  value(element: XmlElement, schema: JsonSchema): Json {
    if (isNil(element)) return null;
    const type = attributeOf(element, 'type', xsiSpace);
    const shape = shapeOf(schema, this.#root, type?.slice(type.indexOf(':') + 1));
    if (isOpen(shape)) return anything(element);
    if (shape.properties !== undefined || shape.type === 'object')
      return this.group(element, shape);
    return scalar(element.text, shape);
  }

  group(element: XmlElement, shape: JsonSchema): JsonObject {
    const made = new Map<string, Json>();
    const taken = new Set<XmlElement>();
    for (const field of fieldsOf(shape, this.#root)) {
      if (field.note.header === true) continue;
      const value = this.#field(element, field, taken);
      if (value !== undefined) made.set(field.key, value);
    }
    for (const extra of element.children) {
      if (taken.has(extra)) continue;
      const key = plainKey(extra.name);
      if (Object.hasOwn(shape.properties ?? {}, key)) continue;
      add(made, key, anything(extra));
    }
    return Object.fromEntries(made);
  }

  #field(
    element: XmlElement,
    { name, note, schema, isList }: XmlField,
    taken: Set<XmlElement>,
  ): Json | undefined {
    if (note.type === true) return schema.const;
    if (note.attribute === true) {
      const text =
        attributeOf(element, name, note.namespace ?? '') ??
        element.attributes.find((one) => one.name === name && one.space !== xsiSpace)?.value;
      return text === undefined ? undefined : scalar(text, shapeOf(schema, this.#root));
    }
    if (note.text === true) {
      const text = element.children.length === 0 ? element.text : element.text.trim();
      return element.children.length > 0 && text === ''
        ? undefined
        : scalar(text, shapeOf(schema, this.#root));
    }
    const named = element.children.filter((one) => one.name === name && !taken.has(one));
    const exact = named.filter(({ space }) => space === (note.namespace ?? ''));
    const found = exact.length > 0 ? exact : named;
    const [first] = found;
    if (isList) {
      for (const one of found) taken.add(one);
      return found.map((one) => this.value(one, schema));
    }
    if (first === undefined) return undefined;
    taken.add(first);
    return this.value(first, schema);
  }
}

function isNil(element: XmlElement): boolean {
  const nil = attributeOf(element, 'nil', xsiSpace)?.trim();
  return nil === 'true' || nil === '1';
}

function scalar(text: string, shape: JsonSchema): Json {
  const types = typeof shape.type === 'string' ? [shape.type] : (shape.type ?? []);
  if (types.includes('string') || types.length === 0) return text;
  const said = text.trim();
  if (said === '') return null;
  if (types.includes('boolean'))
    return said === 'true' || said === '1' ? true : said === 'false' || said === '0' ? false : text;
  return exactNumber(said) ?? text;
}

/** An element that nobody described: a text, or a group of its attributes (`@`), texts (`#text`) and elements. */
function anything(element: XmlElement): Json {
  if (isNil(element)) return null;
  const attributes = element.attributes.filter(({ space }) => space !== xsiSpace);
  if (attributes.length === 0 && element.children.length === 0) return element.text;
  const made = new Map<string, Json>();
  for (const { name, value } of attributes) made.set(`@${plainKey(name)}`, value);
  for (const child of element.children) add(made, plainKey(child.name), anything(child));
  const text = element.children.length === 0 ? element.text : element.text.trim();
  if (text !== '') made.set('#text', text);
  return Object.fromEntries(made);
}

/** An element that stands several times is a list. */
function add(made: Map<string, Json>, key: string, value: Json): void {
  const before = made.get(key);
  if (before === undefined) made.set(key, value);
  // Only lists made here are in it: an element is a text or a group.
  else if (Array.isArray(before)) (before as Json[]).push(value);
  else made.set(key, [before, value]);
}
