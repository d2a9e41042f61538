/** What a step works through that takes a list as a whole: which lists there are, offered where none was chosen yet. */
import { kindsOf, propertiesOf, titleOf, type JsonSchema } from '../../shared/index.ts';
import type { Segment } from '../binding.ts';
import type { SourceType } from '../types/source-type.ts';
import type { MappingFix, MappingProblem } from './mapping-problem.ts';
import { isUnbound } from './proposals.ts';

const mostOffered = 3;

/** The problems with "use this list" as the fixes of a whole that nothing fills; lists of the nearest step come first. */
export function withLists(
  problems: readonly MappingProblem[],
  sources: readonly SourceType[],
): readonly MappingProblem[] {
  if (!problems.some(isOfWhole)) return problems;
  const offers = sources
    .filter(({ isNeverProposed }) => isNeverProposed !== true)
    .toReversed()
    .flatMap(listsOf)
    .slice(0, mostOffered);
  return problems.map((problem) =>
    isOfWhole(problem) ? { ...problem, fixes: [...offers, ...problem.fixes] } : problem,
  );
}

function isOfWhole(problem: MappingProblem): boolean {
  return isUnbound(problem) && problem.path.length === 0;
}

/** The step's data as a whole, or the fields of it, that are lists. */
function listsOf({ from, title: step, schema }: SourceType): readonly MappingFix[] {
  const offer = (path: readonly Segment[], source: string): MappingFix => ({
    code: 'mapping.fix-use-field',
    params: { source, step },
    at: [],
    binding: { kind: 'ref', from, path },
  });
  if (isList(schema, schema)) return [offer([], titleOf(schema, step))];
  return Object.entries(propertiesOf(schema, schema)).flatMap(([name, property]) =>
    isList(property, schema) ? [offer([name], titleOf(property, name))] : [],
  );
}

function isList(schema: JsonSchema, root: JsonSchema): boolean {
  const { kinds, open } = kindsOf(schema, root);
  return !open && kinds.has('array');
}
