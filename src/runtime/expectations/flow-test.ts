/**
 * A test of a flow: what came in once, what services answered, and what each step gave. A good run is kept as one.
 *
 * 1. Nothing of it is a secret: requests are kept as they are shown, without what signs them in.
 * 2. It is small: it is kept in the browser, and it is read by people.
 */
import { z } from 'zod';
import { jsonSchema } from '../../shared/index.ts';
import type { Failure } from '../failure.ts';

const failureSchema = z.object({
  kind: z.enum(['retryable', 'terminal', 'cancelled']),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  status: z.number().optional(),
  serviceWords: z.string().optional(),
  fields: z.array(
    z.object({
      path: z.array(z.union([z.string(), z.number()])),
      value: jsonSchema.optional(),
      words: z.string().optional(),
    }),
  ),
}) as unknown as z.ZodType<Failure>; // only the types of optional keys differ

const recordedMessageSchema = z.object({
  id: z.string(),
  state: z.enum(['done', 'refused', 'dropped', 'held']),
  /** What the fields held, of a step that asks a service. */
  input: jsonSchema.optional(),
  /** What was sent, or would have been. */
  request: z
    .object({ method: z.string(), address: z.string(), body: jsonSchema.optional() })
    .optional(),
  output: z.array(jsonSchema).optional(),
  ports: z.array(z.string()).optional(),
  failure: failureSchema.optional(),
});
export type RecordedMessage = z.infer<typeof recordedMessageSchema>;

/** How alike it must be: everything; everything but some fields; only which fields there are and of what kind. */
export const expectationModes = ['exact', 'except', 'shape'] as const;
export type ExpectationMode = (typeof expectationModes)[number];

const expectationSchema = z.object({
  step: z.string(),
  /** What the step was called. */
  name: z.string(),
  mode: z.enum(expectationModes),
  /** Places that `except` does not look at; `*` stands for every entry of a list. */
  mayDiffer: z.array(z.array(z.string())),
  messages: z.array(recordedMessageSchema),
});
export type Expectation = z.infer<typeof expectationSchema>;

export const flowTestSchema = z.object({
  id: z.string().min(1),
  name: z.string(),
  /** Milliseconds since 1970: when it was kept, and the time that its run has. */
  at: z.number(),
  startedAt: z.number(),
  firstRecords: z.number().int().positive().optional(),
  received: z.array(jsonSchema).optional(),
  steps: z.array(expectationSchema),
});
export type FlowTest = z.infer<typeof flowTestSchema>;
