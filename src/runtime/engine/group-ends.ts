/**
 * When groups end, whatever became of their messages.
 *
 * 1. A group has ended when none of its messages is on its way to a gathering step any more: done, refused, left out and
 *    cancelled ones alike, each is released once. Messages on ways that lead to no gathering step do not count.
 * 2. Groups of one kind and step end in the order in which they were opened, so lists leave in the order of what they are of.
 * 3. What is gathered of a group leaves before the next group ends, and before the group around it does.
 */
import type { Gathering } from '../steps/executor.ts';
import type { Bundle } from './gathered.ts';
import type { Group } from './group.ts';
import type { LiveRun } from './live-run.ts';
import type { RunNode } from './run-node.ts';

/** A list that is to leave now. */
export interface Due {
  readonly node: RunNode;
  readonly gathering: Gathering;
  readonly bundle: Bundle;
}

export class GroupEnds {
  readonly #run: LiveRun;
  /** Lines of groups whose next one may have ended. */
  readonly #ending = new Set<Group[]>();

  constructor(run: LiveRun) {
    this.#run = run;
  }

  /** A message of the group has come to its end, or the last of its entries has left. */
  release(group: Group): void {
    group.open--;
    if (group.open === 0) this.#ending.add(group.line);
  }

  /** The next list of a group that has ended. What it was made of keeps the group's end away until it was asked again. */
  next(): Due | undefined {
    for (const line of this.#ending) {
      for (let [group] = line; group?.open === 0; [group] = line) {
        const due = this.#dueOf(group);
        if (due !== undefined) return due;
        line.shift();
        // May be a line that was looked at already: then the set has it once more, behind this one.
        if (group.parent !== undefined) this.release(group.parent);
      }
      this.#ending.delete(line);
    }
    return undefined;
  }

  /**
   * Earlier steps first: one that keeps full lists in their group gives its rest, with which the group goes on. Of a run
   * that has stopped nothing leaves.
   */
  #dueOf(group: Group): Due | undefined {
    const { nodes, stopped } = this.#run;
    if (stopped !== undefined) return undefined;
    const node = nodes.find(({ gathered }) => gathered?.has(group) === true);
    const bundle = node?.gathered?.take(group);
    if (node?.planned.work.form !== 'gathering' || bundle === undefined) return undefined;
    return { node, gathering: node.planned.work.gathering, bundle };
  }
}
