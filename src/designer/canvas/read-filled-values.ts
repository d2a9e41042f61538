/** Describing fields takes what reads schemas: a file of its own, after the first view. */
export { filledValues } from '../../flow/index.ts';
