/**
 * Checkpoints that nobody has to think of: before much goes at once, before a version is gone back to, every so many changes.
 *
 * 1. Before a change, what was there is kept; the change itself is in the history.
 * 2. The last ones of a flow stay. Those of a person, and those that a person has named, are never let go.
 * 3. Nobody waits for it. Where the store refuses, nothing is said: the history is there all the same.
 * 4. It begins with the first change, before there are a store and words: those come when something is to be kept.
 */
import type { Flow } from '../../flow/index.ts';
import type { Wording } from '../../shared/index.ts';
import type { DocumentState, DocumentStore } from '../state/document-store.ts';

const manySteps = 5;
const everyChanges = 100;

export interface DueCheckpoint {
  readonly id: string;
  readonly at: number;
  readonly why: Wording;
  readonly content: Flow;
}

export interface AutomaticCheckpointPorts {
  readonly document: DocumentStore;
  readonly newId: () => string;
  readonly now: () => number;
  /** When the last one was kept, of whatever kind. */
  readonly lastKept: () => Promise<number | undefined>;
  readonly keep: (due: DueCheckpoint) => Promise<void>;
}

/** Gives the way to stop. */
export function keepCheckpoints(ports: AutomaticCheckpointPorts): () => void {
  const { document, newId, now, lastKept, keep } = ports;
  let changes = 0;
  let isCounted = false;
  void lastKept().then(
    (at = 0) => {
      // Once something was kept, the changes since then are counted already.
      if (!isCounted)
        changes = document.getState().past.filter((entry) => (entry.at ?? 0) > at).length;
      isCounted = true;
    },
    () => undefined, // without a count there are those before large changes
  );
  return document.subscribe((after, before) => {
    if (!isChange(after, before)) return;
    changes += 1;
    const kept = whatToKeep(after, before, isCounted && changes >= everyChanges);
    if (kept === undefined) return;
    changes = 0;
    isCounted = true;
    keep({ id: newId(), at: now(), ...kept }).catch(() => undefined); // invariant 3
  });
}

/** A new change of this tab: no part of the last one (typing goes on), no undo, no redo. */
function isChange(after: DocumentState, before: DocumentState): boolean {
  const last = after.past.at(-1);
  return (
    !after.readOnly &&
    after.flow?.id === before.flow?.id &&
    last !== undefined &&
    after.past.at(-2) === before.past.at(-1) &&
    before.future.at(-1)?.operation !== last.operation
  );
}

function whatToKeep(
  after: DocumentState,
  before: DocumentState,
  isTime: boolean,
): Pick<DueCheckpoint, 'why' | 'content'> | undefined {
  if (before.flow === undefined || after.flow === undefined) return undefined;
  const operation = after.past.at(-1)?.operation;
  if (operation?.type === 'batch' && operation.goesBackTo !== undefined) {
    const params = { version: operation.goesBackTo };
    return { why: { code: 'versions.before-restore', params }, content: before.flow };
  }
  const count = before.flow.steps.length - after.flow.steps.length;
  if (count >= manySteps)
    return { why: { code: 'versions.before-delete', params: { count } }, content: before.flow };
  return isTime
    ? {
        why: { code: 'versions.after-changes', params: { count: everyChanges } },
        content: after.flow,
      }
    : undefined;
}
