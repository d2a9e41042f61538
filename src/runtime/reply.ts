import { z } from 'zod';

/** What a caller is answered: text that is written already, and headers out of a short list. */
export const replySchema = z.object({
  status: z.number().int().min(200).max(599),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});
export type Reply = z.infer<typeof replySchema>;

/** The signal by which a host hears what the call number `origin` of a run is answered. The first one counts. */
export function replySignal(origin: number): string {
  return `reply/${String(origin)}`;
}
