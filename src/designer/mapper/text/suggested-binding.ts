import { inferType, type Binding } from '../../../mapping/index.ts';
import type { EditedField } from '../edited-field.ts';
import { sourcesSeen, type MappingDesk } from '../mapping-desk.ts';
import { type ListScope, withinScope } from '../model/scope.ts';
import type { DataNode } from '../model/data-tree.ts';
import { needsListChoice, pickBinding, type ListChoice } from '../model/insertion.ts';

/** Which entry of a list one may say. */
export const entryChoices: readonly ListChoice[] = ['first', 'last', 'joined', 'count'];

/** What picking a row of the data puts into a field; undefined while it has to be said which entry of a list is meant. */
export function suggestedBinding(
  node: DataNode,
  field: Pick<EditedField, 'schema' | 'root'>,
  desk: Pick<MappingDesk, 'sources'>,
  scope: readonly ListScope[],
  choice: ListChoice | undefined,
): Binding | undefined {
  const seen = withinScope(node.from, node.path, scope);
  const type = inferType({ kind: 'ref', ...seen }, sourcesSeen(desk, scope));
  if (choice === undefined && needsListChoice(seen.path, type, field.schema, field.root))
    return undefined;
  return pickBinding(seen.from, seen.path, choice);
}
