/**
 * What page and proxy say to each other, over one origin. Every path below needs the session cookie that the page's
 * own document set, and the header `X-Footbridge: 1`; otherwise 401.
 *
 * | call | asks | answers |
 * | --- | --- | --- |
 * | GET /api/catalog | (no header needed: the document asks for it ahead) | every component the server knows: whole, or a summary of it (`ComponentSummary[]`) |
 * | GET /api/catalog/:id | | the whole `Component` |
 * | GET /api/catalog/texts/:language | | what is in that list in another language, `{ id: { English: text } }`; 404 where nothing is known |
 * | GET /api/catalog/:id/texts/:language | | what the whole component says in it, `{ English: text }` |
 * | GET /api/session | | `SessionFacts` |
 * | DELETE /api/session | | `SignedOut`: the session is none any more |
 * | GET /api/places | | `Place[]`: named origins, with sample keys of sample services |
 * | POST /api/credentials | `SealRequest` | `SealAnswer` |
 * | POST /api/credentials/revoke | `{ token }` | 204; the token is worthless from now on |
 * | POST /api/sign-ins | `SealRequest` | `SignInStarted`: a window to open, or a code to type |
 * | GET /api/sign-ins/:id | | `SignInProgress`, after at most 20 s; the seal is given once |
 * | DELETE /api/sign-ins/:id | | 204; nobody waits for it any more |
 * | GET /api/oauth-apps/:name | | `OAuthApp` |
 * | PUT /api/oauth-apps/:name | `OAuthAppEntry` | 204 |
 * | POST /api/call | `CallRequest` | the service's body streamed, with `answerHeaders` |
 * | POST /api/task | `TaskOrder` | lines of JSON (`TaskLine`), each made when it is read |
 * | POST /api/call-with-file, /api/task-with-file | the same on one line of JSON, and behind it the bytes of a file | the same |
 * | GET /api/calls/:id/outcome | | why a streamed answer broke off: `Refusal`; 204 when nothing is known |
 * | GET /api/catalog/drawings.svg | (no header needed: the document shows it) | every component's drawing, a symbol under its id |
 * | POST /api/webhooks | `{ credential? }`: who calls has to sign with its secret | `WebhookRegistration` |
 * | GET /api/webhooks/:id/events | | server-sent events `received` with `WebhookDelivery` |
 * | POST /api/webhooks/:id/answers/:delivery | `WebhookAnswer` | 204; 404 when nobody waits for it any more |
 * | DELETE /api/webhooks/:id | | 204 |
 * | any /sign-in… (no session) | of a person, where an access method is set | pages of the server |
 * | GET /oauth/callback/… (no session, its own cookie) | a service's answer to a sign-in | a page that says "done" or why not |
 * | any /hooks/:id (no session) | anything | 202, or what the flow answers where the page listens with `?answers=1` (504 after the limit); 503 when nobody listens, 404 unknown |
 *
 * Every refusal is JSON `Refusal` with a status of 400 or more and the header `Footbridge-Refusal: 1`.
 */
import { z } from 'zod';
import { jsonSchema, type Json } from '../shared/index.ts';
import { asWritten, effectSchema, originSchema } from '../catalog/contract.ts';

export const sessionFactsSchema = z.object({
  /** False where nobody has to sign in. */
  canSignOut: z.boolean(),
  /** Who is signed in, where the access method knows persons. */
  person: z.string().optional(),
  /** Milliseconds since 1970; absent where a session has no end. */
  ends: z.number().optional(),
});
export type SessionFacts = z.infer<typeof sessionFactsSchema>;

/** Where the browser goes after signing out: a page of the server, or of the provider. */
export const signedOutSchema = z.object({ next: z.string() });
export type SignedOut = z.infer<typeof signedOutSchema>;

/** Opened in a window beside the page: signs in, says so, and closes. */
export const signInBesidePath = '/sign-in?to=%2Fsign-in%2Fdone';

export const placeSchema = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  url: z.string(),
  sampleKey: z.string().optional(),
  /** What else the sign-in form of a sample service holds, beside the key. */
  sampleForm: z.record(z.string(), jsonSchema).optional(),
  /** What a step is set to that asks this sample service, where it could ask any. */
  sampleSettings: z.record(z.string(), jsonSchema).optional(),
});
export type Place = z.infer<typeof placeSchema>;

