import { applyOperation, type Flow, type Operation } from '../../../flow/index.ts';
import type { RemovedFlow } from '../flow-storage.ts';
import { openStored } from '../journal.ts';

/**
 * A file may hold anything where a change should be. A history that leads back to its beginning, and forth again, is kept;
 * any other is left out, and the flow stays as it is in the file.
 */
export function withSoundHistory(stored: RemovedFlow): RemovedFlow {
  return isSound(stored) ? stored : { ...stored, head: undefined, journal: [] };
}

function isSound({ flow, rev, head, journal }: RemovedFlow): boolean {
  try {
    const { history, flow: opened } = openStored({ id: flow.id, rev, flow }, head, journal);
    const back = walk(
      opened,
      history.past.toReversed().map(({ inverse }) => inverse),
    );
    const forth = walk(
      opened,
      history.future.toReversed().map(({ operation }) => operation),
    );
    return back && forth;
  } catch {
    return false;
  }
}

function walk(from: Flow, operations: readonly Operation[]): boolean {
  let here = from;
  for (const operation of operations) {
    const applied = applyOperation(here, operation);
    if (!applied.ok) return false;
    here = applied.value.flow;
  }
  return true;
}
