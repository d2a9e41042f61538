/**
 * A message as a SOAP envelope, by its schema's notes alone.
 *
 * 1. Every value is escaped and every name looked at: nothing in a message can become an element, an attribute or a
 *    declaration that its schema does not have.
 * 2. Elements stand in the order of the notes, whatever the order of the data.
 * 3. What cannot be written as it was meant is refused at its field; nothing is left out silently. Nothing (`null`) is
 *    `xsi:nil` where the service allows it, else the element is left out.
 */
import {
  failure,
  isJsonList,
  isJsonObject,
  success,
  type Json,
  type JsonPath,
  type JsonSchema,
  type Result,
  type WordParams,
} from '../../../shared/index.ts';
import { soapNoteOf, xmlNoteOf, type XmlNote } from '../annotations.ts';
import { envelopeSpaces, xsiSpace } from '../spaces.ts';
import { digitsOf } from './digits.ts';
import { fieldsOf, isOpen, shapeOf, type XmlField } from './shape-of.ts';

/** Why a message cannot be sent: a word of `failures`, at the field. */
export interface WriteProblem {
  readonly code:
    | 'soap-not-described'
    | 'soap-needs-group'
    | 'soap-needs-value'
    | 'soap-needs-one'
    | 'soap-one-of'
    | 'soap-field-unknown'
    | 'soap-name'
    | 'soap-sign'
    | 'soap-too-deep';
  readonly params: WordParams;
  readonly path: JsonPath;
}

class Refusal extends Error {
  readonly problem: WriteProblem;
  constructor(code: WriteProblem['code'], path: JsonPath, params: WordParams = {}) {
    super(code);
    this.problem = { code, params, path };
  }
}

export function writeEnvelope(message: Json, schema: JsonSchema): Result<string, WriteProblem> {
  try {
    return success(new Writing(schema).envelope(message));
  } catch (cause) {
    if (cause instanceof Refusal) return failure(cause.problem);
    throw cause;
  }
}

const deepest = 100;
const xmlSpace = 'http://www.w3.org/XML/1998/namespace';

class Writing {
  readonly #root: JsonSchema;
  readonly #prefixes = new Map<string, string>();

  constructor(root: JsonSchema) {
    this.#root = root;
  }

