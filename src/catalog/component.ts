/**
 * The one schema of a component: what it is, how it authenticates, what each operation needs and gives.
 * `components-catalog/<id>/component.json` is this shape; `public/schemas/component-1.json` is made from it.
 *
 * 1. Components are data. Code reads traits (`effect`, `emits`, `starts`, …), never ids.
 * 2. A call is declared; the proxy trusts only the seal made from this description, never the page.
 * 3. Texts are `"…"` or `{ "en": …, "de": … }`.
 */
import { z } from 'zod';
import { jsonSchema, textSchema, type JsonSchema } from '../shared/index.ts';
import { bindingSchema } from '../mapping/contract.ts';
import { authRuleSchema, pointerSchema } from './auth-rule.ts';

const schemaSchema = z.looseObject({}) as unknown as z.ZodType<JsonSchema>;

/** Where a component's service is. */
export const originSchema = z
  .union([
    z.string(), // "https://api.example.com", or with named variables: "https://{region}.example.com"
    /**
     * The same, where a variable is no field of the form by itself: a part of one (`us21`, behind the last `-` of a key), or
     * the component's own word for what is chosen in it (which, being no one's input, may have dots).
     */
    z.object({
      pattern: z.string(),
      with: z.record(
        z.string(),
        z.object({
          at: pointerSchema,
          behind: z.string().min(1).optional(),
          table: z.record(z.string(), z.string()).optional(),
        }),
      ),
    }),
    z.object({ named: z.string() }), // the operator says where it is (an own server, a sample service)
    z.object({ from: z.enum(['settings', 'credential']), at: pointerSchema }), // the person types the address
    // The person types a host and perhaps a port: of services that are not asked by HTTP.
    z.object({
      from: z.literal('credential'),
      host: pointerSchema,
      port: pointerSchema.optional(),
      usualPort: z.number().int().min(1).max(65_535),
    }),
    // The person names a file of the server's computer, in a folder that its operator opened.
    z.object({ from: z.literal('credential'), file: pointerSchema }),
  ])
  .meta({ id: 'Origin' });
export type Origin = z.infer<typeof originSchema>;

export const effectSchema = z.enum(['read', 'write', 'delete']);
export type Effect = z.infer<typeof effectSchema>;

/** Where parameters of a page go. In the body they are places (`page.number`); the address where left out. */
const goesIn = z.enum(['address', 'body']).optional();

/** How the next page of a list is asked for. */
export const nextPageSchema = z
  .discriminatedUnion('by', [
    z.object({ by: z.literal('url'), at: pointerSchema }),
    /** The answer's header `Link` names the next page (RFC 8288). */
    z.object({ by: z.literal('link') }),
    z.object({
      by: z.literal('cursor'),
      /** Also of the last entry, `/data/-1/id`: of an empty page nothing follows. */
      at: pointerSchema,
      /** What is asked for begins so far behind a number. */
      plus: z.number().int().optional(),
      /** Where it goes: a parameter of the address, or a place in the body. */
      parameter: z.string().optional(),
      into: pointerSchema.optional(),
      in: goesIn,
      /** Where the answer says whether anything follows. */
      more: pointerSchema.optional(),
    }),
    z.object({
      by: z.literal('page'),
      parameter: z.string(),
      in: goesIn,
      first: z.number().int(),
      pages: pointerSchema.optional(),
      more: pointerSchema.optional(),
    }),
    z.object({
      by: z.literal('offset'),
      parameter: z.string(),
      sizeParameter: z.string(),
      in: goesIn,
      size: z.number().int().positive(),
      total: pointerSchema.optional(),
      more: pointerSchema.optional(),
    }),
  ])
  .meta({ id: 'NextPage' });
export type NextPage = z.infer<typeof nextPageSchema>;

/** Where a service says what went wrong: pointers into its error body. */
const errorShapeSchema = z
  .object({
    /** Where a refusal stands in an answer whose status says that all is well: anything there but an empty list is one. */
    refusal: pointerSchema.optional(),
    text: pointerSchema.optional(),
    code: pointerSchema.optional(),
    /** What a code (at `code`) means, where the service says no more than that: our words for it, and the refused field in the service's name. */
    codes: z
      .record(z.string(), z.object({ says: textSchema.optional(), field: z.string().optional() }))
      .optional(),
    /** How many seconds to wait, where the body says so (else the usual headers do). */
    pause: pointerSchema.optional(),
    /** One entry a refused field: where the list (or a map of field to words) is, and inside an entry its field and words. */
    fields: z
      .object({
        list: pointerSchema,
        field: pointerSchema.optional(),
        text: pointerSchema.optional(),
      })
      .optional(),
    /** Where the name of the one refused field is. */
    field: pointerSchema.optional(),
  })
  .meta({ id: 'ErrorShape' });

