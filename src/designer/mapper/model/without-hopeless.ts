import type { MappingFix, SampleProblem } from '../../../mapping/index.ts';

/** The fixes that the recorded data does not rule out. */
export function withoutHopeless(
  fixes: readonly MappingFix[],
  misfits: readonly Pick<SampleProblem, 'hopeless'>[],
): readonly MappingFix[] {
  const ruledOut = new Set(misfits.flatMap(({ hopeless }) => hopeless.map(keyOf)));
  return fixes.filter((fix) => !ruledOut.has(keyOf(fix)));
}

function keyOf({ code, at, params }: MappingFix): string {
  return JSON.stringify([code, at, params]);
}
