/**
 * How long it took at best, in milliseconds: the first attempt that is below the limit, else the shortest of five. A busy machine
 * says nothing about the work that is done; work that takes longer takes longer each time.
 */
export async function shortest(limitMs: number, attempt: () => Promise<number>): Promise<number> {
  let best = Infinity;
  for (let made = 0; made < 5 && best >= limitMs; made += 1) best = Math.min(best, await attempt());
  return best;
}
