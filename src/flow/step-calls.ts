/** How a step asks its service: how often it tries, and how many calls are on their way at once. The rest is the engine's. */
import type { Effect, Operation } from '../catalog/index.ts';

export const mostTries = 10;
export const mostAtOnce = 16;

const tries = 3;
const readsAtOnce = 4;
const writesAtOnce = 1;

/** What may be done twice without harm: a read, and a write that the service knows again. */
export function mayTryAgain({ idempotency }: Operation, effect: Effect): boolean {
  return effect === 'read' || typeof idempotency === 'object';
}

/** Where the step says nothing else. */
export function usualTries({ retry }: Operation): number {
  return retry?.attempts ?? tries;
}

/** Where the step says nothing else. */
export function usualAtOnce(effect: Effect): number {
  return effect === 'read' ? readsAtOnce : writesAtOnce;
}