export const sealRequestSchema = z.object({
  component: z.string(),
  type: z.string(),
  values: z.record(z.string(), jsonSchema),
});
export type SealRequest = z.infer<typeof sealRequestSchema>;

export const sealAnswerSchema = z.object({
  /** The sealed token: opaque to the page. */
  token: z.string(),
  /** Hosts the secret may go to, for the person to read. */
  hosts: z.array(z.string()),
  /** "ends in …4f2a", by field; never more of a secret. */
  hints: z.record(z.string(), z.string()),
  /** Milliseconds since 1970; absent = does not expire by itself. */
  expires: z.number().optional(),
});
export type SealAnswer = z.infer<typeof sealAnswerSchema>;

export const signInStartedSchema = z.object({
  id: z.string(),
  /** Milliseconds since 1970. */
  ends: z.number(),
  /** The service's own page, to be opened in a window. */
  window: z.string().optional(),
  /** Or: what the person types at `address`; `addressWithCode` leads there with the code filled in. */
  code: z.string().optional(),
  address: z.string().optional(),
  addressWithCode: z.string().optional(),
});
export type SignInStarted = z.infer<typeof signInStartedSchema>;

export const signInProgressSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting') }),
  z.object({ state: z.literal('done'), answer: sealAnswerSchema }),
]);
export type SignInProgress = z.infer<typeof signInProgressSchema>;

/** An app of a service, for the page: never its secret. */
export const oauthAppSchema = z.object({
  isSetUp: z.boolean(),
  /** False: whoever runs the server sets it, by the environment. */
  maySetUp: z.boolean(),
  /** What to register at the service. */
  redirect: z.string(),
  /** Where its ID belongs in the environment; the secret's name ends with `_SECRET`. */
  variable: z.string(),
});
export type OAuthApp = z.infer<typeof oauthAppSchema>;

export const oauthAppEntrySchema = z.object({
  id: z.string().trim().min(1).max(500),
  secret: z.string().trim().max(2000).optional(),
});
export type OAuthAppEntry = z.infer<typeof oauthAppEntrySchema>;

/** Every address that a service sends the window back to begins so. */
const callbackPath = '/oauth/callback';

/** A service that people sign in at: an app by its name, or the two addresses of one that is typed. */
type SignInService = { readonly app: string } | { readonly authorize: URL; readonly token: URL };

/**
 * Where this service sends the window back to; registered there, after the address of the page. Each has its own, so that the
 * answer of one is never taken for another's (RFC 9700, section 4.4.2.2).
 */
export function callbackPathOf(service: SignInService): string {
  if ('app' in service) return `${callbackPath}/${encodeURIComponent(service.app)}`;
  const { authorize, token } = service;
  const hosts = [...new Set([authorize.host, token.host])];
  // "~" stands in no host, and needs no escape in an address.
  return `${callbackPath}/at/${hosts.map((host) => encodeURIComponent(host.replace(/:(?=\d+$)/, '~'))).join('~~')}`;
}

/** A call may wait longer than usual, never for ever. */
const waitSecondsSchema = z.number().int().min(1).max(300).optional();

export const callRequestSchema = z.object({
  component: z.string(),
  effect: effectSchema,
  origin: originSchema,
  address: z.string().optional(),
  method: z.string(),
  path: z.string(),
  query: z.array(z.tuple([z.string(), z.string(), z.string().regex(asWritten).optional()])),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z
    .union([
      z.object({ as: z.enum(['json', 'form', 'text', 'xml']), text: z.string() }),
      /** Files: their bytes, and what they are. */
      z.object({ as: z.literal('bytes'), base64: z.string(), type: z.string() }),
      /** The same where they come behind the call, as many bytes as it says. */
      z.object({ as: z.literal('file'), size: z.number().int().nonnegative(), type: z.string() }),
      /** An e-mail in fields, written here; with `fields` behind a JSON part. */
      z.object({ as: z.literal('mail'), mail: jsonSchema, fields: jsonSchema.optional() }),
    ])
    .optional(),
  credential: z.string().optional(),
  /** Asked as who has no account: the credential says where to, and what must not come back; nothing of it goes out. */
  asNobody: z.literal(true).optional(),
  /** A file that is passed on as it is: up to 100 MB, in a quarter of an hour. */
  profile: z.literal('download').optional(),
  /** So long until the service's headers are there, and without a byte; the usual where left out. */
  waitSeconds: waitSecondsSchema,
});
export type CallRequest = z.infer<typeof callRequestSchema>;

