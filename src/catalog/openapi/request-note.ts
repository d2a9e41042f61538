/**
 * How a step's input becomes a request, in `x-request` of its schema: with this alone a call is made, so an exported flow needs
 * no description. It is foreign by then, so it is parsed before it is believed.
 */
import { z } from 'zod';
import { isJsonObject, type Json, type JsonSchema } from '../../shared/index.ts';

const styleSchema = z.enum([
  'form',
  'spaceDelimited',
  'pipeDelimited',
  'tabDelimited',
  'deepObject',
  'simple',
  'label',
  'matrix',
  'json',
]);

const parameterSchema = z.object({
  /** The name that the service knows it by. */
  name: z.string().min(1),
  in: z.enum(['path', 'query', 'header']),
  /** The field of the input that fills it. */
  field: z.string(),
  style: styleSchema,
  explode: z.boolean(),
  /** Of a query: signs with a meaning in addresses are sent as they are. */
  allowReserved: z.literal(true).optional(),
});
export type ParameterNote = z.infer<typeof parameterSchema>;

/** How the entries of a list become one text. */
export const joinedStyles = [
  'form',
  'spaceDelimited',
  'pipeDelimited',
  'tabDelimited',
] as const satisfies readonly ParameterNote['style'][];
export type JoinedStyle = (typeof joinedStyles)[number];

const bodySchema = z.object({
  as: z.enum(['json', 'form', 'nested-form', 'multipart', 'text', 'xml', 'bytes']),
  type: z.string().optional(),
  /** The field that is the whole body; left out where the fields that are no parameters are the body's own. */
  field: z.string().optional(),
  /** Of a form: fields that are files. */
  files: z.array(z.string()).optional(),
  /** Of a form: lists that are sent as one text, each by its field. */
  joined: z.record(z.string(), z.enum(joinedStyles)).optional(),
});
export type BodyNote = z.infer<typeof bodySchema>;

const signInSchema = z.discriminatedUnion('scheme', [
  z.object({
    scheme: z.literal('api-key'),
    in: z.enum(['header', 'query', 'cookie']),
    name: z.string(),
  }),
  z.object({ scheme: z.literal('basic') }),
  z.object({ scheme: z.literal('bearer') }),
  z.object({
    scheme: z.literal('oauth2'),
    grant: z.enum(['authorization-code', 'client-credentials']),
    authorizeUrl: z.string().optional(),
    tokenUrl: z.string().optional(),
    scopes: z.string().optional(),
  }),
]);
export type SignInNote = z.infer<typeof signInSchema>;

const noteSchema = z.object({
  method: z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']),
  /** Where the service is; left out where the description does not say it. */
  address: z.string().optional(),
  /** With parameters in braces. */
  path: z.string().startsWith('/'),
  parameters: z.array(parameterSchema),
  body: bodySchema.optional(),
  accept: z.string().optional(),
  /** The answer is a file. */
  file: z.literal(true).optional(),
  /** Where the answer has its list. */
  list: z.string().optional(),
  /** Ways to sign in that the description names. */
  signIn: z.array(signInSchema).optional(),
});
export type RequestNote = z.infer<typeof noteSchema>;

const key = 'x-request';
const known = new WeakMap<JsonSchema, RequestNote | null>();

/** Undefined: the schema does not say how its request is made, or not in a way that can be. */
export function requestNoteOf(schema: JsonSchema | undefined): RequestNote | undefined {
  if (schema === undefined) return undefined;
  let note = known.get(schema);
  if (note === undefined) known.set(schema, (note = parsed(schema) ?? null));
  return note ?? undefined;
}

function parsed(schema: JsonSchema): RequestNote | undefined {
  const said = isJsonObject(schema as unknown as Json)
    ? (schema as unknown as Readonly<Record<string, Json>>)[key]
    : undefined;
  const note = noteSchema.safeParse(said);
  return note.success ? note.data : undefined;
}

export function withRequest(schema: JsonSchema, note: RequestNote): JsonSchema {
  return { ...schema, [key]: note } as JsonSchema;
}
