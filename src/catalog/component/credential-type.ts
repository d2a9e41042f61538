import { z } from 'zod';
import { textSchema } from '../../shared/index.ts';
import { authRuleSchema } from './auth-rule.ts';
import { httpCallSchema, taskCallSchema } from './call.ts';
import { originSchema } from './origin.ts';
import { schemaSchema } from './json-schema.ts';
import { pointerSchema } from './pointer.ts';

/** A way to sign in: its form, what of it goes where in a request, and how it is proved. */
export const credentialTypeSchema = z
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
    /**
     * Proves a credential: `says` may use `{name}` pointers' last names, filled from the answer's body by `facts`. In its call
     * `settings` are the form's fields that are no secrets.
     */
    verify: z
      .object({
        call: z.discriminatedUnion('via', [httpCallSchema, taskCallSchema]),
        says: textSchema,
        facts: z.record(z.string(), pointerSchema),
        /**
         * Nobody knows what the service answers (the person typed its address): the account is proved where it is let in, and
         * the same call without it is not. Where both are answered alike nothing is proved, which is said.
         */
        compare: z.literal(true).optional(),
      })
      .optional(),
    whereToFind: z.object({ text: textSchema, url: z.string().optional() }).optional(),
    /** The name (`/api/places`) of the place whose sample key, or filled form, a newcomer may use. */
    sampleKeyOf: z.string().optional(),
  })
  .meta({ id: 'CredentialType' });
export type CredentialType = z.infer<typeof credentialTypeSchema>;
