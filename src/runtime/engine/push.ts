/**
 * How messages move. Steps that only compute run here and now, one after the other, without a promise; a message that
 * reaches a calling step is put on its desk.
 *
 * 1. A stack instead of recursion: a flow may have thousands of steps in a row.
 * 2. What leaves first is worked off first, to the end, before the next one leaves: order holds, and nothing piles up.
 * 3. R2: `leave` waits while a calling step ahead has a full desk.
 * 4. A step that has to wait (for a formula) holds up everything that moves: whoever comes meanwhile waits for its turn.
 * 5. What was gathered of a group that has ended leaves when nothing else is on the stack, one list after the other.
 * 6. What leaves for no further step is at its end: it waits for nobody's decision, and no stop takes it back. A list that
 *    leads nowhere is still asked for page by page, so it does wait and end.
 */
import type { Json } from '../../shared/index.ts';
import { cancelled, type Failure } from '../failure.ts';
import type { Message } from '../message.ts';
import type { MessageRecord } from '../message-record.ts';
import { outPort, errorPort } from '../../flow/index.ts';
import type { Gathering, Outcome } from '../steps/executor.ts';
import { cancelBundle, messageOf } from './bundle-message.ts';
import type { Bundle } from './gathered.ts';
import type { Group } from './group.ts';
import { GroupEnds } from './group-ends.ts';
import { Interrupted } from './interrupted.ts';
import type { LiveRun } from './live-run.ts';
import { originOf, Outgoing, Stack } from './outgoing.ts';
import { refused } from './refused.ts';
import type { RunNode } from './run-node.ts';

export class Push {
  readonly #run: LiveRun;
  readonly #stack = new Stack();
  readonly #arrives = (node: RunNode, message: Message) => this.#arrive(node, message);
  readonly #groups: GroupEnds;
  readonly #outgoing: Outgoing;
  /** Until the step that is waited for, and all behind it, is worked off. */
  #moving: Promise<void> | undefined;

  constructor(run: LiveRun) {
    this.#run = run;
    this.#groups = new GroupEnds(run);
    this.#outgoing = new Outgoing(run, this.#stack, this.#groups);
  }

