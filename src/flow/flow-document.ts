/**
 * The flow document, format version 1: what the person owns.
 *
 * 1. Step and edge ids never change; names are display only.
 * 2. Credentials are slots; which real credential fills one is the browser's or host's business. No secret is ever in here.
 * 3. Sample contents live beside the document, by hash.
 * 4. Reading never rewrites: what `parseFlow` accepted is kept as it was, unknown keys included.
 */
import { z } from 'zod';
import { jsonSchema, type JsonSchema } from '../shared/index.ts';
import { slotContentSchema } from '../mapping/index.ts';
import { componentSchema } from '../catalog/index.ts';
import { layoutSchema } from './layout.ts';
import { runLimits, type RunLimitName } from './run-limits.ts';

export const flowFormat = 'footbridge.flow';
export const flowFormatVersion = 1;

const shapeSchema = z
  .object({
    schema: z.looseObject({}) as unknown as z.ZodType<JsonSchema>,
    origin: z.enum(['next-step', 'sample', 'by-hand', 'service']),
    /**
     * Of what a service said, by fingerprints: what it was asked about; with which version of the component and which
     * account of this browser.
     */
    basis: z.object({ asked: z.string(), by: z.string().optional() }).optional(),
  })
  .meta({ id: 'Shape' });
export type Shape = z.infer<typeof shapeSchema>;

/** How the first step fires. */
const startSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('manual') }),
    z.object({ kind: z.literal('schedule'), cron: z.string(), timeZone: z.string() }),
    z.object({ kind: z.literal('poll'), everySeconds: z.number().int().min(1) }),
    z.object({ kind: z.literal('webhook') }),
  ])
  .meta({ id: 'Start' });
export type Start = z.infer<typeof startSchema>;

const onFailureSchema = z.enum(['stop', 'skip', 'error-branch']);
export type OnFailure = z.infer<typeof onFailureSchema>;

const stepSchema = z
  .object({
    id: z.string().min(1),
    name: z.string(),
    component: z.string(),
    componentVersion: z.string(),
    operation: z.string(),
    /** The id of a credential slot of this flow. */
    credential: z.string().optional(),
    settings: z.record(z.string(), jsonSchema),
    /** A chosen option keeps its label beside its value: `{ "/settings/status": "Active" }`. */
    labels: z.record(z.string(), z.string()).optional(),
    slots: z.record(z.string(), slotContentSchema),
    shapes: z.object({ input: shapeSchema.optional(), output: shapeSchema.optional() }).optional(),
    /** Of an operation that finds many: one message for each entry (the default), or one with the list. */
    emit: z.enum(['each-entry', 'whole-list']).optional(),
    onFailure: onFailureSchema.optional(), // default stop
    retry: z.object({ attempts: z.number().int().min(1) }).optional(),
    parallel: z.number().int().min(1).max(16).optional(),
    disabled: z.boolean().optional(),
    note: z.string().optional(),
  })
  .meta({ id: 'Step' });
export type Step = z.infer<typeof stepSchema>;

const limitUpTo = (name: RunLimitName) =>
  z.number().int().min(1).max(runLimits[name].most).optional();

/** Only what is not as usual. */
const runLimitsSchema = z
  .object({
    messageMegabytes: limitUpTo('messageMegabytes'),
    messages: limitUpTo('messages'),
    callsAtOnce: limitUpTo('callsAtOnce'),
    waitSeconds: limitUpTo('waitSeconds'),
  })
  .meta({ id: 'RunLimits' });
export type RunLimitsOfFlow = z.infer<typeof runLimitsSchema>;

const edgeSchema = z
  .object({
    id: z.string().min(1),
    from: z.string(),
    fromPort: z.string(),
    to: z.string(),
    toPort: z.string(),
  })
  .meta({ id: 'Edge' });
export type Edge = z.infer<typeof edgeSchema>;

const credentialSlotSchema = z
  .object({ id: z.string().min(1), name: z.string(), component: z.string(), type: z.string() })
  .meta({ id: 'CredentialSlot' });
export type CredentialSlot = z.infer<typeof credentialSlotSchema>;

const sampleEntrySchema = z
  .object({
    step: z.string(),
    name: z.string(),
    hash: z.string(),
    size: z.number().int().nonnegative(),
    origin: z.enum(['recorded', 'by-hand', 'schema']).optional(),
    /** What it was made from, by fingerprints (`sample-basis.ts`): tells whether it is out of date. */
    basis: z.record(z.string(), z.string()).optional(),
  })
  .meta({ id: 'SampleEntry' });
export type SampleEntry = z.infer<typeof sampleEntrySchema>;

const oneFlowSchema = z
  .object({
    $schema: z.string().optional(),
    format: z.literal(flowFormat),
    formatVersion: z.literal(flowFormatVersion),
    id: z.string().min(1),
    revision: z.number().int().nonnegative(),
    name: z.string(),
    description: z.string().optional(),
    locale: z.string(),
    timeZone: z.string(),
    start: startSchema,
    /** What a run of it may take, where that is not the usual. */
    limits: runLimitsSchema.optional(),
    steps: z.array(stepSchema),
    edges: z.array(edgeSchema),
    credentials: z.array(credentialSlotSchema),
    /** Used components with used operations only: an exported flow carries what it needs. Empty while designing. */
    components: z.array(z.object({ hash: z.string(), component: componentSchema })),
    samples: z.array(sampleEntrySchema),
    /** Sample contents by hash; only in an exported file, and only when the person said so. */
    sampleContents: z.record(z.string(), jsonSchema).optional(),
    tests: z.array(jsonSchema),
    layout: layoutSchema,
  })
  .meta({ id: 'OneFlow' });

export const flowSchema = oneFlowSchema
  .extend({
    /** Flows that steps of this one call, and those that they call: only in an exported file. */
    calledFlows: z.array(oneFlowSchema).optional(),
  })
  .meta({ id: 'Flow' });
export type Flow = z.infer<typeof flowSchema>;
