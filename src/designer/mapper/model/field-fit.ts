import { checkBinding, type SourceType } from '../../../mapping/index.ts';
import type { JsonSchema, Wording } from '../../../shared/index.ts';
import { type ListScope, withinScope } from './scope.ts';
import type { DataNode } from './data-tree.ts';

/** Whether a field can take data: as it is, after a conversion or a choice, or not at all; and what is in the way. */
export type Fit =
  | { readonly kind: 'fits' }
  | { readonly kind: 'converts' | 'impossible'; readonly reason: Wording };

interface Taking {
  readonly label: string;
  readonly schema: JsonSchema;
  readonly scope: readonly ListScope[];
}

const fits: Fit = { kind: 'fits' };

/** What the check would say of the data alone in the field: what has a fix converts. */
export function fitOf(
  node: Pick<DataNode, 'from' | 'path'>,
  { label, schema, scope }: Taking,
  root: JsonSchema,
  seen: readonly SourceType[],
): Fit {
  const ref = withinScope(node.from, node.path, scope);
  const { $defs, definitions } = root;
  const target: JsonSchema = {
    ...($defs !== undefined && { $defs }),
    ...(definitions !== undefined && { definitions }),
    ...schema,
    title: label,
  };
  const problem = checkBinding({ kind: 'ref', ...ref }, target, seen, { suggest: false }).find(
    ({ severity }) => severity === 'error',
  );
  if (problem === undefined) return fits;
  const { code, params } = problem;
  return {
    kind: problem.fixes.length > 0 ? 'converts' : 'impossible',
    reason: { code, params },
  };
}
