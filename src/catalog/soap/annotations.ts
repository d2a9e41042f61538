/**
 * What a JSON Schema says of the XML that its values become: the `xml` keyword of OpenAPI with a few words more, and
 * `x-soap` at the outermost one. With these alone an envelope is written and read: no description is needed at a run.
 * An exported flow is foreign, so what stands there is looked at before it is believed.
 */
import { isJsonObject, type Json, type JsonSchema } from '../../shared/index.ts';
import type { SoapVersion } from './spaces.ts';

export interface XmlNote {
  /** The element's or attribute's name, where the property has another one. */
  readonly name?: string;
  /** Empty or absent: none. */
  readonly namespace?: string;
  readonly attribute?: boolean;
  /** The text directly inside the element around. */
  readonly text?: boolean;
  /** The place among the elements around it. */
  readonly order?: number;
  /** Nothing is written as `xsi:nil`, not left out. */
  readonly nillable?: boolean;
  /** Names the type of the element around (`xsi:type`): one of several that may stand there. */
  readonly type?: boolean;
  /** Of properties with the same word one may be filled. */
  readonly choice?: string;
  /** Stands in the envelope's header. */
  readonly header?: boolean;
}

/** Of the outermost schema: how the message travels. */
export interface SoapNote {
  readonly version: SoapVersion;
  readonly action?: string;
  /** Where the description says that the service is. */
  readonly address?: string;
  /** `element`: the value is one element of that name in the body; `parts`: its properties are elements of the body. */
  readonly body: 'element' | 'parts';
}

const soapKey = 'x-soap';

export function xmlNoteOf(schema: JsonSchema): XmlNote {
  const note = (schema as { readonly xml?: unknown }).xml;
  if (!isJsonObject(note)) return {};
  return {
    ...text(note, 'name'),
    ...text(note, 'namespace'),
    ...text(note, 'choice'),
    ...(typeof note['order'] === 'number' ? { order: note['order'] } : {}),
    ...flag(note, 'attribute'),
    ...flag(note, 'text'),
    ...flag(note, 'nillable'),
    ...flag(note, 'type'),
    ...flag(note, 'header'),
  };
}

export function soapNoteOf(schema: JsonSchema | undefined): SoapNote | undefined {
  const note = (schema as Readonly<Record<string, unknown>> | undefined)?.[soapKey];
  if (!isJsonObject(note)) return undefined;
  return {
    version: note['version'] === '1.2' ? '1.2' : '1.1',
    body: note['body'] === 'parts' ? 'parts' : 'element',
    ...text(note, 'action'),
    ...text(note, 'address'),
  };
}

/** The schema with its note. */
export function noted(schema: JsonSchema, note: XmlNote): JsonSchema {
  return { ...schema, xml: note } as JsonSchema;
}

export function withSoap(schema: JsonSchema, note: SoapNote): JsonSchema {
  return { ...schema, [soapKey]: note } as JsonSchema;
}

function text<Key extends string>(
  note: Readonly<Record<string, Json>>,
  key: Key,
): { [Name in Key]?: string } {
  const value = note[key];
  return (typeof value === 'string' ? { [key]: value } : {}) as { [Name in Key]?: string };
}

function flag<Key extends string>(
  note: Readonly<Record<string, Json>>,
  key: Key,
): { [Name in Key]?: boolean } {
  return (note[key] === true ? { [key]: true } : {}) as { [Name in Key]?: boolean };
}