const takeSchema = z.object({
  /**
   * Where the list of messages is in the body; without it the whole body is one message. A part `*` is each entry, and
   * what is no list is one message. `{ at }`: a setting says where; with `find` the list is looked for while it does not.
   */
  messages: z
    .union([pointerSchema, z.object({ at: pointerSchema, find: z.literal(true).optional() })])
    .optional(),
  output: bindingSchema.optional(),
  /** `{ from, table }`: a setting chooses; in the table's entries `{ at }` is a setting's value. */
  next: z
    .union([
      nextPageSchema,
      z.object({ from: pointerSchema, table: z.record(z.string(), z.looseObject({})) }),
    ])
    .optional(),
  /** The answer is a file, which is one message: what is in it is text where the service says so, or always, or never. */
  file: z.union([z.enum(['auto', 'text', 'base64']), z.object({ at: pointerSchema })]).optional(),
  /**
   * Where the answer has an e-mail in its own form, as text or as Base64. What stands there is then `subject`, `from`, `to`,
   * `cc`, `replyTo`, `sentAt`, `messageId`, `text`, `html` and the files in `attachments`.
   */
  mail: pointerSchema.optional(),
  /**
   * The messages are fields that the service has (`name`, `title`, `help`, `type`, `choices`, `hidden`): they become one, `{ input }`, the
   * schema of what the operation `of` needs, with these fields in its group at `at`.
   */
  fields: z.object({ of: z.string(), at: pointerSchema }).optional(),
  /** At most so many pages in one firing. `{ at }`: a setting says how many, or nothing. */
  maxPages: z.union([z.number().int().positive(), z.object({ at: pointerSchema })]).optional(),
  errors: errorShapeSchema.optional(),
});