  /** A message from outside reaches a first step. A promise only where it has to wait. */
  enter(node: RunNode, message: Message): Promise<void> | undefined {
    if (this.#moving !== undefined) return this.#moving.then(() => this.enter(node, message));
    this.#stack.put(node, message);
    return this.#drain();
  }

  /**
   * Lets outputs leave a calling step one by one. `already` of the same message left before. Enough: the limit is
   * reached. Cut: the run stopped before all of them had left.
   */
  async leave(
    node: RunNode,
    message: Message,
    port: string,
    outputs: readonly Json[],
    already: number,
  ): Promise<'goes-on' | 'enough' | 'cut'> {
    const run = this.#run;
    const isEnd = !node.givesMany && node.after(port).length === 0;
    for (let at = 0; at < outputs.length; at++) {
      while (isEnd ? this.#moving !== undefined : this.#mustWait(node)) await this.#untilNext();
      if (run.stopped !== undefined && !isEnd) {
        if (node.givesMany && port === outPort) node.isCut = true;
        run.cutBehind(node, port, originOf(node, message, port, already + at));
        return 'cut';
      }
      if (node.tally.out >= node.limit) return 'enough';
      this.#outgoing.send(node, message, port, outputs[at] as Json, already + at); // `at` is below the length
      const moving = this.#drain();
      if (moving !== undefined) await moving;
      if (run.needsBreath || fullAhead(node) !== undefined) await this.room(node);
    }
    return node.tally.out < node.limit ? 'goes-on' : 'enough';
  }

  /** R2: resolves when the steps ahead can take more; a source asks for room at its first step, too. */
  async room(node: RunNode, at: 'ahead' | 'here' = 'ahead'): Promise<void> {
    const run = this.#run;
    if (run.needsBreath) await run.breathe();
    // A lane must not wait for room on the desk that it takes from itself.
    const fullOne = (): RunNode | undefined =>
      at === 'here' && node.desk?.isFull === true ? node : fullAhead(node);
    for (let full = fullOne(); full !== undefined && run.stopped === undefined; full = fullOne()) {
      const { desk } = full;
      run.tellCounts(true);
      await run.activity.pause((wake) => desk?.whenRoom(wake));
    }
  }

  /** No more messages of these groups enter. */
  async ended(groups: Iterable<Group>): Promise<void> {
    while (this.#moving !== undefined) await this.#moving;
    for (const group of groups) this.#groups.release(group);
    const moving = this.#drain();
    if (moving !== undefined) await moving;
  }

  /** A calling step is through with a message: nothing more leaves for it. */
  async through(node: RunNode, { id, group }: Pick<Message, 'id' | 'group'>): Promise<void> {
    const opened = node.opening?.id === id ? node.opening : undefined;
    if (opened === undefined && group === undefined) return;
    while (this.#moving !== undefined) await this.#moving;
    if (opened !== undefined) {
      node.opening = undefined;
      this.#groups.release(opened);
    }
    if (group !== undefined) this.#groups.release(group);
    const moving = this.#drain();
    if (moving !== undefined) await moving;
  }

  /** Nothing more will reach a gathering step: what it still keeps leaves, or is left undone with the run. */
  async giveRest(node: RunNode, gathering: Gathering): Promise<void> {
    const { gathered } = node;
    const run = this.#run;
    while (gathered !== undefined && !gathered.isEmpty) {
      while (this.#mustWait(node)) await this.#untilNext();
      const group = gathered.oldest;
      const bundle = group === 'none' ? undefined : gathered.take(group);
      if (bundle === undefined) continue;
      if (run.stopped === undefined) {
        this.#give(node, gathering, bundle);
        const moving = this.#drain();
        if (moving !== undefined) await moving;
        await this.room(node);
      } else cancelBundle(run, node, bundle);
    }
    // Its last list may have left when a group ended, and be on its way still: no step behind has ended before it has come.
    while (this.#moving !== undefined) await this.#moving;
  }

  /**
   * Something else moves, or the run stands still for the person (who is only asked while more may leave). Whoever was
   * woken asks again at once: another one may have been quicker.
   */
  #mustWait(node: RunNode): boolean {
    return this.#moving !== undefined || (this.#run.isHalted && node.tally.out < node.limit);
  }

  #untilNext(): Promise<void> {
    return this.#moving ?? this.#run.untilGoingOn();
  }

  /** Works off what is on the stack; a promise when a step has to wait. */
  #drain(): Promise<void> | undefined {
    const waiting = this.#workOff();
    if (waiting !== undefined) {
      this.#moving = this.#workOffAfter(waiting);
      return this.#moving;
    }
    this.#run.tellCounts(false);
    return undefined;
  }

  async #workOffAfter(first: Promise<void>): Promise<void> {
    try {
      let waiting: Promise<void> | undefined = first;
      while (waiting !== undefined) {
        await waiting;
        waiting = this.#workOff();
      }
      this.#run.tellCounts(false);
    } finally {
      this.#moving = undefined;
    }
  }

  #workOff(): Promise<void> | undefined {
    do {
      const waiting = this.#stack.workOff(this.#arrives);
      if (waiting !== undefined) return waiting;
    } while (this.#endGroup());
    return undefined;
  }

  /** Lets the next list of a group leave that has ended; false: there is none. */
  #endGroup(): boolean {
    const due = this.#groups.next();
    if (due === undefined) return false;
    this.#give(due.node, due.gathering, due.bundle);
    return true;
  }

  /** Everything that a bundle still holds leaves as one message. */
  #give(node: RunNode, gathering: Gathering, bundle: Bundle): void {
    const message = messageOf(this.#run, node, gathering, bundle);
    if (message !== undefined) this.#outgoing.send(node, message, outPort, message.body, 0);
  }

  #arrive(node: RunNode, message: Message): Promise<void> | undefined {
    const run = this.#run;
    const index = run.arrived(node);
    if (node.desk !== undefined) {
      node.desk.put({ message, index });
      return undefined;
    }
    const { work } = node.planned;
    if (work.form === 'calling') return undefined;
    if (run.stopped !== undefined) {
      run.cancel(node, message.origin, { id: message.id, index }, cancelled);
      return undefined;
    }
    const outcome =
      work.form === 'inline'
        ? work.inline.run(message, run.context)
        : taken(run, work.gathering, message);
    if (!(outcome instanceof Promise)) {
      this.#settle(node, message, index, outcome);
      return undefined;
    }
    run.tired();
    return run.unlessCancelled(outcome).then(
      (known) => {
        this.#settle(node, message, index, known);
      },
      (cause: unknown) => {
        if (!(cause instanceof Interrupted)) throw cause;
        run.cancel(node, message.origin, { id: message.id, index }, cause.failure);
      },
    );
  }

