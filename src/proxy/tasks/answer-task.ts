/**
 * POST /api/task: a task for a service that is not asked by HTTP, answered as lines of JSON (`TaskLine`).
 *
 * 1. The page is not trusted: component, destination and sign-in come from the seal, what may be done from this server's own
 *    catalog. A task of an operation that reads is told to change nothing.
 * 2. A page is made when the reader asks for it: memory stays that of a page, and a reader that waits makes the service wait.
 * 3. When the reader goes, the task is stopped at the service.
 * 4. Of what writes nothing is given before the task is over: what a service takes back at the end (a commit that fails) was
 *    then never given. So many entries are held until then; with more the task is stopped, which takes back what it did.
 * 5. A page of what gives one message is given when it is known that none follows, and says so.
 * 6. A file goes through piece by piece, either way: like other bytes that are no text it is not searched for secrets.
 */
import type { Component, Operation, TaskCall } from '../../catalog/contract.ts';
import { attachmentsIn, isJsonObject, toBase64, writeJson, type Json } from '../../shared/index.ts';
import type { FilePieces } from '../arrived-file.ts';
import { secretName } from '../auth-rules.ts';
import type { TaskLine, TaskOrder } from '../contract.ts';
import { freshHeaders, openCredential, type CredentialDeps } from '../credentials.ts';
import type { Destinations } from '../egress/destinations.ts';
import type { Egress } from '../egress/egress.ts';
import { toRefused, toRefusedMidway } from '../egress/failures.ts';
import { limitsByProfile } from '../egress/limits.ts';
import { maskText, needlesOf, type Needles } from '../mask.ts';
import { fileOf, shownOrigin } from '../origins.ts';
import { RefusedError, toRefusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import type { SealedCredential } from '../vault/vault.ts';
import { HeldPages, mostHeld } from './held-pages.ts';
import { notDone } from './not-done.ts';
import { TaskRefused, type TaskTransport } from './transport.ts';
import type { Transports } from './transports.ts';

export interface TaskDeps extends CredentialDeps {
  readonly egress: Pick<Egress, 'dial' | 'file'>;
  readonly destinations: Destinations;
  readonly components: readonly Component[];
  readonly transports: Transports;
  readonly taskWaits?: Partial<TaskWaits> | undefined;
}

export interface TaskWaits {
  /** Longest wait for one page. */
  readonly pageMs: number;
  /** Longest wait for all of them together; what the reader takes in between does not count. */
  readonly waitedMs: number;
}

const usualWaits: TaskWaits = {
  pageMs: limitsByProfile.call.idleMs,
  waitedMs: limitsByProfile.download.totalMs,
};

export async function answerTask(
  order: TaskOrder,
  session: Session,
  deps: TaskDeps,
  onEnd: () => void,
  signal?: AbortSignal,
  sent?: FilePieces,
): Promise<Response> {
  const { component, mayWrite, isOne } = declared(order, deps.components);
  const { credential, fresh } = await openCredential(order.credential, session, deps);
  if (credential.component !== component.id)
    throw new RefusedError('proxy.credential-other-component');
  const origin = credential.origins[0]?.origin;
  const load = deps.transports[order.via];
  if (origin === undefined || load === undefined) throw new RefusedError('proxy.task-unknown');
  const transport = await load();
  if (sent !== undefined) refuseOtherFiles(order, transport);
  const started = { order, mayWrite, isOne, credential, origin, transport, deps, signal, sent };
  const work = startWork(started);
  const needles = needlesOf(secretsOf(credential));
  return new Response(toStream(work, needles, onEnd), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Security-Policy': 'sandbox',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      ...freshHeaders(fresh),
    },
  });
}

function refuseOtherFiles({ task, input }: TaskOrder, { takesFiles = {} }: TaskTransport): void {
  const taken = Object.hasOwn(takesFiles, task) ? takesFiles[task] : undefined;
  if (taken === undefined) throw new RefusedError('proxy.file-not-taken');
  const count = attachmentsIn(input).length;
  if (taken === 'one' && count > 1) throw new RefusedError('proxy.one-file-only', { count });
}

/** What this server's own catalog says of the task; a task that no operation and no proof declares is refused. */
function declared(
  order: TaskOrder,
  components: readonly Component[],
): { readonly component: Component; readonly mayWrite: boolean; readonly isOne: boolean } {
  const component = components.find(({ id }) => id === order.component);
  if (component === undefined)
    throw new RefusedError('proxy.component-unknown', { component: order.component.slice(0, 100) });
  const isDeclared = (call: { readonly via: string } | undefined): boolean =>
    call?.via === order.via && (call as TaskCall).task === order.task;
  const operation = component.operations.find(({ id }) => id === order.operation);
  if (operation !== undefined && isDeclared(operation.call)) {
    return { component, mayWrite: writes(operation, order), isOne: operation.emits !== 'many' };
  }
  if (component.credentials.some(({ verify }) => isDeclared(verify?.call)))
    return { component, mayWrite: false, isOne: true };
  throw new RefusedError('proxy.task-unknown');
}

function writes({ effect }: Operation, order: TaskOrder): boolean {
  return (typeof effect === 'string' ? effect : order.effect) !== 'read';
}

const secrets = new WeakMap<SealedCredential, readonly string[]>();

/** What must not come back: every text of the form whose field is named like a secret. */
function secretsOf(credential: SealedCredential): readonly string[] {
  const known = secrets.get(credential);
  if (known !== undefined) return known;
  const found = Object.entries(credential.values).flatMap(([name, value]) =>
    typeof value === 'string' && secretName.test(name) ? [value] : [],
  );
  secrets.set(credential, found);
  return found;
}