const methodSchema = z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** A request in words of bindings over `input` and `settings`; `take.output` reads `response` (`{ status, headers, body }`). */
const httpCallSchema = z.object({
  via: z.literal('http'),
  /** One of the component's origins; its first where left out. */
  origin: originSchema.optional(),
  method: z.union([
    methodSchema,
    z.object({ at: pointerSchema }), // into settings
  ]),
  /** Literal text and parameters in turn; a parameter becomes exactly one encoded segment. `{ address }` takes path and query of an address in settings. */
  path: z.array(
    z.union([z.string(), z.object({ param: bindingSchema }), z.object({ address: pointerSchema })]),
  ),
  query: bindingSchema.optional(),
  headers: bindingSchema.optional(),
  body: z
    .object({
      /**
       * `multipart`: `{ fields, files }`; `related`: the same, the fields as one JSON part in front (RFC 2387); `bytes`: one
       * file. A file is `{ name, type?, field?, text | base64 }`. `form`: groups and lists as JSON; `nested-form`: as
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
const taskCallSchema = z.object({
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

const callSchema = z
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

const credentialTypeSchema = z
  .object({
    id: z.string().min(1),
    title: textSchema,
    description: textSchema.optional(),
    /** Few people need it: it is offered below the others. */
    forExperts: z.boolean().optional(),
    /** The form; secrets have `writeOnly: true`. */
    schema: schemaSchema,
    auth: authRuleSchema,
    /** Where this way to sign in leads to; left out: to the component's origins. */
    origins: z.array(originSchema).optional(),
    /** Proves a credential: `says` may use `{name}` pointers' last names, filled from the answer's body by `facts`. */
    verify: z
      .object({
        call: z.discriminatedUnion('via', [httpCallSchema, taskCallSchema]),
        says: textSchema,
        facts: z.record(z.string(), pointerSchema),
      })
      .optional(),
    whereToFind: z.object({ text: textSchema, url: z.string().optional() }).optional(),
    /** The name (`/api/places`) of the place whose sample key, or filled form, a newcomer may use. */
    sampleKeyOf: z.string().optional(),
  })
  .meta({ id: 'CredentialType' });
export type CredentialType = z.infer<typeof credentialTypeSchema>;

const portsSchema = z.object({
  in: z.boolean().optional(), // default true; a trigger has none
  out: z
    .union([
      z.array(z.object({ id: z.string(), title: textSchema })),
      z.object({ from: pointerSchema }), // a list in settings
    ])
    .optional(), // default: one port, id "out"
});

const slotSchema = z
  .object({
    kind: z.enum(['value', 'condition', 'list', 'key']),
    schema: schemaSchema.optional(),
    title: textSchema.optional(),
    help: textSchema.optional(),
  })
  .meta({ id: 'Slot' });
export type Slot = z.infer<typeof slotSchema>;

/** So many signs a key has at most, where the service says so: a longer one goes as its fingerprint, which has 43. */
const longestKey = z.number().int().min(43).optional();

const operationSchema = z
  .object({
    id: z.string().min(1),
    title: textSchema,
    description: textSchema,
    /** Only other operations ask it (choices, shapes): no person chooses it for a step. */
    internal: z.boolean().optional(),
    /** Unknown means write. A table decides by a value in settings (REST: by the method), a text by its language. */
    effect: z
      .union([
        effectSchema,
        z.object({ from: pointerSchema, table: z.record(z.string(), effectSchema) }),
        z.object({ asks: z.literal('graphql'), at: pointerSchema }),
      ])
      .optional(),
    /** Of what it writes: something new, something that is there already, either, or something that goes to somebody. */
    does: z.enum(['add', 'change', 'add-or-change', 'send']).optional(),
    /** It answers the call that started the flow: the caller waits for it. */
    answersCall: z.boolean().optional(),
    /** Which setting says which other flow of this place it calls. Whether that reads or writes, the called flow says. */
    callsFlow: z.string().optional(),
    /** Which setting says whether it remembers what passed in this run only (`run`) or from run to run (`runs`). */
    remembers: z.string().optional(),
    /** How it can start a flow by itself. Besides: any read may be the first step. */
    starts: z.enum(['poll', 'webhook', 'schedule']).optional(),
    emits: z.enum(['one', 'many', 'none-or-one', 'groups']),
    ports: portsSchema.optional(),
    failurePort: z.boolean().optional(),
    /**
     * Named ways out that the person makes, each with a condition in the slot of its id. Which setting holds the list
     * (`[{ id, name }]`), which one says whether the first or all that fit are taken (`first`, `all`), and the way of
     * what fits none.
     */
    branches: z
      .object({
        list: z.string(),
        match: z.string(),
        otherwise: z.object({ id: z.string(), title: textSchema }),
      })
      .optional(),
    /**
     * It keeps messages and gives lists of them: of the nearest step that `emits: groups`, or of the whole run. Which
     * setting says so (`group`, the default, or `run`), which one how many a list has at most, and which one after how
     * many minutes a new one begins.
     */
    gathers: z
      .object({
        of: z.string().optional(),
        size: z.string().optional(),
        minutes: z.string().optional(),
        /** Instead of a list: the copies of one message that went different ways, as one. */
        ways: z.literal(true).optional(),
      })
      .optional(),
    settings: schemaSchema.optional(),
    /** Everything that may refer to data, by name. `input` is the consumed input. */
    slots: z.record(z.string(), slotSchema),
    /** Where the service's own reference tells of it. */
    docsUrl: z.string().optional(),
    /** One message. With `emits: many` the person chooses one message with the list, or one for each entry. */
    output: schemaSchema.optional(),
    /**
     * What comes out: what is described here, what the person says (a Webhook: the step carries the shape), what fills
     * the fields (a Mapper; without fields what came in), what came in, or that with the fields laid over it. Of
     * `entry-of-list` the output's `entry` is one entry of what fills the slot `list`; of `list-of-input` its `list` has
     * what fills `input`, many times; of `by-way` its `ways` has what came by each way, by its name.
     */
    outputShape: z
      .enum([
        'fixed',
        'by-person',
        'same-as-input',
        'same-message',
        'adds-to-message',
        'entry-of-list',
        'list-of-input',
        'by-way',
      ])
      .optional(), // default fixed
    inputShape: z.enum(['fixed', 'by-person']).optional(),
    sample: z.object({ input: jsonSchema.optional(), output: jsonSchema.optional() }),
    choices: z
      .array(
        z.object({
          /** Which field of settings or input (`/settings/status`, `/input/status`) has the choices. */
          at: pointerSchema,
          from: z.string(), // an operation's id of the same component
          value: pointerSchema, // inside one message of that operation
          label: pointerSchema,
          /** What it stands under, and what is said of it. */
          group: pointerSchema.optional(),
          help: pointerSchema.optional(),
          /** Settings that the asking needs first (`/settings/table`): the choices are asked anew when one of them changes. */
          needs: z.array(pointerSchema).optional(),
        }),
      )
      .optional(),
    /**
     * What the step needs and gives is known to the service alone: an operation of this component, asked with the step's
     * settings once those it needs are there, gives one message with JSON schemas. With a `reader` the message is the
     * service's own description: the reader makes the schemas of it, options for settings, and settings that are marked
     * `readOnly` because nobody types them.
     */
    describedBy: z
      .object({
        from: z.string(),
        needs: z.array(pointerSchema),
        /** Settings that it is asked about as well, where they are there. */
        also: z.array(pointerSchema).optional(),
        /** A setting with the hosts that may be asked for parts of the description: the person agrees to each. */
        hosts: pointerSchema.optional(),
        reader: z.enum(['graphql-query', 'graphql-mutation']).optional(),
        /** Of a reader: the setting with the fields that are got, which a person chooses from a tree. */
        fields: pointerSchema.optional(),
        /** Inside its message, or inside what the reader makes. */
        input: pointerSchema.optional(),
        output: pointerSchema.optional(),
      })
      .optional(),
    /** The operation of this component that changes what is there already instead of being refused; `key` is its setting that names the fields by which that is known. */
    orChange: z.object({ operation: z.string(), key: pointerSchema.optional() }).optional(),
    /** New entries are told by this key when polled; by several, such as the id and the time of the last change, changed ones too. */
    pollKey: z.union([pointerSchema, z.array(pointerSchema).min(1)]).optional(),
    /** By what the service knows a repeated request again: a header, or a place in the body. */
    idempotency: z
      .union([
        z.literal('none'),
        z.object({ header: z.string(), longest: longestKey }),
        z.object({ body: pointerSchema, longest: longestKey }),
      ])
      .optional(),
    retry: z.object({ attempts: z.number().int().positive() }).optional(),
    call: callSchema,
  })
  .meta({ id: 'Operation' });
export type Operation = z.infer<typeof operationSchema>;

/** A name of something, and never of a header with a meaning of its own: no key, no host, no type. */
const tenantHeader = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*-(id|name|tenant)$/,
    'such a header ends with -id, -name or -tenant',
  );

export const componentSchema = z
  .object({
    $schema: z.string().optional(),
    id: z.string().regex(/^[a-z][a-z0-9-]*:[a-z0-9][a-z0-9-]*$/, 'ids look like "catalog:crm"'),
    version: z.string(),
    kind: z.enum(['connector', 'generic']),
    title: textSchema,
    description: textSchema,
    /** Which of the kit's hues its tile and pills have: a number from 0 to 359. */
    hue: z.number().int().min(0).max(359),
    categories: z.array(z.string()),
    /** Other words by which people look for it. */
    searchWords: z.array(z.string()).optional(),
    docsUrl: z.string().optional(),
    /** How often the service may be asked, as its own documentation (`url`) has it. `of`: what that counts for, where not all. */
    limits: z
      .array(
        z.object({
          calls: z.number().int().positive(),
          seconds: z.number().int().positive(),
          of: textSchema.optional(),
          url: z.string(),
        }),
      )
      .optional(),
    origins: z.array(originSchema),
    /**
     * One account opens several companies, workspaces or the like: which one a call is for goes in this header. It is filled
     * by a setting with choices of the service's own list; an operation without that setting asks for none of them.
     */
    tenant: z.object({ header: tenantHeader, setting: z.string().min(1) }).optional(),
    credentials: z.array(credentialTypeSchema),
    /** Works without a credential as well (REST). */
    credentialOptional: z.boolean().optional(),
    /** Names of fields that its answers bring along and nobody may see, such as keys of others: taken out in the proxy, wherever they stand in JSON. */
    withheld: z.array(z.string().min(1)).optional(),
    operations: z.array(operationSchema).min(1),
  })
  .meta({ id: 'Component' });
export type Component = z.infer<typeof componentSchema>;