  #settle(node: RunNode, message: Message, index: number, outcome: Outcome): void {
    this.#decide(node, message, index, outcome);
    if (message.group !== undefined) this.#groups.release(message.group);
  }

  #decide(node: RunNode, message: Message, index: number, outcome: Outcome): void {
    const run = this.#run;
    const { input } = outcome;
    switch (outcome.state) {
      case 'done': {
        const { work } = node.planned;
        if (work.form === 'gathering') {
          this.#gather(node, work.gathering, message, index, outcome.outputs[0] ?? null);
          return;
        }
        const { outputs, ports } = outcome;
        const over = run.limits.firstRefused(node, outputs, message.body);
        if (over !== undefined) {
          this.#refuse(node, message, index, over.failure, input);
          return;
        }
        run.limits.count(node, outputs.length);
        node.tally.done++;
        const record =
          input === undefined
            ? ({ id: message.id, index, output: outputs, state: 'done' } as const)
            : ({ id: message.id, index, input, output: outputs, state: 'done' } as const);
        run.keep(node, marked(message, ports === undefined ? record : { ...record, ports }));
        this.#outgoing.sendAll(node, message, outputs, ports);
        return;
      }
      case 'dropped':
        node.tally.dropped++;
        run.keep(
          node,
          marked(message, {
            id: message.id,
            index,
            ...(input === undefined ? {} : { input }),
            state: 'dropped',
          }),
        );
        return;
      case 'refused':
        this.#refuse(node, message, index, outcome.failure, input);
    }
  }

  #refuse(
    node: RunNode,
    message: Message,
    index: number,
    failure: Failure,
    input: Json | undefined,
  ): void {
    const record = { id: message.id, index, ...(input === undefined ? {} : { input }) };
    const output = refused(this.#run, node, message, record, failure);
    if (output !== undefined) this.#outgoing.send(node, message, errorPort, output, 0);
  }

  #gather(node: RunNode, gathering: Gathering, message: Message, index: number, value: Json): void {
    const { gathered } = node;
    if (gathered === undefined) return;
    const { now } = this.#run.context;
    const bundle = gathered.into(groupFor(node, gathering, message), message, now);
    const isOver = gathering.everyMs !== undefined && now - bundle.since >= gathering.everyMs;
    if (isOver && bundle.taken.length > 0) this.#giveFull(node, gathering, bundle);
    if (bundle.taken.length === 0) bundle.since = now;
    const room = this.#run.limits.roomAfter(value, bundle.room, 'list');
    if (typeof room !== 'number') {
      this.#refuse(node, message, index, room, value);
      return;
    }
    bundle.room = room;
    bundle.taken.push({ id: message.id, index, origin: message.origin, value });
    if (bundle.taken.length >= gathering.most) this.#giveFull(node, gathering, bundle);
  }

  /** A list leaves, and the next one of its group begins. */
  #giveFull(node: RunNode, gathering: Gathering, bundle: Bundle): void {
    this.#give(node, gathering, bundle);
    bundle.taken.length = 0;
    bundle.room = undefined;
    bundle.lists++;
  }
}

function marked({ invented }: Message, record: MessageRecord): MessageRecord {
  return invented === undefined ? record : { ...record, invented: 'input' };
}

/** The group whose list a message goes into; none: the list of the whole run. */
function groupFor(node: RunNode, { of }: Gathering, message: Message): Group | undefined {
  if (of === 'run') return undefined;
  const belongs =
    of === 'ways'
      ? (group: Group) => group.kind === 'copies' && group.from.id === node.planned.join?.fork
      : (group: Group) => group.kind === 'entries';
  let { group } = message;
  while (group !== undefined && !belongs(group)) group = group.parent;
  return group ?? (of === 'ways' ? node.gathered?.alone(node, message) : undefined);
}

/** Where lists end by time, the clock is asked first. */
function taken(run: LiveRun, gathering: Gathering, message: Message): Outcome | Promise<Outcome> {
  if (gathering.everyMs === undefined) return gathering.take(message, run.context);
  return run.tick().then(() => gathering.take(message, run.context));
}

function fullAhead(node: RunNode): RunNode | undefined {
  for (const ahead of node.callsAhead) if (ahead.desk?.isFull === true) return ahead;
  return undefined;
}
