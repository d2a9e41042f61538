import type { Desk, Job } from './desk.ts';
import type { LiveRun } from './live-run.ts';
import type { Ended, Leaving, OrderedExit } from './ordered-exit.ts';
import type { Push } from './push.ts';
import type { RunNode } from './run-node.ts';

/** A calling step with what only calling steps have. */
export interface CallingNode extends RunNode {
  readonly desk: Desk;
  readonly exit: OrderedExit;
}

/** A step is through with a message: lets out what leaves for it in its turn, then whatever was early behind it. */
export async function letOut(
  run: LiveRun,
  push: Push,
  node: CallingNode,
  { message, index }: Pick<Job, 'message' | 'index'>,
  leaving: Leaving | undefined,
): Promise<void> {
  const { exit } = node;
  const ended: Ended = { id: message.id, group: message.group, leaving };
  if (!exit.hasTurn(index)) {
    if (exit.keep(index, ended)) return;
    if (node.desk.held.length === 0) await turn(run, exit, index);
    else {
      await untilDecided(run, node.desk);
      // What was held comes before this and wants a lane: perhaps there is no other one than this.
      if (run.stopped === undefined && !exit.hasTurn(index)) {
        exit.keepAnyway(index, ended);
        return;
      }
    }
    // The run has stopped: it has no turn, and must not pass one on.
    if (!exit.hasTurn(index)) {
      exit.keepAnyway(index, ended);
      return;
    }
  }
  for (let due: Ended | undefined = ended; due !== undefined; due = exit.pass()) {
    const { leaving: now } = due;
    if (now !== undefined) await push.leave(node, now.message, now.port, now.outputs, 0);
    await push.through(node, due);
  }
}

/** Waits, and all before it with it, until nothing is held any more or the run has stopped. */
async function untilDecided(run: LiveRun, desk: Desk): Promise<void> {
  while (desk.held.length > 0 && run.stopped === undefined) {
    await run.activity.pause((wake) => {
      desk.whenDecided(wake);
    });
  }
}

/** Waits until everything that came before has left, or the run has stopped. */
export async function turn(run: LiveRun, exit: OrderedExit, index: number): Promise<void> {
  while (!exit.hasTurn(index) && run.stopped === undefined) {
    await run.activity.pause((wake) => {
      exit.whenTurn(index, wake);
    });
  }
}
