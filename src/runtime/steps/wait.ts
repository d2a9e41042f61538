import type { EvaluationContext } from '../../mapping/index.ts';
import type { StepWorld } from './executor.ts';

/** After so long at most, a wait notices that the run has failed elsewhere. A person's cancel ends it at once. */
const longestSleepMs = 1_000;

/**
 * Waits inside a step that only computes, until the clock says so: naps may take longer than they were meant to. Does not
 * come back when the run stops meanwhile.
 */
export async function wait(
  ms: number,
  { ports, signal }: StepWorld,
  context: EvaluationContext,
): Promise<void> {
  if (ms <= 0) return;
  const until = (await ports.now()) + ms;
  for (let left = ms; left > 0;) {
    const nap = Math.min(left, longestSleepMs);
    await sleepOrCancel(nap, ports, signal);
    await context.breathe?.();
    // Where the clock stands still, what was slept counts.
    left = Math.min(left - nap, until - (await ports.now()));
  }
}

async function sleepOrCancel(
  ms: number,
  ports: StepWorld['ports'],
  signal: AbortSignal,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const forget = whenCancelled(signal, resolve);
    ports.sleep(ms).then(
      () => {
        forget();
        resolve();
      },
      (cause: unknown) => {
        forget();
        reject(cause as Error);
      },
    );
  });
}

const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/** However many wait, a run's signal has one listener: Node warns of a leak when it has eleven. */
function whenCancelled(signal: AbortSignal, wake: () => void): () => void {
  if (signal.aborted) {
    wake();
    return () => undefined;
  }
  let all = waiting.get(signal);
  if (all === undefined) {
    const woken = new Set<() => void>();
    all = woken;
    waiting.set(signal, woken);
    const wakeAll = (): void => {
      for (const each of woken) each();
      woken.clear();
    };
    signal.addEventListener('abort', wakeAll, { once: true });
  }
  const others = all;
  others.add(wake);
  return () => {
    others.delete(wake);
  };
}
