import type { Json } from '../../shared/index.ts';
import type { EvaluationContext } from '../../mapping/index.ts';
import type { MessageRecord } from '../message-record.ts';
import type { RunEvent } from '../run-event.ts';
import type { ArrivingMessage, RunRequest } from '../run-request.ts';
import { type Failure, cancelled, terminal } from '../failure.ts';
import type { HostPorts } from '../ports.ts';
import { Activity } from './activity.ts';
import type { CallPlaces } from './call-places.ts';
import { Interrupted } from './interrupted.ts';
import { Limits, limitsOf } from './limits.ts';
import type { RunNode } from './run-node.ts';

/** Steps worked off before the host may do something else: a few milliseconds of computing. */
const workBetweenBreaths = 1_000;
/** A step that had to wait for a formula costs as much as so many others. */
const workOfPromise = 20;
/** Numbers below this one stand for several origins; -1 is no entry of a list. */
const firstTogether = -2;
/** Steps worked off before counts are told again. */
const workBetweenCounts = 256;

/** What all parts of one run share: its ports, its clock, its tallies to tell, and whether it goes on. */
export class LiveRun {
  readonly request: RunRequest;
  readonly ports: HostPorts;
  readonly signal: AbortSignal;
  readonly emit: (event: RunEvent) => void;
  readonly nodes: readonly RunNode[];
  readonly activity: Activity;
  readonly limits: Limits;
  /** What every call to a service passes. */
  readonly calls: CallPlaces;
  /** Facts of the run that bindings may read; `now` moves when the clock is asked. */
  readonly context: EvaluationContext & { now: number };
  /** Why no further message is worked on. */
  stopped: 'failed' | 'cancelled' | undefined;
  failure: Failure | undefined;
  /** A bug of ours, thrown on after every step is final. */
  defect: { readonly cause: unknown } | undefined;
  /** Firings of which a message was left undone. */
  readonly undone = new Set<number>();
  /** Steps that stopped the flow at a refusal and wait for the person: the first refusal of each. */
  readonly halted = new Map<RunNode, Failure>();
  /** The origins that come again when the person does not leave them out. */
  readonly #haltedAt = new Map<RunNode, number[]>();
  /** What is remembered from run to run depends on which origins were left undone. */
  readonly #tellsOrigins: boolean;
  /** Origins that have become one, by its number. */
  readonly #together: (readonly number[])[] = [];
  readonly #changed: RunNode[] = [];
  readonly #whenDecided = new Map<RunNode, () => void>();
  #whenGoingOn: (() => void)[] = [];
  readonly #onStop = new Set<() => void>();
  readonly #onCancel = new Set<() => void>();
  #worked = 0;
  #workedAtCounts = 0;

  constructor(
    request: RunRequest,
    nodes: readonly RunNode[],
    ports: HostPorts,
    signal: AbortSignal,
    emit: (event: RunEvent) => void,
    startedAt: number,
    calls: CallPlaces,
    whenQuiet: () => void,
  ) {
    this.request = request;
    this.nodes = nodes;
    this.ports = ports;
    this.signal = signal;
    this.emit = emit;
    this.activity = new Activity(whenQuiet);
    this.calls = calls;
    this.limits = new Limits(limitsOf(request));
    this.#tellsOrigins =
      request.onlyNew === true || (request.remembers === true && nodes.some(remembers));
    this.context = {
      locale: request.flow.locale,
      timeZone: request.flow.timeZone,
      now: startedAt,
      uuid: () => ports.uuid(),
      breathe: async () => {
        await ports.sleep(0);
        if (this.stopped !== undefined) throw new Interrupted(cancelled);
      },
    };
  }

  /** Reads the clock. Between two readings the run's time stands still, so a replay sees the same times. */
  async tick(): Promise<number> {
    this.context.now = await this.ports.now();
    return this.context.now;
  }

