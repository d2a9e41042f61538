import { z } from 'zod';
import type { Json } from './json.ts';

/** Any JSON value. Checked at the doors by `parseJson`, so the schema itself does not walk it again. */
export const jsonSchema = z.unknown() as unknown as z.ZodType<Json>;
