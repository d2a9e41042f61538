/** Milliseconds that a movement takes: none where the person asked their system for less motion. */
export function motionMs(ms: number): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : ms;
}
