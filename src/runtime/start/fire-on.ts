/**
 * How a flow fires by itself while its host lives: on a schedule, by looking for something new, or when called.
 *
 * 1. One firing at a time: the next begins when the flow has finished with the one before. Times that pass meanwhile
 *    are skipped (schedule), what arrives meanwhile waits (webhook): so many, then whoever hands calls over has to wait.
 * 2. Time comes from the world that is handed in, and is asked again after every wait: a computer that slept fires
 *    once when it wakes, not once for every time it missed.
 */
import type { Json } from '../../shared/index.ts';
import type { Start } from '../../flow/index.ts';
import type { Reply } from '../reply.ts';
import { nextTimes } from './next-times.ts';

/** A call that came in; `answer` tells the caller, who waits. Only the first answer counts. */
export interface ReceivedCall {
  readonly message: Json;
  readonly answer?: ((answer: CallAnswer) => void) | undefined;
}

export type TakeCall = (call: ReceivedCall) => Promise<void> | undefined;

/** A reply, or how the flow ended without one. */
export type CallAnswer = Reply | 'done' | 'failed';

/** What a run is started with. */
export interface Firing {
  readonly at: number;
  readonly received?: readonly Json[];
  /** Answers the call that it was started by. */
  readonly answer?: ReceivedCall['answer'];
  readonly onlyNew?: boolean;
}

export interface FiringWorld {
  now(): Promise<number>;
  sleep(ms: number): Promise<void>;
  /** Hands over every call that arrives, until stopped. A promise that comes back asks for a pause until it resolves. */
  receive?(onCall: TakeCall): () => void;
}

export interface Listener {
  /** Runs the flow; resolves when it is through. */
  fire(firing: Firing): Promise<void>;
  /** Waits from now on; until when, where that is known. */
  waiting?(until: number | undefined): void;
}

/** So many calls wait here for their firing; more wait where they come from, which knows what to say to the callers. */
const mostWaiting = 100;

/** A long wait is cut into pieces, so that a clock that was set or a sleeping computer is noticed. */
const longestWaitMs = 60_000;

/** Starts listening; the function that comes back stops it. A flow that starts by hand never fires by itself. */
export function fireOn(start: Start, world: FiringWorld, listener: Listener): () => void {
  const life = { isOver: false };
  const stopReceiving = begin(start, world, listener, life);
  return () => {
    life.isOver = true;
    stopReceiving?.();
  };
}

interface Life {
  isOver: boolean;
}

function begin(
  start: Start,
  world: FiringWorld,
  listener: Listener,
  life: Life,
): (() => void) | undefined {
  switch (start.kind) {
    case 'manual':
      return undefined;
    case 'schedule':
      void onSchedule(start, world, listener, life);
      return undefined;
    case 'poll':
      void onPoll(start, world, listener, life);
      return undefined;
    case 'webhook':
      return onCalls(world, listener, life);
  }
}

async function onSchedule(
  { cron, timeZone }: Extract<Start, { kind: 'schedule' }>,
  world: FiringWorld,
  listener: Listener,
  life: Life,
): Promise<void> {
  let after = await world.now();
  while (!life.isOver) {
    const [next] = nextTimes(cron, timeZone, after, 1) ?? [];
    if (next === undefined) return;
    listener.waiting?.(next);
    if (!(await waitUntil(next, world, life))) return;
    await listener.fire({ at: next });
    after = Math.max(next, await world.now());
  }
}

async function onPoll(
  { everySeconds }: Extract<Start, { kind: 'poll' }>,
  world: FiringWorld,
  listener: Listener,
  life: Life,
): Promise<void> {
  while (!life.isOver) {
    const at = await world.now();
    await listener.fire({ at, onlyNew: true });
    const next = Math.max(at + everySeconds * 1000, await world.now());
    listener.waiting?.(next);
    if (!(await waitUntil(next, world, life))) return;
  }
}

function onCalls(world: FiringWorld, listener: Listener, life: Life): (() => void) | undefined {
  const waiting: ReceivedCall[] = [];
  let wantRoom: (() => void)[] = [];
  let isFiring = false;
  const makeRoom = (): void => {
    for (const goOn of wantRoom) goOn();
    wantRoom = [];
  };
  const next = async (): Promise<void> => {
    if (isFiring) return;
    isFiring = true;
    for (let call = waiting.shift(); call !== undefined && !life.isOver; call = waiting.shift()) {
      const { message, answer } = call;
      if (waiting.length < mostWaiting) makeRoom();
      const at = await world.now();
      await listener.fire({
        at,
        received: [message],
        ...(answer === undefined ? {} : { answer }),
      });
    }
    isFiring = false;
    if (!life.isOver) listener.waiting?.(undefined);
  };
  listener.waiting?.(undefined);
  const stop = world.receive?.((call) => {
    waiting.push(call);
    void next();
    return waiting.length < mostWaiting
      ? undefined
      : new Promise((goOn) => {
          wantRoom.push(goOn);
        });
  });
  return () => {
    stop?.();
    makeRoom();
  };
}

/** True when the time has come; false when nobody listens any more. */
async function waitUntil(time: number, world: FiringWorld, life: Life): Promise<boolean> {
  for (;;) {
    const left = time - (await world.now());
    if (life.isOver) return false;
    if (left <= 0) return true;
    await world.sleep(Math.min(left, longestWaitMs));
    if (life.isOver) return false;
  }
}
