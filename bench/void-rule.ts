/** Where these baselines are missed the machine was busy, and the run says nothing about us. */
export const slowestHandwrittenUs = 1.5;
export const fewestPlainFrames = 55;