  arrived(node: RunNode): number {
    if (!node.isStarted) {
      node.isStarted = true;
      this.emit({ type: 'step.started', step: node.id, at: this.context.now });
    }
    node.tally.in++;
    this.changed(node);
    this.#worked++;
    return node.arrivals++;
  }

  /** A message needed more than a moment: the host is let in sooner. */
  tired(): void {
    this.#worked += workOfPromise;
  }

  changed(node: RunNode): void {
    if (!node.isCounted) return;
    node.isCounted = false;
    this.#changed.push(node);
  }

  /** Tells counts that changed; while only computing goes on, now and then. */
  tellCounts(always: boolean): void {
    if (!always && this.#worked - this.#workedAtCounts < workBetweenCounts) return;
    this.#workedAtCounts = this.#worked;
    for (const node of this.#changed) {
      node.isCounted = true;
      if (!node.isFinished)
        this.emit({ type: 'step.counted', step: node.id, counts: node.counts() });
    }
    this.#changed.length = 0;
  }

  get needsBreath(): boolean {
    return this.#worked >= workBetweenBreaths;
  }

  /** Lets the host take in what is waiting: a cancel, another worker's message. */
  async breathe(): Promise<void> {
    this.#worked = 0;
    this.#workedAtCounts = 0;
    this.tellCounts(true);
    await this.ports.sleep(0);
  }

  keep(node: RunNode, record: MessageRecord, came?: ArrivingMessage): void {
    if (record.invented !== undefined && !node.isInvented) {
      node.isInvented = true;
      this.emit({ type: 'step.invented', step: node.id });
    }
    if (came === undefined) this.ports.records.keep(node.id, record);
    else this.ports.records.keep(node.id, record, came);
  }

  refuse(node: RunNode, id: string, index: number, failure: Failure): void {
    node.tally.refused++;
    this.changed(node);
    this.emit({ type: 'message.refused', step: node.id, message: id, index, failure });
  }

  cancel(
    node: RunNode,
    origin: number,
    record: Pick<MessageRecord, 'id' | 'index'> & { input?: Json },
    failure: Failure,
  ): void {
    this.cancelled(node, origin, { ...record, state: 'cancelled', failure });
  }

  /** The same, of a record that is made already: of a list that breaks off there may be a hundred thousand. */
  cancelled(node: RunNode, origin: number, record: MessageRecord): void {
    node.tally.cancelled++;
    // A list that broke off is not one of its entries: those that left before are done all the same.
    if (!node.isFirstOfMany) this.leftUndone(origin);
    this.changed(node);
    this.keep(node, record);
  }

  /** One origin for a message that was made of several. Only where something is remembered all of them have to be known. */
  originOf(origins: readonly number[]): number {
    const [first = 0] = origins;
    if (!this.#tellsOrigins || origins.every((origin) => origin === first)) return first;
    this.#together.push(origins);
    return firstTogether - this.#together.length + 1;
  }

  /** A message of this origin was left undone. */
  leftUndone(origin: number): void {
    const several = origin > firstTogether ? undefined : this.#together[firstTogether - origin];
    if (several === undefined) this.undone.add(origin);
    else for (const one of several) this.leftUndone(one);
  }

  /** The run stopped before what a step gave could go on. The step itself is through with it; the ones behind it are not. */
  cutBehind(node: RunNode, port: string, origin: number): void {
    const following = node.after(port);
    if (following.length > 0) this.leftUndone(origin);
    for (const next of following) next.isCut = true;
  }

  /** The run stands still until the person says whether refused messages are left out. */
  get isHalted(): boolean {
    return this.halted.size > 0 && this.stopped === undefined;
  }

  /** Somebody has something to do as soon as the run goes on. */
  get hasMoreToDo(): boolean {
    return (
      this.#whenGoingOn.length > 0 || this.nodes.some(({ gathered }) => gathered?.isEmpty === false)
    );
  }

  halt(node: RunNode, failure: Failure, origin: number): void {
    if (!this.halted.has(node)) this.halted.set(node, failure);
    if (!mayComeAgain(node, failure)) return;
    const origins = this.#haltedAt.get(node);
    if (origins === undefined) this.#haltedAt.set(node, [origin]);
    else origins.push(origin);
  }

  goOn(node: RunNode): void {
    this.halted.delete(node);
    this.#haltedAt.delete(node);
    const act = this.#whenDecided.get(node);
    this.#whenDecided.delete(node);
    act?.();
    if (this.halted.size === 0) this.#wakeHalted();
  }

  /** What a halted step does when the person has decided, or the run has stopped. */
  whenDecided(node: RunNode, act: () => void): void {
    this.#whenDecided.set(node, act);
  }

  /** For whoever has something to do: resolves when the run goes on, or has stopped. */
  async untilGoingOn(): Promise<void> {
    while (this.isHalted) {
      await this.activity.pause((wake) => {
        this.#whenGoingOn.push(wake);
      });
    }
  }

  #wakeHalted(): void {
    const waiting = this.#whenGoingOn;
    this.#whenGoingOn = [];
    for (const wake of waiting) wake();
  }

  /** No further message is worked on; everybody who waits is woken, so that every step comes to its end. */
  stop(how: 'failed' | 'cancelled', failure?: Failure): void {
    if (this.stopped !== undefined) return;
    this.stopped = how;
    this.failure = failure;
    for (const origin of [...this.#haltedAt.values()].flat()) this.leftUndone(origin);
    for (const listener of [...this.#onStop]) listener();
    this.#onStop.clear();
    for (const act of [...this.#whenDecided.values()]) act();
    this.#whenDecided.clear();
    this.#wakeHalted();
    for (const node of this.nodes) {
      node.desk?.wakeEverybody();
      node.exit?.wakeEverybody();
    }
  }

  /** A refusal ends the run. */
  failAt(node: RunNode, failure: Failure, origin: number): void {
    node.failure ??= failure;
    if (mayComeAgain(node, failure)) this.leftUndone(origin);
    this.stop('failed', failure);
  }

  /** Nothing is left that could go on: the refusals end the run. */
  endHalted(): void {
    for (const [node, failure] of this.halted) node.failure ??= failure;
    const [failure] = this.halted.values();
    if (failure !== undefined) this.stop('failed', failure);
  }

  /** A bug of ours: the run ends, every step with it, and the cause is thrown at the end. */
  broke(cause: unknown): void {
    this.defect ??= { cause };
    this.stop('failed', terminal('runs.defect'));
  }

  /** The person cancels: a run that has failed already gives up its last calls then, too. */
  giveUp(): void {
    this.stop('cancelled');
    for (const listener of [...this.#onCancel]) listener();
    this.#onCancel.clear();
  }

  /** For whoever waits for an answer that a cancel does not wait for; one listener of the signal for all of them. */
  onCancel(listener: () => void): () => void {
    if (this.signal.aborted) {
      listener();
      return () => undefined;
    }
    this.#onCancel.add(listener);
    return () => {
      this.#onCancel.delete(listener);
    };
  }

  /** What somebody waits for who has sent nothing: a formula, what the host remembers. A cancel does not wait for it. */
  unlessCancelled<Value>(waiting: Promise<Value>): Promise<Value> {
    return new Promise<Value>((resolve, reject) => {
      const forget = this.onCancel(() => {
        reject(new Interrupted(cancelled));
      });
      waiting.then(resolve, reject).finally(forget);
    });
  }

  onStop(listener: () => void): () => void {
    this.#onStop.add(listener);
    return () => {
      this.#onStop.delete(listener);
    };
  }
}

/** A step that keeps something when the run has ended. */
function remembers({ planned: { work } }: RunNode): boolean {
  return work.form === 'inline' && work.inline.end !== undefined;
}

/**
 * A message that was refused for now, and ended the run, is not done. What is refused for good would end every later run
 * as well, so it does not come again. A list that broke off is none of its entries.
 */
function mayComeAgain(node: RunNode, { kind }: Failure): boolean {
  return kind === 'retryable' && !node.isFirstOfMany;
}
