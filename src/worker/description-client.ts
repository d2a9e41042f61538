/**
 * The page's side of the thread that reads descriptions.
 *
 * 1. Whoever does not want to wait ends the thread: reading itself cannot be interrupted. All that was asked is then answered
 *    with a failure in words.
 * 2. It ends by itself after a while without questions: a description that was read may hold much memory.
 */
import type { CallFailure } from '../catalog/index.ts';
import { failure, type Json, type Result } from '../shared/index.ts';
import type { DescriptionCommands, ReadingProgress } from './description-commands.ts';
import { callCommands, type Asked, type Caller, type WorkerLike } from './thread-messages.ts';

export type { ReadingProgress };
export type DescriptionAsk = Asked<DescriptionCommands, 'description.ask'>;

export interface DescriptionClient {
  ask(asked: DescriptionAsk): Promise<Result<readonly Json[], CallFailure>>;
  /** Ends what is being read. */
  stop(): void;
  /** How far it is; undefined: nothing is being read. The function that comes back stops telling. */
  onProgress(listener: (progress: ReadingProgress | undefined) => void): () => void;
}

const longestIdleMs = 120_000;

export function createDescriptionClient(
  newWorker: () => WorkerLike = startWorker,
  wait: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): DescriptionClient {
  const listeners = new Set<(progress: ReadingProgress | undefined) => void>();
  let live:
    { readonly worker: WorkerLike; readonly caller: Caller<DescriptionCommands> } | undefined;
  let asks = 0;

  function tell(progress: ReadingProgress | undefined): void {
    for (const listener of listeners) listener(progress);
  }

  function caller(): Caller<DescriptionCommands> {
    if (live !== undefined) return live.caller;
    const worker = newWorker();
    const fresh = {
      worker,
      caller: callCommands<DescriptionCommands, ReadingProgress>(worker, tell),
    };
    worker.addEventListener('error', () => {
      if (live === fresh) end('description-ended');
    });
    live = fresh;
    return fresh.caller;
  }

  function end(why: string): void {
    const ended = live;
    live = undefined;
    ended?.worker.terminate();
    ended?.caller.close(why);
    tell(undefined);
  }

  return {
    async ask(asked) {
      const number = ++asks;
      const asking = caller();
      try {
        return await asking.call('description.ask', asked);
      } catch (cause) {
        const why =
          cause instanceof Error && known.has(cause.message) ? cause.message : 'description-ended';
        return failure({ kind: 'terminal', code: `failures.${why}`, params: {}, fields: [] });
      } finally {
        if (live?.caller === asking && asking.open === 0) {
          tell(undefined);
          void wait(longestIdleMs).then(() => {
            if (live?.caller === asking && asks === number) end('description-stopped');
          });
        }
      }
    },
    stop: () => end('description-stopped'),
    onProgress(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

const known: ReadonlySet<string> = new Set(['description-stopped', 'description-ended']);

function startWorker(): WorkerLike {
  return new Worker(new URL('./description-worker.ts', import.meta.url), {
    type: 'module',
    name: 'descriptions',
  });
}
