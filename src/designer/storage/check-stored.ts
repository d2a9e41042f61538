import { flowSchema } from '../../flow/index.ts';

/** Whether a stored flow is one that this version reads. Apart from the reading: it takes as long as the first view of a long flow. */
export function isReadable(flow: unknown): boolean {
  return flowSchema.safeParse(flow).success;
}
