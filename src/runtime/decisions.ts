import { z } from 'zod';

/**
 * What the person decided about held writes of a step: send what was shown; send that and whatever the step would hold
 * later in this run; send nothing; send nothing and let examples of the answers go on, so that the rest of the flow is
 * seen; or show them again with other recipients, of each kind the person's own. No
 * recipients given: the real ones again.
 */
export const confirmationSchema = z.union([
  z.enum(['send-shown', 'send', 'do-not-send', 'go-on-invented']),
  z.strictObject({
    sendTo: z.partialRecord(z.enum(['email', 'phone']), z.string().min(1).max(320)),
  }),
]);
export type Confirmation = z.infer<typeof confirmationSchema>;

/** What the person decided about a refusal that stopped the flow: leave such messages out and go on, or end the run. */
export const refusalDecisionSchema = z.enum(['skip', 'stop']);
export type RefusalDecision = z.infer<typeof refusalDecisionSchema>;
