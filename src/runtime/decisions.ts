import { z } from 'zod';

/** What the person decided about held writes of a step. */
export const confirmationSchema = z.enum(['send', 'do-not-send']);
export type Confirmation = z.infer<typeof confirmationSchema>;

/** What the person decided about a refusal that stopped the flow: leave such messages out and go on, or end the run. */
export const refusalDecisionSchema = z.enum(['skip', 'stop']);
export type RefusalDecision = z.infer<typeof refusalDecisionSchema>;
