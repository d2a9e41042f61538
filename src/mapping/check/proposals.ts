import type { Match } from '../match/proposed.ts';
import type { MappingFix, MappingProblem } from './mapping-problem.ts';

/** A required field that nothing fills: the kind of problem that a field of the same name mends. */
export function isUnbound({ code }: MappingProblem): boolean {
  return code === 'mapping.required-unbound';
}

/** The problems with "use this data" as the first fix of each unfilled field that has a match. */
export function withProposals(
  problems: readonly MappingProblem[],
  matches: readonly Match[],
): readonly MappingProblem[] {
  const byField = new Map(matches.map((match) => [JSON.stringify(match.target), match]));
  return problems.map((problem) => {
    const match = isUnbound(problem) ? byField.get(JSON.stringify(problem.path)) : undefined;
    if (match === undefined) return problem;
    const { source = '', step = '' } = match.reason.params;
    const fix: MappingFix = {
      code: 'mapping.fix-use-field',
      params: { source, step },
      at: match.target,
      binding: match.binding,
    };
    return { ...problem, fixes: [fix, ...problem.fixes] };
  });
}
