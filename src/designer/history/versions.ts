import { applyOperation, type Flow } from '../../flow/index.ts';
import type { Wording } from '../../shared/index.ts';
import type { CheckpointRow, HistoryEntry } from '../../storage/contract.ts';
import { say, sayWording } from '../../words/index.ts';

interface Walked {
  readonly flow: Flow;
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
}

/** A place of the history: so many of its changes are done there. */
interface Place {
  readonly kind: 'place';
  readonly id: string;
  readonly place: number;
  /** The change that led there; none at the beginning. */
  readonly label?: Wording;
  readonly change?: HistoryEntry;
  readonly at?: number;
  readonly isNow: boolean;
  readonly isUndone: boolean;
}

interface Checkpoint {
  readonly kind: 'checkpoint';
  readonly id: string;
  readonly at: number;
  readonly checkpoint: CheckpointRow;
}

/** Something that the flow once was, or is. */
export type Version = Place | Checkpoint;

/** Everything that can be gone back to, the newest first: a checkpoint stands over the change that it was taken after. */
export function versionsOf(
  { past, future }: Pick<Walked, 'past' | 'future'>,
  checkpoints: readonly CheckpointRow[],
): readonly Version[] {
  const changes = [undefined, ...past, ...future.toReversed()];
  const places = changes.map((entry, place): Place => {
    const known = { kind: 'place', id: `place-${place}`, place } as const;
    const isNow = place === past.length;
    return {
      ...known,
      isNow,
      isUndone: place > past.length,
      ...(entry !== undefined && { label: entry.label, change: entry }),
      ...(entry?.at !== undefined && { at: entry.at }),
    };
  });
  const waiting = [...checkpoints];
  const versions: Version[] = [];
  for (const place of places.toReversed()) {
    while (waiting[0] !== undefined && waiting[0].at >= (place.at ?? 0)) {
      const [checkpoint] = waiting.splice(0, 1);
      if (checkpoint !== undefined) versions.push(asVersion(checkpoint));
    }
    versions.push(place);
  }
  return versions;
}

function asVersion(checkpoint: CheckpointRow): Checkpoint {
  return { kind: 'checkpoint', id: `kept-${checkpoint.id}`, at: checkpoint.at, checkpoint };
}

/** The flow as it was (or will be again) there; undefined where the way there is not open any more. */
export function flowOf(version: Version, { flow, past, future }: Walked): Flow | undefined {
  if (version.kind === 'checkpoint') return version.checkpoint.content;
  const back = past.slice(version.place).toReversed();
  const on = future.toReversed().slice(0, Math.max(0, version.place - past.length));
  const operations = [
    ...back.map(({ inverse }) => inverse),
    ...on.map(({ operation }) => operation),
  ];
  let here: Flow = flow;
  for (const operation of operations) {
    const applied = applyOperation(here, operation);
    if (!applied.ok) return undefined;
    here = applied.value.flow;
  }
  return here;
}

export function nameOf(version: Version): string {
  if (version.kind === 'checkpoint') return version.checkpoint.name;
  return version.label === undefined ? say('versions.beginning') : sayWording(version.label);
}

/** Whether a name given to a checkpoint changes it: one that was kept by itself becomes the person's, under its own name too. */
export function changesWith({ name, automatic }: CheckpointRow, given: string): boolean {
  return given !== '' && (given !== name || automatic === true);
}
