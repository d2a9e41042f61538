/**
 * A run as a file, for whoever helps: what went in, what came out, what was refused and why, with the flow as it ran.
 *
 * 1. No secret is in it: the flow is exported as every flow is, and what looks like a secret in data is masked.
 * 2. The data of the run is in it; the person is told so before it is saved.
 */
import { z } from 'zod';
import type { Flow } from '../../flow/index.ts';
import type { MessageRecord, RunState } from '../../runtime/contract.ts';
import { jsonSchema } from '../../shared/index.ts';
import type { KeptOfStep, RunRow } from '../rows.ts';

export const runFormat = 'footbridge.run';
export const runFormatVersion = 1;

const count = z.number().int().nonnegative();
const wording = { code: z.string(), params: z.record(z.string(), jsonSchema) };

const failureSchema = z
  .object({
    ...wording,
    kind: z.enum(['retryable', 'terminal', 'cancelled']),
    status: z.number().optional(),
    serviceWords: z.string().optional(),
    fields: z.array(
      z.object({
        path: z.array(z.union([z.string(), z.number()])),
        value: jsonSchema.optional(),
        words: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'Failure' });

const countsSchema = z
  .object({
    in: count,
    done: count,
    refused: count,
    dropped: count,
    held: count,
    cancelled: count,
    out: count,
    byPort: z.record(z.string(), count).optional(),
  })
  .meta({ id: 'Counts' });

const stepRunSchema = z
  .object({
    status: z.enum([
      'waiting',
      'running',
      'held',
      'halted',
      'done',
      'failed',
      'cancelled',
      'not-reached',
    ]),
    counts: countsSchema,
    startedAt: z.number().optional(),
    finishedAt: z.number().optional(),
    failure: failureSchema.optional(),
    refusals: z.array(z.object({ message: z.string(), index: count, failure: failureSchema })),
    heldEffect: z.enum(['write', 'delete']).optional(),
  })
  .meta({ id: 'StepRun' });

const recordSchema = z
  .object({
    id: z.string(),
    index: count,
    input: jsonSchema.optional(),
    request: z
      .object({
        method: z.string(),
        address: z.string(),
        headers: z.array(z.tuple([z.string(), z.string()])),
        body: jsonSchema.optional(),
      })
      .optional(),
    response: z.object({ status: z.number(), body: jsonSchema.optional() }).optional(),
    output: z.array(jsonSchema).optional(),
    failure: failureSchema.optional(),
    state: z.enum(['done', 'refused', 'dropped', 'held', 'cancelled']),
  })
  .meta({ id: 'MessageRecord' });

const scopeSchema = z.looseObject({ kind: z.string(), step: z.string().optional() });

export const runFileSchema = z
  .object({
    $schema: z.string().optional(),
    format: z.literal(runFormat),
    formatVersion: z.literal(runFormatVersion),
    /** When the file was made, milliseconds since 1970. */
    savedAt: z.number(),
    run: z.object({
      id: z.string().min(1),
      at: z.number(),
      ms: z.number(),
      status: z.enum(['running', 'held', 'done', 'failed', 'cancelled']),
      asked: z.object({
        scope: scopeSchema,
        firstRecords: count.optional(),
        by: z.enum(['test', 'itself', 'same-data', 'refused']),
      }),
      parts: z.array(z.object({ what: z.string(), count })),
      isCut: z.boolean().optional(),
    }),
    state: z.object({
      runId: z.string(),
      status: z.enum(['running', 'held', 'done', 'failed', 'cancelled']),
      startedAt: z.number(),
      finishedAt: z.number().optional(),
      failure: failureSchema.optional(),
      steps: z.record(z.string(), stepRunSchema),
    }),
    /** The flow as it ran: as in flow-1.json. */
    flow: z.looseObject({ format: z.literal('footbridge.flow'), formatVersion: z.number() }),
    steps: z.array(
      z.object({
        step: z.string(),
        total: count,
        first: count,
        records: z.array(recordSchema),
      }),
    ),
  })
  .meta({ id: 'RunFile' });

/** A run with all that is kept of it: what a file holds. */
export interface WholeRun {
  readonly row: Omit<RunRow, 'size'>;
  readonly state: RunState;
  readonly flow: Flow;
  readonly steps: readonly (Omit<KeptOfStep, 'count' | 'indexes'> & {
    readonly step: string;
    readonly records: readonly MessageRecord[];
  })[];
}