interface Work {
  /** The next line; undefined at the end. Never throws: trouble is the last line. */
  next(): Promise<TaskLine | undefined>;
  /** Nobody waits for the rest. */
  stop(): void;
}

function startWork(given: {
  readonly order: TaskOrder;
  readonly mayWrite: boolean;
  /** Invariant 5. */
  readonly isOne: boolean;
  readonly credential: SealedCredential;
  readonly origin: string;
  readonly transport: TaskTransport;
  readonly deps: TaskDeps;
  readonly signal: AbortSignal | undefined;
  readonly sent: FilePieces | undefined;
}): Work {
  const { order, mayWrite, isOne, credential, origin, transport, deps, signal, sent } = given;
  const end = new AbortController();
  const stop = (): void => end.abort();
  if (signal?.aborted === true) stop();
  signal?.addEventListener('abort', stop, { once: true });
  const host = shownOrigin(origin);
  const { hostname, port } =
    fileOf(origin) === undefined ? new URL(origin) : { hostname: '', port: '0' };
  const pages = transport({
    task: order.task,
    input: order.input,
    mayWrite,
    origin,
    values: credential.values,
    signal: end.signal,
    ...(order.waitSeconds === undefined ? {} : { waitMs: order.waitSeconds * 1000 }),
    sent,
    owner: deps.egress,
    credentialType: credential.type,
    mayBePlain: deps.destinations.isAllowed(hostname, Number(port)),
    dial: (own) => deps.egress.dial(hostname, Number(port), own ?? end.signal),
    file: () => deps.egress.file(fileOf(origin) ?? ''),
  });
  let isOver = false;
  let hasBegun = false;
  const held = new HeldPages();
  const waits = { ...usualWaits, ...deps.taskWaits };
  const pageMs = order.waitSeconds === undefined ? waits.pageMs : order.waitSeconds * 1000;
  const { waitedMs } = waits;
  let left = waitedMs;

  /** A service that gives a little now and then has an end too. */
  async function nextPage(): ReturnType<typeof pages.next> {
    const asked = performance.now();
    const late =
      left < pageMs
        ? new RefusedError('proxy.answer-too-long', { host, seconds: waitedMs / 1000 })
        : new RefusedError('proxy.answer-stalled', { host });
    try {
      return await within(pages.next(), Math.max(0, Math.min(pageMs, left)), late);
    } finally {
      left -= performance.now() - asked;
    }
  }

  function over(line: TaskLine): TaskLine {
    isOver = true;
    signal?.removeEventListener('abort', stop);
    stop();
    void sent?.return();
    return line;
  }

  /** Throws what the service, the way to it or we ourselves say against it. */
  async function nextLine(): Promise<TaskLine> {
    for (;;) {
      const page = await nextPage();
      if (page.done === true) {
        const last = held.take();
        if (last === undefined) return over({ end: true });
        return held.isEmpty ? over({ page: [...last], isLast: true }) : { page: [...last] };
      }
      hasBegun = true;
      if (page.value === 'goes-on') continue; // the clock of a page begins anew
      if (page.value instanceof Uint8Array) return { bytes: toBase64(page.value) };
      if (!mayWrite && !isOne) return { page: [...page.value] };
      // Whoever is stopped before its end takes back what it did.
      if (!held.add(page.value))
        throw notDone('proxy.changed-too-much', { count: mostHeld.entries });
      const before = mayWrite ? undefined : held.takeEarlier();
      if (before !== undefined) return { page: [...before] };
    }
  }

  return {
    async next() {
      if (isOver) return undefined;
      try {
        return await nextLine();
      } catch (cause) {
        if (cause instanceof TaskRefused) return over({ no: noOf(cause) });
        if (isDefect(cause))
          return over({
            refusal: toRefusal(new RefusedError('proxy.server-fault', {}, { cause })),
          });
        if (!hasBegun) return over({ refusal: toRefusal(toRefused(cause, host)) });
        // What had begun may be done: it is not asked for again.
        return over({ refusal: { ...toRefusal(toRefusedMidway(cause, host)), retryable: false } });
      }
    },
    stop() {
      isOver = true;
      stop();
      void sent?.return();
      // What it has open is closed by its own `finally`; nobody hears of trouble on the way out.
      void pages.return().catch(() => undefined);
    },
  };
}

/** A mistake of ours, which is not the service's trouble: a line that breaks is a plain `Error`. */
function isDefect(cause: unknown): boolean {
  return [TypeError, RangeError, ReferenceError].some((kind) => cause instanceof kind);
}

function within<Value>(made: Promise<Value>, ms: number, late: RefusedError): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late), ms);
    made.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function toStream(work: Work, needles: Needles, onEnd: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const line = await work.next();
          if (line === undefined) {
            onEnd();
            controller.close();
            return;
          }
          const isFile = 'bytes' in line;
          const text = writeJson(isFile ? line : masked(line as unknown as Json, needles));
          controller.enqueue(encoder.encode(`${text}\n`));
        } catch (cause) {
          // A page that cannot be written (too long, too deep): the work ends, and its place is free again.
          onEnd();
          work.stop();
          controller.error(cause);
        }
      },
      cancel() {
        onEnd();
        work.stop();
      },
    },
    // One page ahead of the reader, not more.
    { highWaterMark: 1 },
  );
}

/** Texts are searched before they are written as JSON, so that a secret with a quote in it is found as it is. */
function masked(value: Json, needles: Needles): Json {
  if (needles.length === 0) return value;
  if (typeof value === 'string') return maskText(value, needles);
  if (Array.isArray(value))
    return (value as readonly Json[]).map((entry) => masked(entry, needles));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, masked(entry, needles)]),
  );
}

function noOf({ status, body, says }: TaskRefused): Extract<TaskLine, { no: object }>['no'] {
  return { status, body, ...(says === undefined ? {} : { says }) };
}
