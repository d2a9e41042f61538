import { z } from 'zod';

/** Words of a description: one text for all languages, or one a language (`{ "en": …, "de": … }`). */
export const textSchema = z.union([z.string(), z.record(z.string(), z.string())]);
export type Text = z.infer<typeof textSchema>;
