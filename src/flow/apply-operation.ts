/**
 * The one way a flow changes.
 *
 * 1. Pure: the given flow is never touched; what did not change is shared.
 * 2. Checked: an operation that would break the document (a circle, an unknown id) is refused in words.
 * 3. Invertible: applying the inverse to the result gives a flow equal to the first.
 * 4. A batch is all or nothing. Of the flows between its operations nobody knows: they share what the batch has made.
 */
import { failure, type Result, type Wording } from '../shared/index.ts';
import type { Flow } from './flow-document.ts';
import type { Operation } from './operation.ts';
import {
  changed,
  type Applied,
  type Change,
  type Fresh,
  type OperationOf,
} from './operations/change.ts';
import { credentialOperations } from './operations/change-credentials.ts';
import { edgeOperations } from './operations/connect-steps.ts';
import { flowOperations } from './operations/change-flow.ts';
import { groupOperations } from './operations/change-groups.ts';
import { noteOperations } from './operations/change-notes.ts';
import { sampleOperations } from './operations/change-samples.ts';
import { stepChanges } from './operations/change-steps.ts';
import { stepOperations } from './operations/add-and-remove-steps.ts';

type Apply<Type extends Operation['type']> = (
  flow: Flow,
  operation: OperationOf<Type>,
  fresh: Fresh,
) => Applied;
const table: { readonly [Type in Operation['type']]: Apply<Type> } = {
  ...flowOperations,
  ...stepOperations,
  ...stepChanges,
  ...edgeOperations,
  ...credentialOperations,
  ...sampleOperations,
  ...noteOperations,
  ...groupOperations,
  batch: applyBatch,
};

/** The changed flow and the operation that takes the change back; or why not, in words. */
export function applyOperation(flow: Flow, operation: Operation): Result<Change, Wording> {
  return applyPart(flow, operation, new WeakSet());
}

function applyPart(flow: Flow, operation: Operation, fresh: Fresh): Applied {
  // The table is typed by the tag; TypeScript cannot follow a tag through a lookup.
  const apply = table[operation.type] as Apply<Operation['type']> | undefined;
  // An operation may come from an older page's history.
  return apply === undefined
    ? failure({ code: 'flow.unknown-change', params: {} })
    : apply(flow, operation as never, fresh);
}

function applyBatch(flow: Flow, batch: OperationOf<'batch'>, fresh: Fresh): Applied {
  let here = flow;
  const inverses: Operation[] = [];
  for (const operation of batch.operations) {
    const applied = applyPart(here, operation, fresh);
    if (!applied.ok) return applied;
    here = applied.value.flow;
    inverses.push(applied.value.inverse);
  }
  return changed(here, { ...batch, operations: inverses.toReversed() });
}
