import {
  type CommandTable,
  type Line,
  serveCommands,
  type WorkerLike,
} from '../thread-messages.ts';

export interface FakeWorker extends WorkerLike {
  readonly isEnded: boolean;
  /** As when the thread crashes. */
  crash(): void;
  /** The worker's own side of the line. */
  readonly inside: Line;
}

/** A worker in the same thread: what is posted is copied, as between threads, and arrives later. */
export function fakeWorker(serve?: (inside: Line) => CommandTable): FakeWorker {
  const outer = new Set<(event: { readonly data: unknown }) => void>();
  const inner = new Set<(event: { readonly data: unknown }) => void>();
  const errors = new Set<(event: unknown) => void>();
  let isEnded = false;
  const post =
    (to: ReadonlySet<(event: { readonly data: unknown }) => void>) => (message: unknown) => {
      const data: unknown = structuredClone(message);
      queueMicrotask(() => {
        if (!isEnded) for (const listener of to) listener({ data });
      });
    };
  const inside: Line = {
    postMessage: post(outer),
    addEventListener: (_type, listener) => void inner.add(listener),
  };
  const worker: FakeWorker = {
    postMessage: post(inner),
    addEventListener(type: 'message' | 'error', listener: (event: never) => void) {
      if (type === 'error') errors.add(listener as (event: unknown) => void);
      else outer.add(listener as (event: { readonly data: unknown }) => void);
    },
    terminate() {
      isEnded = true;
    },
    crash() {
      for (const listener of errors) listener(undefined);
    },
    get isEnded() {
      return isEnded;
    },
    inside,
  };
  if (serve !== undefined) serveCommands(inside, serve(inside));
  return worker;
}
