import type { Json } from '../shared/index.ts';
import type { Comparison, Condition } from './binding.ts';
import { compileBinding, compileCondition } from './compile-binding.ts';
import type { EvaluationContext } from './evaluate/context.ts';
import type { Sources } from './evaluate/frame.ts';

/** A line of a condition that decided, with the values that were compared. */
export interface UnmetLine {
  readonly comparison: Comparison;
  readonly left: Json | undefined;
  readonly right: Json | undefined;
  /** It holds, and must not. */
  readonly holds: boolean;
}

/**
 * The lines because of which a condition does not hold, in their order; none where it holds, or nobody can tell. Made for
 * one message that is looked at: a run that tests a million messages tells only whether the whole holds.
 */
export async function unmetLines(
  condition: Condition,
  sources: Sources,
  context: EvaluationContext,
): Promise<readonly UnmetLine[]> {
  return linesAgainst(condition, true);

  async function linesAgainst(part: Condition, wanted: boolean): Promise<readonly UnmetLine[]> {
    const { holds, problems } = await compileCondition(part).test(sources, context);
    if (problems.length > 0 || holds === wanted) return [];
    if ('not' in part) return linesAgainst(part.not, !wanted);
    if ('left' in part) {
      const [left, right] = [await valueOf(part.left), await valueOf(part.right)];
      return [{ comparison: part, left, right, holds }];
    }
    const lines: UnmetLine[] = [];
    for (const inner of 'all' in part ? part.all : part.any)
      lines.push(...(await linesAgainst(inner, wanted)));
    return lines;
  }

  async function valueOf(binding: Comparison['right']): Promise<Json | undefined> {
    return binding === undefined
      ? undefined
      : (await compileBinding(binding).evaluate(sources, context)).value;
  }
}
