/** What an operation needs and gives, as the schemas of a step, with the note of how its request is made. */
import { ownTitle, writeJson, type Json, type JsonSchema } from '../../shared/index.ts';
import { atPointer } from '../json-pointer.ts';
import {
  answerOf,
  bodyOf,
  isAnyFile,
  isFile,
  isJsonType,
  isTextType,
  type Body,
} from './bodies.ts';
import type { Documents, Located } from './documents.ts';
import { fileSchema, gotFileSchema } from './file-schema.ts';
import { listPlace } from './find-list.ts';
import { parametersOf, type Parameter } from './parameters.ts';
import { plainGroup } from './plain-group.ts';
import {
  withRequest,
  type BodyNote,
  type ParameterNote,
  type RequestNote,
} from './request-note.ts';
import { SchemaWriter } from './schema-writer.ts';
import { serversOf } from './servers.ts';
import { signInsOf } from './sign-in.ts';

export interface FoundOperation {
  readonly method: RequestNote['method'];
  readonly path: string;
  /** The operation, and the path around it. */
  readonly sources: readonly [operation: Located, path: Located];
}

export interface Wish {
  /** One of the description's servers, in place of the first. */
  readonly server?: string | undefined;
  /** The entries of the answer's list are wanted, not the answer. */
  readonly asList?: boolean;
}

export interface Described {
  readonly input: JsonSchema;
  readonly output: JsonSchema;
}

