import type { JsonPath } from '../../../shared/index.ts';
import type { MappingProblem } from '../../../mapping/index.ts';

/** Problems by the field they are at. A field whose problems are the same keeps its list, and is not drawn again. */
export interface FieldProblems {
  readonly all: readonly MappingProblem[];
  /** By the field's key. */
  readonly at: ReadonlyMap<string, readonly MappingProblem[]>;
  /** Keys of all fields with a problem (more than a hint) in them or below them. */
  readonly inside: ReadonlySet<string>;
}

export const noProblems: FieldProblems = { all: [], at: new Map(), inside: new Set() };
const none: readonly MappingProblem[] = [];

export function indexProblems(
  all: readonly MappingProblem[],
  before: FieldProblems,
): FieldProblems {
  const at = new Map<string, MappingProblem[]>();
  const inside = new Set<string>();
  for (const problem of all) {
    const key = keyOf(problem.path);
    const here = at.get(key);
    if (here === undefined) at.set(key, [problem]);
    else here.push(problem);
    if (problem.severity === 'hint') continue;
    for (let end = 0; end <= problem.path.length; end++)
      inside.add(keyOf(problem.path.slice(0, end)));
  }
  const kept = new Map<string, readonly MappingProblem[]>();
  for (const [key, problems] of at) {
    const old = before.at.get(key);
    kept.set(key, old !== undefined && isSame(old, problems) ? old : problems);
  }
  return { all, at: kept, inside };
}

export function problemsAt(problems: FieldProblems, key: string): readonly MappingProblem[] {
  return problems.at.get(key) ?? none;
}

function isSame(one: readonly MappingProblem[], other: readonly MappingProblem[]): boolean {
  return (
    one.length === other.length &&
    one.every((problem, at) => problem === other[at] || textOf(problem) === textOf(other[at]))
  );
}

function textOf(problem: MappingProblem | undefined): string {
  return JSON.stringify(problem, (_key, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  );
}

function keyOf(path: JsonPath): string {
  return JSON.stringify(path);
}