  envelope(message: Json): string {
    const soap = soapNoteOf(this.#root);
    if (soap === undefined) throw new Refusal('soap-not-described', []);
    const shape = shapeOf(this.#root, this.#root);
    const given = isJsonObject(message) ? message : undefined;
    if (given === undefined && message !== null) throw new Refusal('soap-needs-group', []);
    const fields = fieldsOf(shape, this.#root);
    const inHeader = fields.find(({ note }) => note.header === true);
    const header = inHeader === undefined ? undefined : given?.[inHeader.key];
    const inBody =
      inHeader === undefined || given === undefined ? (given ?? {}) : without(given, inHeader.key);
    const written = {
      header:
        inHeader === undefined || header === undefined || header === null
          ? ''
          : this.#inside(header, shapeOf(inHeader.schema, this.#root), [inHeader.key], 2).inside,
      body:
        soap.body === 'element'
          ? this.#element(nameOfRoot(this.#root), inBody, this.#root, [], 2)
          : this.#inside(inBody, shape, [], 2).inside,
    };
    const spaces = [...this.#prefixes]
      .filter(([space]) => space !== xmlSpace)
      .map(([space, prefix]) => ` xmlns:${prefix}="${quoted(space)}"`)
      .join('');
    const headerText =
      written.header === '' ? '' : `  <soap:Header>${written.header}\n  </soap:Header>\n`;
    return `<?xml version="1.0" encoding="UTF-8"?>
<soap:Envelope xmlns:soap="${envelopeSpaces[soap.version]}"${spaces}>
${headerText}  <soap:Body>${written.body}\n  </soap:Body>
</soap:Envelope>`;
  }

  /** An element on a line of its own. */
  #element(
    { name, namespace = '' }: XmlNote & { readonly name: string },
    value: Json,
    schema: JsonSchema,
    path: JsonPath,
    depth: number,
  ): string {
    if (depth > deepest) throw new Refusal('soap-too-deep', path, { limit: deepest });
    const tag = this.#named(name, namespace, path);
    const line = `\n${'  '.repeat(depth)}`;
    if (value === null) return `${line}<${tag} ${this.#named('nil', xsiSpace, path)}="true"/>`;
    const shape = shapeOf(schema, this.#root, typeNameIn(value, schema, this.#root));
    const { attributes, inside } =
      isJsonObject(value) || shape.type === 'object' || shape.properties !== undefined
        ? this.#inside(value, shape, path, depth + 1)
        : { attributes: '', inside: escaped(textOf(value, path)) };
    if (inside === '') return `${line}<${tag}${attributes}/>`;
    const end = inside.startsWith('\n') ? line : '';
    return `${line}<${tag}${attributes}>${inside}${end}</${tag}>`;
  }

  /** What stands inside an element: its attributes, and its text or its elements. */
  #inside(
    value: Json,
    shape: JsonSchema,
    path: JsonPath,
    depth: number,
  ): { readonly attributes: string; readonly inside: string } {
    if (isOpen(shape)) return this.#anything(value, path, depth);
    const fields = fieldsOf(shape, this.#root);
    const text = fields.find(({ note }) => note.text === true);
    if (!isJsonObject(value)) {
      if (text === undefined) throw new Refusal('soap-needs-group', path);
      return { attributes: '', inside: escaped(textOf(value, path)) };
    }
    if (shape.properties === undefined && shape.type !== 'object')
      throw new Refusal('soap-needs-value', path);
    checkChoices(value, fields, path);
    let attributes = '';
    let inside = '';
    for (const field of fields) {
      const given = Object.hasOwn(value, field.key) ? value[field.key] : undefined;
      if (given === undefined || field.note.header === true) continue;
      const at = [...path, field.key];
      if (field.note.attribute === true || field.note.type === true)
        attributes += this.#attribute(field, given, at);
      else if (field.note.text === true)
        inside = (given === null ? '' : escaped(textOf(given, at))) + inside;
      else inside += this.#all(field, given, at, depth);
    }
    const known = new Set(fields.map(({ key }) => key));
    for (const [key, extra] of Object.entries(value)) {
      if (known.has(key)) continue;
      if (shape.additionalProperties === false)
        throw new Refusal('soap-field-unknown', [...path, key], { field: key });
      const open = this.#anything({ [key]: extra }, path, depth);
      attributes += open.attributes;
      inside += open.inside;
    }
    return { attributes, inside };
  }

  #all(field: XmlField, given: Json, path: JsonPath, depth: number): string {
    const note = { ...field.note, name: field.name };
    const one = (value: Json, at: JsonPath): string =>
      value === null && field.note.nillable !== true
        ? ''
        : this.#element(note, value, field.schema, at, depth);
    if (!isJsonList(given)) return one(given, path);
    if (!field.isList && !isOpen(shapeOf(field.schema, this.#root)) && given.length !== 1)
      throw new Refusal('soap-needs-one', path);
    return given.map((value, position) => one(value, [...path, position])).join('');
  }

  #attribute({ name, note, schema }: XmlField, given: Json, path: JsonPath): string {
    if (given === null) return '';
    const text = textOf(given, path);
    if (note.type !== true)
      return ` ${this.#named(name, note.namespace ?? '', path)}="${quoted(text)}"`;
    // Only a type that the description names: what else stands in the field is no name of a type.
    if (typeof schema.const !== 'string' || text !== schema.const) return '';
    return ` ${this.#named('type', xsiSpace, path)}="${this.#named(text, note.namespace ?? '', path)}"`;
  }

  /** Data of which no description says what it is: groups are elements, `@` stands for attributes, `#text` for text. */
  #anything(
    value: Json,
    path: JsonPath,
    depth: number,
  ): { readonly attributes: string; readonly inside: string } {
    if (depth > deepest) throw new Refusal('soap-too-deep', path, { limit: deepest });
    if (!isJsonObject(value)) return { attributes: '', inside: escaped(textOf(value, path)) };
    let attributes = '';
    let inside = '';
    for (const [key, given] of Object.entries(value)) {
      const at = [...path, key];
      if (key === '#text') inside += given === null ? '' : escaped(textOf(given, at));
      else if (key.startsWith('@')) {
        if (given !== null)
          attributes += ` ${this.#named(key.slice(1), '', at)}="${quoted(textOf(given, at))}"`;
      } else
        (isJsonList(given) ? given : [given]).forEach((one, position) => {
          const place = isJsonList(given) ? [...at, position] : at;
          inside += this.#element({ name: key }, one, {}, place, depth);
        });
    }
    return { attributes, inside };
  }

  #named(name: string, space: string, path: JsonPath): string {
    if (!properName.test(name)) throw new Refusal('soap-name', path, { name: name.slice(0, 60) });
    if (space === '') return name;
    let prefix = this.#prefixes.get(space);
    if (prefix === undefined) {
      const fixed = space === xsiSpace ? 'xsi' : space === xmlSpace ? 'xml' : undefined;
      prefix = fixed ?? `n${String(this.#prefixes.size + 1)}`;
      this.#prefixes.set(space, prefix);
    }
    return `${prefix}:${name}`;
  }
}

/** A name without a colon (https://www.w3.org/TR/xml-names/#NT-NCName). */
const properName = /^[\p{L}_][\p{L}\p{N}\p{M}_.\-\u00b7]*$/u;
// eslint-disable-next-line no-control-regex -- these very signs cannot stand in XML, not even escaped
const notInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u;

function nameOfRoot(root: JsonSchema): XmlNote & { readonly name: string } {
  const note = xmlNoteOf(root);
  if (note.name === undefined) throw new Refusal('soap-not-described', []);
  return { ...note, name: note.name };
}

/** Which of several types a value says it is. */
function typeNameIn(value: Json, schema: JsonSchema, root: JsonSchema): string | undefined {
  if (!isJsonObject(value)) return undefined;
  const field = fieldsOf(shapeOf(schema, root), root).find(({ note }) => note.type === true);
  const name = field === undefined ? undefined : value[field.key];
  return typeof name === 'string' ? name : undefined;
}

/** Of alternatives one may be filled; two would be an envelope that the service does not know. */
function checkChoices(
  value: Readonly<Record<string, Json>>,
  fields: readonly XmlField[],
  path: JsonPath,
): void {
  const filled = new Map<string, string>();
  for (const { key, note } of fields) {
    const given = Object.hasOwn(value, key) ? value[key] : undefined;
    if (note.choice === undefined || given === undefined || given === null) continue;
    const other = filled.get(note.choice);
    if (other !== undefined)
      throw new Refusal('soap-one-of', [...path, key], { field: key, other });
    filled.set(note.choice, key);
  }
}

function without(value: Readonly<Record<string, Json>>, key: string): Json {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

function textOf(value: Json, path: JsonPath): string {
  if (value === null) return '';
  if (typeof value === 'object') throw new Refusal('soap-needs-value', path);
  const text =
    typeof value === 'number' || typeof value === 'bigint' ? digitsOf(value) : String(value);
  if (notInXml.test(text)) throw new Refusal('soap-sign', path);
  return text;
}

/**
 * Line ends of Windows would come back as others (https://www.w3.org/TR/xml/#sec-line-ends); a line end at the start would
 * look like an element on a line of its own.
 */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
    .replace(/^\n/, '&#10;');
}

function quoted(text: string): string {
  return escaped(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
}
