import type { Desk } from './desk.ts';
import type { LiveRun } from './live-run.ts';
import type { Leaving, OrderedExit } from './ordered-exit.ts';
import type { Push } from './push.ts';
import type { RunNode } from './run-node.ts';

/** A calling step with what only calling steps have. */
export interface CallingNode extends RunNode {
  readonly desk: Desk;
  readonly exit: OrderedExit;
}

/** Lets something out in its turn, then whatever was early behind it. */
export async function letOut(
  run: LiveRun,
  push: Push,
  node: CallingNode,
  index: number,
  leaving: Leaving | undefined,
): Promise<void> {
  const { exit } = node;
  if (!exit.hasTurn(index)) {
    if (exit.keep(index, leaving)) return;
    await turn(run, exit, index);
  }
  let due: Leaving | undefined = leaving;
  for (;;) {
    if (due !== undefined) await push.leave(node, due.message, due.port, due.outputs, 0);
    const next = exit.pass();
    if (next === undefined) return;
    due = next.leaving;
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
