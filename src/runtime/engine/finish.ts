import { noCounts } from '../run-counts.ts';
import type { LiveRun } from './live-run.ts';
import type { RunNode } from './run-node.ts';

type FinalStatus = 'done' | 'failed' | 'cancelled' | 'not-reached';

/** R5: how steps come to their end. A step ends when everything before it has ended and nothing waits at it. */
export class Finish {
  readonly #run: LiveRun;

  constructor(run: LiveRun) {
    this.#run = run;
  }

  /** Nothing more will reach this step. */
  inputEnded(node: RunNode): void {
    if (node.desk !== undefined) node.desk.close();
    else if (node.gathered !== undefined) node.endInput();
    else this.finished(node);
  }

  /** This step is through, and with it every later one that only computes and waits for nobody else. */
  finished(first: RunNode): void {
    const ending = [first];
    for (let node = ending.pop(); node !== undefined; node = ending.pop()) {
      const halted = node;
      // Whether it ends well is still to be decided.
      if (this.#run.isHalted && this.#run.halted.has(node)) {
        this.#run.whenDecided(node, () => {
          this.finished(halted);
        });
        continue;
      }
      node.isFinished = true;
      const status = this.#statusOf(node);
      const isCut = status === 'failed' || status === 'cancelled' || node.isCut;
      this.#run.emit({
        type: 'step.finished',
        step: node.id,
        at: this.#run.context.now,
        status,
        counts: node.counts(),
        ...(node.failure === undefined ? {} : { failure: node.failure }),
      });
      for (const next of [...node.next.values()].flat()) {
        next.isCut ||= isCut;
        next.openEntries--;
        if (next.openEntries > 0) continue;
        if (next.desk !== undefined) next.desk.close();
        else if (next.gathered !== undefined) next.endInput();
        else ending.push(next);
      }
    }
  }

  async end(skipped: readonly string[]): Promise<void> {
    const run = this.#run;
    const at = await run.tick();
    for (const step of skipped)
      run.emit({ type: 'step.finished', step, at, status: 'not-reached', counts: noCounts });
    run.emit({
      type: 'run.finished',
      at,
      status: run.stopped ?? 'done',
      ...(run.failure === undefined ? {} : { failure: run.failure }),
    });
  }

  #statusOf(node: RunNode): FinalStatus {
    if (node.failure !== undefined) return 'failed';
    if (!node.isStarted) return 'not-reached';
    return this.#run.stopped !== undefined && (node.isCut || node.tally.cancelled > 0)
      ? 'cancelled'
      : 'done';
  }
}
