import type { EvaluationContext } from '../../mapping/index.ts';
import type { StepWorld } from './executor.ts';

/** After so long at most, a wait notices that the run has failed elsewhere. A person's cancel ends it at once. */
const longestSleepMs = 1_000;

/** Waits inside a step that only computes. Does not come back when the run stops meanwhile. */
export async function wait(
  ms: number,
  { ports, signal }: StepWorld,
  context: EvaluationContext,
): Promise<void> {
  for (let left = ms; left > 0; left -= longestSleepMs) {
    await sleepOrCancel(Math.min(left, longestSleepMs), ports, signal);
    await context.breathe?.();
  }
}

async function sleepOrCancel(
  ms: number,
  ports: StepWorld['ports'],
  signal: AbortSignal,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const wake = (): void => {
      resolve();
    };
    if (signal.aborted) wake();
    signal.addEventListener('abort', wake, { once: true });
    ports.sleep(ms).then(
      () => {
        signal.removeEventListener('abort', wake);
        resolve();
      },
      (cause: unknown) => {
        signal.removeEventListener('abort', wake);
        reject(cause as Error);
      },
    );
  });
}
