/**
 * R3: one call and its retries.
 *
 * 1. Every try is an outside effect of its own, named by message, step and number: a replay makes none twice.
 * 2. Only what another try can mend is tried again; a write only where the service knows the message again.
 * 3. Only a call that is on its way has a place among those of the run; what waits for its next try has none.
 * 4. A cancel ends the wait for an answer even when the host does not give the call up.
 */
import type { RequestTemplate, ServiceAnswer } from '../../catalog/index.ts';
import { mayTryAgain, usualTries } from '../../flow/index.ts';
import { askedDelay, delayBefore, longestAskedDelayMs } from '../backoff.ts';
import { cancelled, cancelledWhileSending } from '../failure.ts';
import type { Message } from '../message.ts';
import { neverAborted } from '../ports.ts';
import type { Take } from '../steps/executor.ts';
import { Interrupted } from './interrupted.ts';
import type { LiveRun } from './live-run.ts';
import type { RunNode } from './run-node.ts';

/** Numbers the tries of one message at one step. */
export interface Tries {
  count: number;
}

export async function attempt(
  run: LiveRun,
  node: RunNode,
  message: Message,
  request: RequestTemplate,
  tries: Tries,
  take: Take,
): Promise<ReturnType<Take>> {
  const { step, operation, effect } = node.planned;
  const credential =
    step.credential === undefined ? undefined : run.request.credentials[step.credential];
  const attempts = mayTryAgain(operation, effect)
    ? (step.retry?.attempts ?? usualTries(operation))
    : 1;
  const sent = run.limits.waited(request);
  for (let number = 1; ; number++) {
    const key = `${message.id}/${step.id}/${tries.count++}` as const;
    if (run.stopped !== undefined) throw new Interrupted(cancelled);
    const turn = run.calls.enter(run);
    if (turn !== undefined) await turn;
    let answer: ServiceAnswer;
    try {
      answer = await untilCancelled(run, () =>
        run.ports.step(key, (hostSignal) =>
          endedByEither(run, hostSignal, (signal) =>
            run.ports.service.call(sent, credential, signal),
          ),
        ),
      );
    } finally {
      run.calls.leave();
    }
    await run.tick();
    const taken = take(answer);
    if (taken.ok || taken.reason.kind !== 'retryable' || number >= attempts) return taken;
    const asked =
      taken.reason.retryAfterMs ??
      askedDelay(
        answer.kind === 'answered' ? answer.headers['retry-after'] : undefined,
        run.context.now,
      );
    if (asked !== undefined && asked > longestAskedDelayMs) return taken;
    const delayMs = asked ?? delayBefore(number, run.ports.uuid());
    run.emit({
      type: 'step.retrying',
      step: step.id,
      attempt: number,
      delayMs,
      failure: taken.reason,
    });
    if (run.stopped !== undefined) throw new Interrupted(cancelled);
    await sleepUntilStopped(run, delayMs);
  }
}

/**
 * A person's cancel does not wait for the answer; a run that fails elsewhere does, so that nothing is left unknown, until
 * the person cancels that as well.
 */
function untilCancelled<Value>(run: LiveRun, act: () => Promise<Value>): Promise<Value> {
  if (run.stopped !== undefined) return Promise.reject(new Interrupted(cancelled));
  return new Promise<Value>((resolve, reject) => {
    const forget = run.onCancel(() => {
      reject(new Interrupted(cancelledWhileSending));
    });
    act().then(
      (value) => {
        forget();
        resolve(value);
      },
      (cause: unknown) => {
        forget();
        reject(run.signal.aborted ? new Interrupted(cancelledWhileSending) : (cause as Error));
      },
    );
  });
}

async function sleepUntilStopped(run: LiveRun, ms: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const forget = run.onStop(() => {
      reject(new Interrupted(cancelled));
    });
    run.ports.sleep(ms).then(
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

/** The call ends with the run's signal and with the host's; nobody listens to either when it is over. */
async function endedByEither<Value>(
  run: LiveRun,
  hostSignal: AbortSignal,
  act: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  if (hostSignal === run.signal || hostSignal === neverAborted) return act(run.signal);
  const either = new AbortController();
  const end = (): void => {
    either.abort();
  };
  if (hostSignal.aborted) end();
  hostSignal.addEventListener('abort', end, { once: true });
  const forget = run.onCancel(end);
  try {
    return await act(either.signal);
  } finally {
    forget();
    hostSignal.removeEventListener('abort', end);
  }
}
