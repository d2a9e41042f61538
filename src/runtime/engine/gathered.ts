import type { Json } from '../../shared/index.ts';
import type { Sources } from '../../mapping/index.ts';
import type { Message } from '../message.ts';
import { Group, type Opener } from './group.ts';

/** A message that was taken into a list which has not left yet. */
export interface Taken {
  readonly id: string;
  /** Its place in the step's order, from 0. */
  readonly index: number;
  readonly origin: number;
  readonly value: Json;
}

/** Messages for one list: of a group, or of the whole run. */
export interface Bundle {
  readonly group: Group | undefined;
  /** What later steps may still read: what came before the group; of the whole run only its facts. */
  readonly sources: Sources;
  readonly taken: Taken[];
  /** Full lists of it that have left. */
  lists: number;
  /** When the first message of the list came that is being gathered. */
  since: number;
  /** What the list may still take, once something is in it. */
  room?: number | undefined;
  /** An answer that nobody gave is in the list that is being gathered. */
  isInvented?: boolean;
}

/** What a gathering step keeps: for each message its value and its name, nothing of what came before it. */
export class Gathered {
  readonly #bundles = new Map<Group | undefined, Bundle>();
  readonly #alone = new Map<string, Group>();

  /** The bundle that a message of this group goes into. */
  into(group: Group | undefined, message: Message, now: number): Bundle {
    let bundle = this.#bundles.get(group);
    if (bundle === undefined) {
      const sources = group?.sources ?? { flow: message.sources['flow'] };
      bundle = { group, sources, taken: [], lists: 0, since: now };
      this.#bundles.set(group, bundle);
    }
    if (message.invented === true) bundle.isInvented = true;
    return bundle;
  }

  /** For a copy that belongs to no group: those of one message are together all the same. */
  alone(node: Opener, message: Message): Group {
    const [id = ''] = message.id.split('@', 1);
    let group = this.#alone.get(id);
    if (group === undefined) {
      group = new Group('copies', node, { ...message, id, group: undefined });
      this.#alone.set(id, group);
    }
    return group;
  }

  has(group: Group): boolean {
    return this.#bundles.has(group);
  }

  /** The bundle of a group, which is then forgotten. */
  take(group: Group | undefined): Bundle | undefined {
    const bundle = this.#bundles.get(group);
    this.#bundles.delete(group);
    return bundle;
  }

  /** The group whose bundle has waited longest; `none` when nothing waits. */
  get oldest(): Group | undefined | 'none' {
    for (const group of this.#bundles.keys()) return group;
    return 'none';
  }

  get isEmpty(): boolean {
    return this.#bundles.size === 0;
  }
}

/**
 * In the order in which messages were made, whatever way they came: the numbers in their names count, so the tenth
 * comes after the ninth. What came in order is left as it is.
 */
export function inOrder(taken: readonly Taken[]): readonly Taken[] {
  const isSorted = taken.every(
    (one, at) => at === 0 || compareNames((taken[at - 1] as Taken).id, one.id) <= 0, // `at - 1` is there
  );
  return isSorted
    ? taken
    : taken.toSorted((one, other) => compareNames(one.id, other.id) || one.index - other.index);
}

function compareNames(one: string, other: string): number {
  if (one === other) return 0;
  const left = one.split('.');
  const right = other.split('.');
  for (let at = 0; at < left.length && at < right.length; at++) {
    const [a, b] = [left[at] as string, right[at] as string]; // `at` is below both lengths
    if (a === b) continue;
    const difference = Number.parseInt(a, 10) - Number.parseInt(b, 10);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
    return a < b ? -1 : 1;
  }
  return left.length - right.length;
}
