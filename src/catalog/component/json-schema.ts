import { z } from 'zod';
import type { JsonSchema } from '../../shared/index.ts';

/** A JSON Schema as it stands in a descriptor: whatever it says, it is kept. */
export const schemaSchema = z.looseObject({}) as unknown as z.ZodType<JsonSchema>;
