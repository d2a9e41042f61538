/**
 * The one schema of a component: what it is, how it authenticates, what each operation needs and gives.
 * `components-catalog/<id>/component.json` is this shape; `public/schemas/component-1.json` is made from it.
 *
 * 1. Components are data. Code reads traits (`effect`, `emits`, `starts`, …), never ids.
 * 2. A call is declared; the proxy trusts only the seal made from this description, never the page.
 * 3. Texts are `"…"` or `{ "en": …, "de": … }`.
 */
import { z } from 'zod';
import { textSchema } from '../../shared/index.ts';
import { credentialTypeSchema } from './credential-type.ts';
import { operationSchema } from './operation.ts';
import { originSchema } from './origin.ts';

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
