import type { Message } from '../message.ts';
import { Group } from './group.ts';
import type { RunNode } from './run-node.ts';

/**
 * Groups that were opened before the step that a run begins at: its messages know by their names which of them belong
 * together. Nobody knows whether more would have come, so each ends when the last message has entered.
 */
export class ArrivingGroups {
  readonly #node: RunNode;
  readonly #byId = new Map<string, Group>();
  readonly #line: Group[] = [];

  constructor(node: RunNode) {
    this.#node = node;
  }

  get all(): Iterable<Group> {
    return this.#byId.values();
  }

  /** The message in its group; as it is where it belongs to none, or nothing gathers. */
  joined(message: Message): Message {
    const { partsInGroup } = this.#node.planned;
    const id = partsInGroup === undefined ? undefined : without(message.id, partsInGroup);
    if (id === undefined || !this.#node.leadsToGathering) return message;
    let group = this.#byId.get(id);
    if (group === undefined) {
      group = new Group('entries', this.#node, { ...message, id, group: undefined }, this.#line);
      this.#line.push(group);
      this.#byId.set(id, group);
    }
    group.open++;
    return { ...message, group };
  }
}

/** The name without its last parts, and without the ways that copies came behind them. */
function without(id: string, parts: number): string | undefined {
  let end = id.length;
  for (let left = parts; left > 0; left--) {
    end = id.lastIndexOf('.', end - 1);
    if (end <= 0) return undefined;
  }
  return id.slice(0, end);
}
