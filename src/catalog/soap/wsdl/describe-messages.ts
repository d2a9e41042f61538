/** The messages of an operation as schemas that say all that is needed to write and to read an envelope. */
import { ownTitle, failure, success, type JsonSchema, type Result } from '../../../shared/index.ts';
import { noted, withSoap, xmlNoteOf, type SoapNote, type XmlNote } from '../annotations.ts';
import { securitySpace } from '../spaces.ts';
import { SchemaMaker, spaceNote } from '../xsd/make-schema.ts';
import { plainKey } from '../xsd/field-draft.ts';
import type { Documents } from './documents.ts';
import type { OfferedMessage, OfferedOperation, Part } from './offered-operations.ts';
import type { DescribedOperation, DescriptionProblem } from './description.ts';

type Messages = Pick<DescribedOperation, 'input' | 'output' | 'faults'>;

export function describeMessages(
  operation: OfferedOperation,
  { schemas, unread }: Documents,
): Result<Messages, DescriptionProblem> {
  const { name, input, output, version, action, address, faults } = operation;
  const note = {
    version,
    ...(action === undefined || action === '' ? {} : { action }),
  };
  const place = address === undefined ? {} : { address };
  const missing = new Set<string>();
  const schemaOf = (
    side: 'written' | 'read',
    message: OfferedMessage,
    root: string,
    soap: Omit<SoapNote, 'body'>,
  ) => {
    const maker = new SchemaMaker(schemas, side);
    const made = messageSchema(maker, operation.style, message, root, soap);
    const whole = maker.whole(made);
    for (const one of maker.missing) missing.add(one.name);
    return whole;
  };
  const made: Messages = {
    input: schemaOf('written', input, name, { ...note, ...place }),
    output:
      output === undefined
        ? withSoap(nothing, { ...note, body: 'parts' })
        : schemaOf('read', output, `${name}Response`, { version }),
    faults: faults.map((fault) => {
      const maker = new SchemaMaker(schemas, 'read');
      const [part] = fault.parts;
      return {
        name: fault.name,
        schema: maker.whole(part === undefined ? {} : partSchema(maker, part)),
      };
    }),
  };
  const [first] = missing;
  return first !== undefined && unread.length > 0
    ? failure({
        code: 'wsdl-part-missing',
        params: { name: first, address: unread[0] ?? '' },
      })
    : success(made);
}

const nothing: JsonSchema = { type: 'object', properties: {}, additionalProperties: false };

function messageSchema(
  maker: SchemaMaker,
  style: OfferedOperation['style'],
  message: OfferedMessage,
  rpcName: string,
  soap: Omit<SoapNote, 'body'>,
): JsonSchema {
  const [only, ...others] = message.parts;
  const body =
    style === 'rpc'
      ? noted(groupOfParts(maker, message.parts, 'bare'), {
          name: rpcName,
          ...spaceNote(message.space),
        })
      : only !== undefined && others.length === 0 && only.element !== undefined
        ? elementSchema(maker, only)
        : groupOfParts(maker, message.parts, 'named');
  const isElement = xmlNoteOf(body).name !== undefined;
  return withSoap(withHeaders(maker, body, message.headers), {
    ...soap,
    body: isElement ? 'element' : 'parts',
  });
}

/** One element alone in the body: its fields are the message's. */
function elementSchema(maker: SchemaMaker, { element }: Part): JsonSchema {
  if (element === undefined) return nothing;
  const schema = maker.outermost(element) ?? maker.element(element);
  const note: XmlNote = { name: element.name, ...spaceNote(element.space) };
  if (schema.properties !== undefined) return noted(schema, note);
  // A single value, or a choice of types: it gets a name so that the message is a group of fields.
  const { description, ...value } = schema;
  return noted(
    {
      type: 'object',
      ...(description === undefined ? {} : { description }),
      properties: { value: noted(value, { text: true }) },
      required: ['value'],
      additionalProperties: false,
    },
    note,
  );
}

function groupOfParts(
  maker: SchemaMaker,
  parts: readonly Part[],
  form: 'bare' | 'named',
): JsonSchema {
  const properties = Object.fromEntries(
    parts.map((part, order) => {
      const schema = partSchema(maker, part);
      const name = part.element?.name ?? part.name;
      const space = form === 'named' ? (part.element?.space ?? '') : '';
      const key = plainKey(name);
      return [
        key,
        noted(schema, { ...(key === name ? {} : { name }), ...spaceNote(space), order }),
      ];
    }),
  );
  return {
    type: 'object',
    properties,
    ...(form === 'named' && parts.length > 0 ? { required: Object.keys(properties) } : {}),
    additionalProperties: false,
  };
}

function partSchema(maker: SchemaMaker, { element, type }: Part): JsonSchema {
  if (element !== undefined) return maker.element(element);
  return type === undefined ? {} : maker.type(type);
}

/** Headers of the service's own; those of security belong to the sign-in. */
function withHeaders(maker: SchemaMaker, body: JsonSchema, headers: readonly Part[]): JsonSchema {
  const own = headers.filter(
    ({ element }) => element !== undefined && element.space !== securitySpace,
  );
  if (own.length === 0) return body;
  const properties = Object.fromEntries(
    own.flatMap((part, order) => {
      if (part.element === undefined) return [];
      const note: XmlNote = { name: part.element.name, ...spaceNote(part.element.space), order };
      return [[plainKey(part.element.name), noted(maker.element(part.element), note)]];
    }),
  );
  const taken = new Set(Object.keys(body.properties ?? {}));
  let key = 'header';
  while (taken.has(key)) key = `${key}_`;
  const group = noted(
    { ...ownTitle('message-header'), type: 'object', properties, additionalProperties: false },
    { header: true },
  );
  return { ...body, properties: { ...body.properties, [key]: group } };
}
