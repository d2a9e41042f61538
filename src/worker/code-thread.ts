import type { CodeAnswer, CodeAsk, CodePort } from '../runtime/index.ts';
import { callCommands, type Caller, type WorkerLike } from './thread-messages.ts';

export interface CodeCommands {
  /** Answers when functions can run: their time does not begin before. */
  readonly 'code.ready': () => Promise<void>;
  readonly 'code.run': (ask: CodeAsk) => Promise<CodeAnswer>;
  readonly [name: string]: (asked: never) => unknown;
}

/** Beyond its own limit a function is given this long to be ended from inside; then its thread is. */
const graceMs = 2_000;

/**
 * Runs functions in a thread of their own, one at a time. The thread starts with the first one; it is ended when a
 * function does not come to an end, or its run is cancelled, and the next one gets a fresh thread.
 */
export function createCodeThread(
  newWorker: () => WorkerLike,
  sleep: (ms: number) => Promise<void>,
): CodePort {
  let live: { readonly worker: WorkerLike; readonly caller: Caller<CodeCommands> } | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function thread(): Caller<CodeCommands> {
    if (live !== undefined) return live.caller;
    const worker = newWorker();
    const fresh = { worker, caller: callCommands<CodeCommands>(worker) };
    worker.addEventListener('error', () => {
      if (live === fresh) end('the thread of functions ended');
    });
    live = fresh;
    return fresh.caller;
  }

  function end(reason: string): void {
    const ended = live;
    live = undefined;
    ended?.worker.terminate();
    ended?.caller.close(reason);
  }

  async function run(ask: CodeAsk, signal: AbortSignal): Promise<CodeAnswer> {
    signal.throwIfAborted();
    let isLate = false;
    let isOver = false;
    const cancel = (): void => {
      end('cancelled');
    };
    signal.addEventListener('abort', cancel, { once: true });
    try {
      const caller = thread();
      await caller.call('code.ready', undefined);
      void sleep(ask.timeLimitMs + graceMs).then(() => {
        if (isOver) return;
        isLate = true;
        end('too slow');
      });
      return await caller.call('code.run', ask);
    } catch (cause) {
      if (isLate) return { ok: false, reason: 'too-slow' };
      throw cause;
    } finally {
      isOver = true;
      signal.removeEventListener('abort', cancel);
    }
  }

  return {
    run(ask, signal) {
      const turn = last.then(() => run(ask, signal));
      last = turn.catch(() => undefined);
      return orAborted(turn, signal);
    },
  };
}

/** Who is cancelled does not wait in line for the functions of others. */
function orAborted<Value>(turn: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise<Value>((resolve, reject) => {
    const abort = (): void => {
      reject(new DOMException('cancelled', 'AbortError'));
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    void turn.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
}
