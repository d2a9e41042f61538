/**
 * What only the person can decide. When nothing else moves any more, the run stands still and the person is asked;
 * the answer continues this very run from where it was, never from the start.
 *
 * 1. A refusal that stopped the flow comes first: leave such messages out and go on, or end the run. Where nothing is
 *    left that could go on, nobody is asked and the run ends.
 * 2. Then writes that ask: every step that holds some.
 * 3. Other recipients are no answer yet: the requests are made anew from the changed input, and shown, before any is sent.
 *    Where the input alone does not tell what is sent, they are shown as they were, and nobody is told otherwise.
 * 4. The rest of the flow can be seen without sending: an example of the answer goes on. Nobody is ever asked with it.
 */
import { confirmationSchema, refusalDecisionSchema, type Confirmation } from '../decisions.ts';
import type { Json } from '../../shared/index.ts';
import type { CallingNode } from './let-out.ts';
import type { LiveRun } from './live-run.ts';
import type { RunNode } from './run-node.ts';

export class Confirmations {
  readonly #run: LiveRun;
  readonly #asked = new Set<string>();
  #isAsking = false;

  constructor(run: LiveRun) {
    this.#run = run;
  }

  /** Asks about what waits for the person; false: nothing does. */
  async ask(): Promise<boolean> {
    const run = this.#run;
    if (this.#isAsking) return true;
    this.#isAsking = true;
    const at = await run.tick();
    this.#isAsking = false;
    // It ended meanwhile: everybody was woken, and nobody is asked any more.
    if (run.stopped !== undefined) return true;
    const holding = run.nodes.filter(
      (node): node is CallingNode => (node.desk?.held.length ?? 0) > 0,
    );
    if (run.isHalted) return this.#askToSkip(at, holding.length > 0);
    if (holding.length === 0) return false;
    // An answer came meanwhile: the run moves, and stands still again later.
    if (run.activity.isBusy) return true;
    run.tellCounts(true);
    for (const node of holding) {
      const effect = node.planned.effect === 'delete' ? 'delete' : 'write';
      run.emit({ type: 'step.held', step: node.id, effect, count: node.desk.held.length });
    }
    run.emit({ type: 'run.held', at, steps: holding.map((node) => node.id) });
    for (const node of holding) {
      this.#whenAnswered(`confirm:${node.id}`, (answer) =>
        this.#decide(node, confirmationSchema.parse(answer)),
      );
    }
    return true;
  }

  #askToSkip(at: number, hasHeld: boolean): true {
    const run = this.#run;
    if (run.activity.isBusy) return true;
    if (!run.hasMoreToDo && !hasHeld) {
      run.endHalted();
      return true;
    }
    run.tellCounts(true);
    for (const [node, failure] of run.halted)
      run.emit({ type: 'step.halted', step: node.id, failure });
    run.emit({ type: 'run.held', at, steps: [...run.halted.keys()].map((node) => node.id) });
    for (const node of run.halted.keys()) {
      this.#whenAnswered(`refusal:${node.id}`, (answer) =>
        this.#decideRefusal(node, refusalDecisionSchema.parse(answer)),
      );
    }
    return true;
  }

  #whenAnswered(name: string, decide: (answer: Json) => void): void {
    if (this.#asked.has(name)) return;
    this.#asked.add(name);
    const run = this.#run;
    run.ports.signal.wait(name).then(
      async (answer) => {
        this.#asked.delete(name);
        if (run.stopped !== undefined) return;
        run.activity.begin();
        try {
          run.emit({ type: 'run.resumed', at: await run.tick() });
          decide(answer);
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

  /** What was held goes back to the lanes: they alone let messages leave, so none leaves when the step has ended. */
  #decide(node: CallingNode, decision: Confirmation): void {
    const run = this.#run;
    node.tally.held -= node.desk.held.length;
    run.changed(node);
    if (decision === 'send') node.desk.decide('send');
    else if (decision === 'do-not-send') node.desk.decide('withhold');
    else if (decision === 'go-on-invented') node.desk.decide('invent');
    else if (decision === 'send-shown') node.desk.release((job) => ({ ...job, isConfirmed: true }));
    else {
      const { sendTo } = decision;
      if (canReaddress(node)) {
        node.sendsTo = Object.keys(sendTo).length === 0 ? undefined : sendTo;
        run.emit({ type: 'step.readdressed', step: node.id, to: sendTo });
      }
      node.desk.release(({ prepared: _shown, ...job }) => job);
    }
  }

  #decideRefusal(node: RunNode, decision: 'skip' | 'stop'): void {
    const run = this.#run;
    if (decision === 'skip') {
      node.skipsRefused = true;
      run.goOn(node);
    } else run.endHalted();
  }
}

function canReaddress({ planned: { work } }: CallingNode): boolean {
  return work.form === 'calling' && work.calling.prepareInput !== undefined;
}
