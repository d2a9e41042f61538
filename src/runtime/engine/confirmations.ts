/**
 * Writes that ask. When nothing else moves any more, the run stands still and the person is asked about every step
 * that holds writes; the answer continues this very run from where it was, never from the start.
 */
import { confirmationSchema } from '../contract.ts';
import type { Push } from './push.ts';
import { letOut, type CallingNode } from './let-out.ts';
import type { LiveRun } from './live-run.ts';

export class Confirmations {
  readonly #run: LiveRun;
  readonly #push: Push;
  readonly #asked = new Set<CallingNode>();
  #isAsking = false;

  constructor(run: LiveRun, push: Push) {
    this.#run = run;
    this.#push = push;
  }

  /** Asks about what is held; false: nothing is. */
  async ask(): Promise<boolean> {
    const run = this.#run;
    if (this.#isAsking) return true;
    this.#isAsking = true;
    const at = await run.tick();
    this.#isAsking = false;
    const holding = run.nodes.filter(
      (node): node is CallingNode => (node.desk?.held.length ?? 0) > 0,
    );
    if (holding.length === 0) return false;
    // An answer came meanwhile: the run moves, and stands still again later.
    if (run.activity.isBusy) return true;
    run.tellCounts(true);
    for (const node of holding) {
      const effect = node.planned.effect === 'delete' ? 'delete' : 'write';
      run.emit({ type: 'step.held', step: node.id, effect, count: node.desk.held.length });
    }
    run.emit({ type: 'run.held', at, steps: holding.map((node) => node.id) });
    for (const node of holding) this.#waitFor(node);
    return true;
  }

  #waitFor(node: CallingNode): void {
    if (this.#asked.has(node)) return;
    this.#asked.add(node);
    const run = this.#run;
    run.ports.signal.wait(`confirm:${node.id}`).then(
      async (answer) => {
        this.#asked.delete(node);
        if (run.stopped !== undefined) return;
        run.activity.begin();
        try {
          await this.#decide(node, confirmationSchema.parse(answer));
        } catch (cause) {
          run.broke(cause);
        } finally {
          run.activity.end();
        }
      },
      (cause: unknown) => {
        run.broke(cause);
      },
    );
  }

  async #decide(node: CallingNode, decision: 'send' | 'do-not-send'): Promise<void> {
    const run = this.#run;
    run.emit({ type: 'run.resumed', at: await run.tick() });
    if (decision === 'send') {
      node.tally.held -= node.desk.held.length;
      run.changed(node);
      node.desk.decide('send');
      return;
    }
    for (const { index } of node.desk.decide('withhold'))
      await letOut(run, this.#push, node, index, undefined);
  }
}
