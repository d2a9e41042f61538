import { z } from 'zod';
import { jsonSchema } from '../shared/index.ts';

const plain = <Name extends string>(name: Name) => z.object({ name: z.literal(name) });

/**
 * One conversion of a chain: explicit, shown to the person as a chip in plain words, never silently lossy.
 * The stored shape of every conversion the format knows; `conversions/` says which of them this version evaluates.
 */
export const conversionSchema = z
  .discriminatedUnion('name', [
    plain('to-text'),
    z.object({
      name: z.literal('to-number'),
      decimal: z.enum(['.', ',']).optional(),
      thousands: z.enum(['', '.', ',', ' ', "'"]).optional(),
    }),
    z.object({
      name: z.literal('to-whole-number'),
      rounding: z.enum(['round', 'floor', 'ceil']).optional(),
    }),
    z.object({
      name: z.literal('to-yes-no'),
      yes: z.array(z.string()).optional(),
      no: z.array(z.string()).optional(),
    }),
    z.object({
      name: z.literal('to-date'),
      format: z.string().optional(),
      zone: z.string().optional(),
      locale: z.string().optional(),
    }),
    z.object({
      name: z.literal('to-date-time'),
      format: z.string().optional(),
      zone: z.string().optional(),
      locale: z.string().optional(),
    }),
    z.object({
      name: z.literal('format-date'),
      format: z.string(),
      zone: z.string().optional(),
      locale: z.string().optional(),
    }),
    z.object({
      name: z.literal('format-number'),
      digits: z.number().int().min(0).max(20),
      decimal: z.enum(['.', ',']).optional(),
      thousands: z.enum(['', '.', ',', ' ', "'"]).optional(),
    }),
    z.object({ name: z.literal('split'), by: z.string() }),
    z.object({ name: z.literal('join'), by: z.string() }),
    plain('first'),
    plain('last'),
    z.object({ name: z.literal('nth'), position: z.number().int() }),
    plain('count'),
    plain('sum'),
    plain('min'),
    plain('max'),
    plain('average'),
    plain('flatten'),
    plain('to-list'),
    plain('upper'),
    plain('lower'),
    plain('title-case'),
    plain('trim'),
    z.object({ name: z.literal('shorten'), length: z.number().int().nonnegative() }),
    z.object({ name: z.literal('replace'), find: z.string(), by: z.string() }),
    z.object({ name: z.literal('default-if-empty'), value: jsonSchema }),
    z.object({
      name: z.literal('lookup'),
      rows: z.array(z.object({ equals: jsonSchema, then: jsonSchema })),
      otherwise: jsonSchema.optional(),
    }),
    plain('json-to-text'),
    plain('text-to-json'),
    plain('base64-encode'),
    plain('base64-decode'),
    plain('slug'),
    plain('unique-id'),
    plain('now'),
  ])
  .meta({ id: 'Conversion' });
export type Conversion = z.infer<typeof conversionSchema>;
export type ConversionName = Conversion['name'];