/** Behind the call, on a line of its own, come the bytes of a file. */
export const withFilePaths = { call: '/api/call-with-file', task: '/api/task-with-file' } as const;

export const taskOrderSchema = z.object({
  via: z.enum(['sql', 'sftp', 'smtp']),
  component: z.string(),
  /** Empty: the proof of a credential. */
  operation: z.string(),
  effect: effectSchema,
  task: z.string(),
  input: jsonSchema,
  credential: z.string(),
  /** So long for each page; the usual where left out. */
  waitSeconds: waitSecondsSchema,
});
export type TaskOrder = z.infer<typeof taskOrderSchema>;

/** Of an answered call: the service's status, its allowed headers as JSON, milliseconds it took. */
export const answerHeaders = {
  status: 'Footbridge-Status',
  headers: 'Footbridge-Headers',
  ms: 'Footbridge-Ms',
  /** Of a long answer only, whose body may break off: ask `/api/calls/:id/outcome` why. */
  call: 'Footbridge-Call',
  /** The same credential, sealed anew: its tokens were renewed, or the operator changed the key. Keep it in place of the old one. */
  freshToken: 'Footbridge-Fresh-Token',
  /** Of that one: milliseconds since 1970; absent = does not expire by itself. */
  freshExpires: 'Footbridge-Fresh-Expires',
} as const;

export const refusalHeader = 'Footbridge-Refusal';

/** `code` is `proxy.…`, a stable word; sentences live in the message catalogs. */
export const refusalSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  retryable: z.boolean(),
});
export type Refusal = z.infer<typeof refusalSchema>;

/** Of our own: a sentence of the message catalogs. */
const wordingSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** A page of messages, the service's own no, why it could not be asked, or that this was all. The latter three are the last line. */
export const taskLineSchema = z.union([
  // Read from JSON text line by line: what is in it is JSON, and a look at every value would take as long as the reading.
  /** A piece of the file that belongs to the one message behind it, as Base64. */
  z.object({ bytes: z.string() }),
  // `isLast`: the task is over. Where it is left out, `end` or another page follows.
  z.object({ page: z.array(z.custom<Json>(() => true)), isLast: z.literal(true).optional() }),
  z.object({
    no: z.object({ status: z.number().int(), body: jsonSchema, says: wordingSchema.optional() }),
  }),
  z.object({ refusal: refusalSchema }),
  z.object({ end: z.literal(true) }),
]);
export type TaskLine = z.infer<typeof taskLineSchema>;

export const revokeRequestSchema = z.object({ token: z.string() });
export type RevokeRequest = z.infer<typeof revokeRequestSchema>;

export const webhookAskSchema = z.object({ credential: z.string().optional() });

export const webhookRegistrationSchema = z.object({
  id: z.string(),
  /** The address to give to whoever calls. */
  url: z.string(),
  reach: z.enum(['this-computer', 'public']),
  expires: z.number(),
});
export type WebhookRegistration = z.infer<typeof webhookRegistrationSchema>;

export const webhookDeliverySchema = z.object({
  id: z.string(),
  at: z.number(),
  method: z.string(),
  query: z.record(z.string(), z.string()),
  headers: z.record(z.string(), z.string()),
  body: jsonSchema,
});
export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>;

/** What a waiting caller is answered: by the flow, or how it ended without an answer. Headers out of `answerHeaderNames`. */
export const webhookAnswerSchema = z.union([
  z.object({
    status: z.number().int().min(200).max(599),
    headers: z.record(z.string(), z.string()),
    body: z.string(),
  }),
  z.object({ without: z.enum(['done', 'failed']) }),
]);
export type WebhookAnswer = z.infer<typeof webhookAnswerSchema>;