export function describeOperation(
  documents: Documents,
  found: FoundOperation,
  { server, asList = false }: Wish,
): Described {
  const { method, sources } = found;
  const [operation] = sources;
  const path = found.path.replace(/#.*$/, '');
  const sent = describeSent(documents, method, path, sources);
  const answer = describeAnswer(documents, operation, asList);
  const servers = serversOf(sources, documents.root, documents.address);
  const address = server ?? servers[0]?.url;
  const signIn = signInsOf(documents, operation.node);
  const note: RequestNote = {
    method,
    ...(address !== undefined && { address }),
    path,
    parameters: sent.parameters,
    ...(sent.body !== undefined && { body: sent.body }),
    ...answer.note,
    ...(signIn.length > 0 && { signIn: [...signIn] }),
  };
  return { input: withRequest(sent.schema, note), output: answer.schema };
}

interface Sent {
  readonly schema: JsonSchema;
  readonly parameters: ParameterNote[];
  readonly body?: BodyNote;
}

function describeSent(
  documents: Documents,
  method: RequestNote['method'],
  path: string,
  [operation, around]: FoundOperation['sources'],
): Sent {
  const writer = new SchemaWriter(documents, 'input');
  const form = new Form();
  const parameters = parametersOf(documents, path, [around, operation]).map((parameter) => {
    const field = form.add(
      parameter.name,
      parameter.in,
      writer.write(parameter.raw, parameter.at, parameter.over),
      parameter.isRequired,
    );
    return noteOf(parameter, field);
  });
  // Nothing is sent with a question: the web has no such thing.
  const asks = method === 'GET' || method === 'HEAD';
  const body = asks ? undefined : bodyOf(documents, operation, documents.root);
  const note = body === undefined ? undefined : addBody(documents, writer, form, body);
  return {
    schema: writer.finish(form.schema(note?.isOpen === true)),
    parameters,
    ...(note !== undefined && { body: note.body }),
  };
}

/** The fields of a step's input, in their order. */
class Form {
  readonly #fields: Record<string, JsonSchema> = {};
  readonly #required: string[] = [];

  has(name: string): boolean {
    return Object.hasOwn(this.#fields, name);
  }

  /** The name that it has here: two parts of a request may have fields of one name. */
  add(name: string, part: string, schema: JsonSchema, isRequired: boolean): string {
    const field = this.has(name) ? `${name} (${part})` : name;
    this.#fields[field] = schema;
    if (isRequired) this.#required.push(field);
    return field;
  }

  schema(isOpen: boolean): JsonSchema {
    return {
      type: 'object',
      properties: this.#fields,
      ...(this.#required.length > 0 && { required: this.#required }),
      ...(!isOpen && { additionalProperties: false }),
    };
  }
}

function noteOf(
  { name, in: place, style, explode, allowReserved }: Parameter,
  field: string,
): ParameterNote {
  return { name, in: place, field, style, explode, ...(allowReserved && { allowReserved }) };
}

function addBody(
  documents: Documents,
  writer: SchemaWriter,
  form: Form,
  body: Body,
): { readonly body: BodyNote; readonly isOpen: boolean } {
  const hasFields = !['text', 'xml', 'bytes'].includes(body.as);
  const group = hasFields ? plainGroup(documents, body.raw, body.at) : undefined;
  const type = isUsual(body) ? {} : { type: body.type };
  const names = [...(group?.fields.keys() ?? [])];
  if (group === undefined || names.some((name) => form.has(name))) {
    const whole = ownTitle('content');
    const schema =
      body.as === 'bytes'
        ? { ...fileSchema(), ...whole }
        : body.as === 'text' || body.as === 'xml'
          ? { ...whole, type: 'string' as const }
          : writer.write(body.raw, body.at, whole);
    const field = form.add('content', 'body', schema, body.isRequired);
    return {
      body: { as: body.as, ...type, field, ...filesOf(documents, body, names), ...joinedOf(body) },
      isOpen: false,
    };
  }
  for (const [name, { raw, at }] of group.fields)
    if (!writer.hides(raw, at))
      form.add(name, 'body', writer.write(raw, at), group.required.has(name));
  return {
    body: { as: body.as, ...type, ...filesOf(documents, body, names), ...joinedOf(body) },
    isOpen: group.isOpen,
  };
}

function isUsual({ as, type }: Body): boolean {
  const usual = [
    'application/json',
    '*/*',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
  ];
  return as === 'bytes' || type.includes('*') || usual.includes(type);
}

/** Which fields of a form are files. */
function filesOf(
  documents: Documents,
  { as, raw, at }: Body,
  names: readonly string[],
): Pick<BodyNote, 'files'> {
  if (as !== 'multipart') return {};
  const fields = plainGroup(documents, raw, at)?.fields;
  const files = names.filter((name) => {
    const field = fields?.get(name);
    return field !== undefined && isFile(documents, field.raw, field.at);
  });
  return files.length > 0 ? { files } : {};
}

function joinedOf({ joined }: Body): Pick<BodyNote, 'joined'> {
  return Object.keys(joined).length === 0 ? {} : { joined };
}

interface Answer {
  readonly schema: JsonSchema;
  readonly note: Pick<RequestNote, 'accept' | 'file' | 'list'>;
}

function describeAnswer(documents: Documents, operation: Located, asList: boolean): Answer {
  const media = answerOf(documents, operation, documents.root);
  if (media === undefined) return { schema: {}, note: {} };
  const accept = media.type.includes('*') ? {} : { accept: media.type };
  if (!isJsonType(media.type) || isAnyFile(documents, media))
    return isTextType(media.type)
      ? { schema: { type: 'string' }, note: accept }
      : { schema: gotFileSchema(), note: { ...accept, file: true } };
  const writer = new SchemaWriter(documents, 'output');
  const list = asList ? listPlace(documents, media.raw, media.at) : undefined;
  const written =
    list === undefined ? writer.write(media.raw, media.at) : writer.write(list.raw, list.at);
  const example =
    list === undefined || media.example === undefined
      ? media.example
      : atPointer(media.example, `${list.pointer}/0`);
  return {
    schema: { ...writer.finish(written), ...exampleOf(example) },
    note: { ...accept, ...(list !== undefined && { list: list.pointer }) },
  };
}

const longestExample = 20_000;

/** What the description shows as an answer becomes the step's sample. */
function exampleOf(example: Json | undefined): Pick<JsonSchema, 'examples'> {
  const isThing = typeof example === 'object' && example !== null;
  return isThing && writeJson(example).length <= longestExample ? { examples: [example] } : {};
}
