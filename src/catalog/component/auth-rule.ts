/**
 * How a component signs in, as data: which values of the credential's form enter a request, and in which way. Read and
 * applied in `src/proxy` alone. `value` and friends are JSON Pointers into the form's values.
 */
import { z } from 'zod';
import { pointerSchema } from './pointer.ts';

/** The component's own word, or where the person's stands in the form. */
const saidSchema = z.union([z.string(), z.object({ at: pointerSchema })]);
export type Said = z.infer<typeof saidSchema>;

const pairSchema = z.object({ name: saidSchema, value: saidSchema });

/**
 * A request is signed with a key of the form (HMAC). `signs` and the values of `headers` and `query` are texts with names in
 * braces: `{method}`, `{url}`, `{host}`, `{path}`, `{search}` (behind the question mark), `{target}` (path and search as
 * sent), `{body}`, `{bodyHash}`, `{contentType}`, `{time}`, `{nonce}`, a field of the form by its pointer (`{/keyId}`), and
 * in headers and query `{signature}`.
 */
const hmacSchema = z.object({
  scheme: z.literal('hmac'),
  key: pointerSchema,
  /** How the form holds the key's bytes: `text` (default), `base64`, `hex`. */
  keyAs: saidSchema.optional(),
  /** `sha256` (default), `sha1`, `sha512`. */
  hash: saidSchema.optional(),
  /** `hex` (default), `base64`, `base64url`; of the signature and of `{bodyHash}`. */
  as: saidSchema.optional(),
  /** Of `{time}`: `seconds` (default), `milliseconds`, `iso`, `http`. */
  time: saidSchema.optional(),
  signs: saidSchema,
  headers: z.array(pairSchema).optional(),
  query: z.array(pairSchema).optional(),
});
export type HmacRule = z.infer<typeof hmacSchema>;

/** AWS Signature Version 4, in the `Authorization` header. */
const awsSchema = z.object({
  scheme: z.literal('aws-signature'),
  accessKeyId: pointerSchema,
  secretAccessKey: pointerSchema,
  /** Of temporary keys; may be empty in the form. */
  sessionToken: pointerSchema.optional(),
  region: saidSchema,
  service: saidSchema,
});
export type AwsRule = z.infer<typeof awsSchema>;

/** OAuth 1.0a (RFC 5849) with a token that is there already. */
const oauth1Schema = z.object({
  scheme: z.literal('oauth1'),
  consumerKey: pointerSchema,
  consumerSecret: pointerSchema,
  token: pointerSchema.optional(),
  tokenSecret: pointerSchema.optional(),
  /** `HMAC-SHA1` (default), `HMAC-SHA256`, `PLAINTEXT`. */
  method: saidSchema.optional(),
  realm: saidSchema.optional(),
});

