/** What an operation needs, gives and does. Code reads these traits, never ids. */
import { z } from 'zod';
import { jsonSchema, textSchema } from '../../shared/index.ts';
import { pointerSchema } from './pointer.ts';
import { callSchema } from './call.ts';
import { schemaSchema } from './json-schema.ts';

export const effectSchema = z.enum(['read', 'write', 'delete']);
export type Effect = z.infer<typeof effectSchema>;

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

export const operationSchema = z
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
