/** What of a service's answer becomes messages, how more of it is asked for, and where it says what went wrong. */
import { z } from 'zod';
import { textSchema } from '../../shared/index.ts';
import { bindingSchema } from '../../mapping/contract.ts';
import { pointerSchema } from './pointer.ts';

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

export const takeSchema = z.object({
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
  /** The answer is a file, which is one message: what is in it is text where the service says so, or always, or never; `content`: it stays where the host keeps it. */
  file: z
    .union([z.enum(['auto', 'text', 'base64', 'content']), z.object({ at: pointerSchema })])
    .optional(),
  /**
   * Where the answer has an e-mail in its own form, as text or as Base64. What stands there is then `subject`, `from`, `to`,
   * `cc`, `replyTo`, `sentAt`, `messageId`, `text`, `html` and the files in `attachments`, which with `file: content` stay where
   * the host keeps them.
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
