/** How an operation is asked for, by each transport. A call is declared; the proxy trusts only the seal made from it, never the page. */
import { z } from 'zod';
import { textSchema } from '../../shared/index.ts';
import { bindingSchema } from '../../mapping/contract.ts';
import { pointerSchema } from './pointer.ts';
import { originSchema } from './origin.ts';
import { takeSchema } from './take.ts';

const methodSchema = z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** A request in words of bindings over `input` and `settings`; `take.output` reads `response` (`{ status, headers, body }`). */
export const httpCallSchema = z.object({
  via: z.literal('http'),
  /** One of the component's origins; its first where left out. */
  origin: originSchema.optional(),
  method: z.union([
    methodSchema,
    z.object({ at: pointerSchema }), // into settings
  ]),
  /** Literal text and parameters in turn; a parameter becomes exactly one encoded segment. `{ address }` takes path and query of an address in settings (of `or`, where there is none). */
  path: z.array(
    z.union([
      z.string(),
      z.object({ param: bindingSchema }),
      z.object({ address: pointerSchema, or: pointerSchema.optional() }),
    ]),
  ),
  query: bindingSchema.optional(),
  headers: bindingSchema.optional(),
  body: z
    .object({
      /**
       * `multipart`: `{ fields, files }`; `related`: the same, the fields as one JSON part in front (RFC 2387); `bytes`: one
       * file. A file is `{ name, type?, field?, text | base64 | content }`. `form`: groups and lists as JSON; `nested-form`: as
       * `metadata[key]` and `items[0][price]`. `mail`: `{ mail, fields }`, an e-mail in its own form (RFC 5322) made of `to`,
       * `cc`, `bcc`, `replyTo`, `subject`, `text`, `html`, `inReplyTo` and the files in `attachments`, behind a JSON part where
       * there are fields. `{ at }`: a setting says.
       */
      as: z.union([
        z.enum([
          'json',
          'form',
          'nested-form',
          'multipart',
          'related',
          'text',
          'xml',
          'bytes',
          'mail',
        ]),
        z.object({ at: pointerSchema }),
      ]),
      from: bindingSchema,
    })
    .optional(),
  take: takeSchema.optional(),
});
export type HttpCall = z.infer<typeof httpCallSchema>;

/**
 * A task for a service that is not asked by HTTP. `task` is a word of that transport (`src/proxy/tasks/`), `with` what it
 * needs to know, over `input` and `settings`. Its messages come in pages, ready.
 */
export const taskCallSchema = z.object({
  via: z.enum(['sql', 'sftp', 'smtp']),
  task: z.string().min(1),
  with: bindingSchema.optional(),
});
export type TaskCall = z.infer<typeof taskCallSchema>;

/**
 * A message in a SOAP envelope, sent by HTTP. How it is written is in the schema of the step's input (or of the operation),
 * in its notes (`soap/annotations.ts`). Such a service is always asked by POST: whether it reads is what `effect` says.
 */
const soapCallSchema = z.object({
  via: z.literal('soap'),
  /** Into settings: an address of the person's own, in place of the description's. */
  address: pointerSchema.optional(),
  /** Where the component says itself where its service is. */
  path: z.string().regex(/^\//, 'a path begins with "/"').optional(),
});
export type SoapCall = z.infer<typeof soapCallSchema>;

/**
 * The operations that a service's description (WSDL) tells of, or the schemas of one of them. The description is an address
 * or its text in settings; its documents are asked for one by one, always without the sign-in.
 */
const wsdlCallSchema = z.object({
  via: z.literal('wsdl'),
  description: pointerSchema,
  gives: z.enum(['operations', 'operation']),
  /** Into settings: which operation. */
  operation: pointerSchema.optional(),
  /** For who only looks something up: operations whose names do not say so come last, with these words behind them. */
  doubt: textSchema.optional(),
});
export type WsdlCall = z.infer<typeof wsdlCallSchema>;

/**
 * A request over HTTP that the service's own description tells of. How it is made is in the schema of the step's input, in its
 * note (`openapi/request-note.ts`): only with one of these methods, because `effect` says what the operation may do.
 */
const describedCallSchema = z.object({
  via: z.literal('described'),
  methods: z.array(methodSchema).min(1),
  /** Into settings: an address of the person's own, in place of the description's. */
  address: pointerSchema.optional(),
  take: takeSchema.optional(),
});
export type DescribedCall = z.infer<typeof describedCallSchema>;

/**
 * The operations that a service's description (OpenAPI, Swagger) tells of, the schemas of one of them, or where the service
 * is. Read where it cannot make anybody wait (`descriptions.ts`); its documents are asked for always without the sign-in.
 */
const openApiCallSchema = z.object({
  via: z.literal('openapi'),
  description: pointerSchema,
  gives: z.enum(['operations', 'operation', 'servers']),
  /** Into settings: which operation; which of the addresses; other hosts that may be asked for parts of it. */
  operation: pointerSchema.optional(),
  server: pointerSchema.optional(),
  hosts: pointerSchema.optional(),
  /** Only operations with these methods. */
  methods: z.array(methodSchema).optional(),
  /** Lists are wanted: an operation gives the entries of its list. */
  lists: z.literal(true).optional(),
  /** Operations whose description names no list come last, with these words behind them. */
  doubt: textSchema.optional(),
});
export type OpenApiCall = z.infer<typeof openApiCallSchema>;

export const callSchema = z
  .discriminatedUnion('via', [
    httpCallSchema,
    taskCallSchema,
    soapCallSchema,
    wsdlCallSchema,
    describedCallSchema,
    openApiCallSchema,
    z.object({ via: z.literal('webhook') }), // waits for somebody to call
    z.object({ via: z.literal('core'), executor: z.string() }), // a name in runtime/steps/
    // The other transports follow; the words are reserved so that an old reader refuses them by name.
    z.looseObject({ via: z.literal('graphql') }),
  ])
  .meta({ id: 'Call' });
export type Call = z.infer<typeof callSchema>;
