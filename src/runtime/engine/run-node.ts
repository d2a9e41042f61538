import { noCounts } from '../run-counts.ts';
import type { Counts } from '../run-event.ts';
import type { Failure } from '../failure.ts';
import type { Message } from '../message.ts';
import type { OwnAddresses } from '../recipients.ts';
import { outPort } from '../../flow/index.ts';
import type { PlannedStep } from '../plan/plan-run.ts';
import type { Desk } from './desk.ts';
import { Gathered } from './gathered.ts';
import type { Group } from './group.ts';
import type { OrderedExit } from './ordered-exit.ts';
import type { Json } from '../../shared/index.ts';
import type { Sources } from '../../mapping/index.ts';

type Tally = { -readonly [Name in keyof Omit<Counts, 'byPort'>]: number };

const nobody: readonly RunNode[] = [];

/** A step while it runs: its tally, who comes next, and, where it calls out, its desk and its exit. */
export class RunNode {
  readonly id: string;
  readonly planned: PlannedStep;
  readonly tally: Tally = { ...noCounts };
  readonly desk: Desk | undefined;
  readonly exit: OrderedExit | undefined;
  /** What a gathering step keeps until a list of it leaves. */
  readonly gathered: Gathered | undefined;
  /** Its messages belong together: a later step may gather them. */
  readonly opensGroups: boolean;
  /** Groups that it opened and that have not ended, in the order in which they were opened. */
  readonly groups: Group[] = [];
  /** Its messages take different ways that a later Join waits for. */
  partsWays = false;
  /** The copies of its messages that have not all come to their end, in the order in which they left. */
  readonly copies: Group[] = [];
  /** The group whose entries are leaving now. */
  opening: Group | undefined;
  /** It gathers, or a later step does: what becomes of its messages decides when groups end. */
  leadsToGathering = false;
  /** Each entry of a list leaves as a message of its own. */
  readonly givesMany: boolean;
  /** Its entries are where messages begin: each is an origin of its own. */
  readonly isFirstOfMany: boolean;
  /** At most so many messages leave. */
  readonly limit: number;
  arrivals = 0;
  lanes = 0;
  openEntries: number;
  isStarted = false;
  isCounted = true;
  isFinished = false;
  /** The person said to leave refused messages out, whatever the step says. */
  skipsRefused = false;
  /** Whom its writes go to instead of their recipients. */
  sendsTo: OwnAddresses | undefined;
  /** Answers that nobody gave are in some of its messages. */
  isInvented = false;
  /** Something was left undone here or before. */
  isCut = false;
  failure: Failure | undefined;
  next: ReadonlyMap<string, readonly RunNode[]> = new Map();
  /** Who gets what leaves by the usual port. */
  following: readonly RunNode[] = [];
  #isInputEnded = false;
  #whenInputEnded: (() => void) | undefined;
  readonly #leftBy: Map<string, number> | undefined;
  /** The calling steps that a message reaches next, through steps that only compute. */
  callsAhead: readonly RunNode[] = [];

  constructor(
    planned: PlannedStep,
    desk: Desk | undefined,
    exit: OrderedExit | undefined,
    limit = Number.POSITIVE_INFINITY,
  ) {
    this.id = planned.step.id;
    this.planned = planned;
    this.desk = desk;
    this.exit = exit;
    this.limit = limit;
    this.openEntries = planned.entries;
    this.isFirstOfMany =
      planned.entries === 0 &&
      planned.operation.emits === 'many' &&
      planned.step.emit !== 'whole-list';
    this.opensGroups = planned.operation.emits === 'groups';
    this.givesMany =
      this.opensGroups ||
      (planned.operation.emits === 'many' && planned.step.emit !== 'whole-list');
    this.gathered = planned.work.form === 'gathering' ? new Gathered() : undefined;
    const { branches, ports } = planned.operation;
    const hasWays =
      branches !== undefined ||
      ports?.out !== undefined ||
      planned.step.onFailure === 'error-branch';
    this.#leftBy = hasWays ? new Map() : undefined;
  }

  connect(nodes: readonly RunNode[]): void {
    this.next = new Map(
      [...this.planned.next].map(([port, positions]) => [
        port,
        positions.map((at) => nodes[at] as RunNode),
      ]), // positions come from the plan
    );
    this.following = this.next.get(outPort) ?? [];
  }

  /** Who gets what leaves by a port. */
  after(port: string): readonly RunNode[] {
    return port === outPort ? this.following : (this.next.get(port) ?? nobody);
  }

  /** Nothing more comes to a gathering step. */
  endInput(): void {
    this.#isInputEnded = true;
    this.#whenInputEnded?.();
  }

  whenInputEnded(wake: () => void): void {
    if (this.#isInputEnded) wake();
    else this.#whenInputEnded = wake;
  }

  /** A message leaves. */
  left(port: string): void {
    this.tally.out++;
    this.#leftBy?.set(port, (this.#leftBy.get(port) ?? 0) + 1);
  }

  counts(): Counts {
    return this.#leftBy === undefined
      ? { ...this.tally }
      : { ...this.tally, byPort: Object.fromEntries(this.#leftBy) };
  }

  /** What of earlier data goes on with a message that leaves here. */
  sourcesAfter(message: Message, output: Json): Sources {
    const { carries, carriesUnchanged } = this.planned;
    if (carriesUnchanged) return message.sources;
    const sources: Record<string, Json | undefined> = {};
    for (let at = 0; at < carries.length; at++) {
      const name = carries[at] as string; // `at` is below the length
      sources[name] = name === this.id ? output : message.sources[name];
    }
    return sources;
  }
}

/** For each node what is ahead of it; `nodes` are in order, so later ones are known first. */
export function lookAhead(nodes: readonly RunNode[]): void {
  for (const node of nodes.toReversed()) {
    const ahead = new Set<RunNode>();
    for (const next of new Set([...node.next.values()].flat())) {
      if (next.desk !== undefined) ahead.add(next);
      else for (const further of next.callsAhead) ahead.add(further);
    }
    node.callsAhead = [...ahead];
    node.partsWays = nodes.some(({ planned }) => planned.join?.fork === node.id);
    node.leadsToGathering =
      node.gathered !== undefined ||
      [...node.next.values()].flat().some(({ leadsToGathering }) => leadsToGathering);
  }
}