/** An origin whose first labels may be names in braces, each one label; behind them a domain of somebody's stands whole. */
const heldHost = /^https?:\/\/(\{[\w-]+\}\.)*[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/;
/** The same without names, and a path that ends with one. */
const filledPlace = /^https?:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?(\/[\w-]+)*\/\{[\w-]+\}$/;

/**
 * Where the account is, which its service says at the sign-in; no call of it goes anywhere else, and no later answer moves it.
 * Either the address is `at` a place of the answer with the token, and `is` of one of these forms; or `ask` is asked with the
 * new token for a list of places: what is `at` an entry `fills` the address, and where there are several, the one whose address
 * (`named.at`, of the form `named.is`) has the word that stands in the form under the name in braces.
 */
const homeSchema = z.union([
  z.object({ at: pointerSchema, is: z.array(z.string().regex(heldHost)).min(1) }),
  z.object({
    ask: z.string(),
    at: pointerSchema,
    named: z.object({ at: pointerSchema, is: z.string().regex(heldHost) }),
    fills: z.string().regex(filledPlace),
  }),
]);
export type Home = z.infer<typeof homeSchema>;

/** Where a person or this server asks the service about sign-ins: `{tenant}` in it is a field of the form. */
const ofOAuth2 = {
  scheme: z.literal('oauth2'),
  tokenUrl: saidSchema,
  /** Where a token is given back when the account is deleted (RFC 7009). */
  revokeUrl: saidSchema.optional(),
  /** The app that the operator sets up once by this name; without it its ID and secret are fields of the form. */
  app: z.string().optional(),
  clientId: pointerSchema.optional(),
  clientSecret: pointerSchema.optional(),
  /** How the app proves itself: in a header (`basic`, the default) or in the form that is sent (`body`). */
  clientAuth: z.union([z.enum(['basic', 'body']), z.object({ at: pointerSchema })]).optional(),
  scopes: z.union([z.array(z.string()), z.object({ at: pointerSchema })]).optional(),
  /** Sent with every question for a token, such as `audience`. */
  tokenParameters: z.record(z.string(), saidSchema).optional(),
  /** In front of the token in the `Authorization` header; `Bearer ` where left out. */
  prefix: z.string().optional(),
  /** Where the token goes instead of `Authorization`; nothing stands in front of it there, unless `prefix` says so. */
  header: z
    .string()
    .regex(/^[\w-]+$/)
    .optional(),
  home: homeSchema.optional(),
};

/** OAuth 2 (RFC 6749), one entry a way to the first token. */
const oauth2Schema = z.discriminatedUnion('grant', [
  // The person signs in at the service, in a window of its own (with PKCE, RFC 7636).
  z.object({
    ...ofOAuth2,
    grant: z.literal('authorization-code'),
    authorizeUrl: saidSchema,
    authorizeParameters: z.record(z.string(), saidSchema).optional(),
  }),
  // The person types a code at the service's own page (RFC 8628).
  z.object({ ...ofOAuth2, grant: z.literal('device-code'), deviceUrl: saidSchema }),
  z.object({
    ...ofOAuth2,
    grant: z.literal('client-credentials'),
    /** Where the service has a name of its own for this grant. */
    grantType: z.string().optional(),
  }),
  z.object({ ...ofOAuth2, grant: z.literal('refresh-token'), refreshToken: pointerSchema }),
  // A signed statement instead of a person (RFC 7523). A pointer may lead into a field that holds a key file's JSON.
  z.object({
    ...ofOAuth2,
    grant: z.literal('jwt-bearer'),
    algorithm: z.enum(['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384']),
    key: pointerSchema,
    keyId: pointerSchema.optional(),
    /** Besides issue and expiry; what is empty in the form is left out. */
    claims: z.record(z.string(), saidSchema),
  }),
]);
export type OAuth2Rule = z.infer<typeof oauth2Schema>;

export const authRuleSchema = z
  .discriminatedUnion('scheme', [
    z.object({ scheme: z.literal('none') }),
    z.object({
      scheme: z.literal('basic'),
      user: pointerSchema,
      /** Behind the user name, where a service tells by it what follows: `/token`. */
      userEnd: z.string().optional(),
      password: pointerSchema,
    }),
    z.object({ scheme: z.literal('bearer'), token: pointerSchema }),
    z.object({
      scheme: z.literal('api-key'),
      /** `path`: in front of every path, behind `prefix` (`/bot`); `name` has no meaning then. */
      in: z.enum(['header', 'query', 'cookie', 'path']),
      name: z.union([z.string(), z.object({ at: pointerSchema })]),
      value: pointerSchema,
      prefix: z.string().optional(),
    }),
    z.object({
      scheme: z.literal('headers'),
      headers: z.array(z.object({ name: z.string(), value: pointerSchema })),
    }),
    hmacSchema,
    awsSchema,
    oauth1Schema,
    // In the header of a SOAP envelope (WS-Security UsernameToken): `text` (default) sends the password, `digest` a hash of it.
    z.object({
      scheme: z.literal('ws-security'),
      user: pointerSchema,
      password: pointerSchema,
      as: saidSchema.optional(),
    }),
    oauth2Schema,
    // What is not asked by HTTP signs in by itself: the transport reads the form's fields, by names of its own.
    z.object({ scheme: z.literal('transport') }),
    // Proves calls that come in (Webhook): how the caller signs, a word of `proxy/webhooks/signatures.ts`.
    z.object({
      scheme: z.literal('signature'),
      kind: z.enum(['standard-webhooks', 'stripe', 'github', 'slack', 'shopify']),
      secret: pointerSchema,
    }),
  ])
  .meta({ id: 'AuthRule' });
export type AuthRule = z.infer<typeof authRuleSchema>;
