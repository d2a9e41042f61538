import { RefusedError } from '../refusal.ts';

/** The clocks of one call: one for the whole, one for the wait at hand. The first to ring ends the call and says why. */
export interface Watch {
  /** Who is to be told; at once where it has rung already. The last one only: of a chain of hops the one under way. */
  onRing(stop: (why: RefusedError) => void): void;
  arm(ms: number, why: () => RefusedError): void;
  disarm(): void;
  end(): void;
}

export function createWatch(
  totalMs: number,
  host: string,
  callerSignal: AbortSignal | undefined,
): Watch {
  let reason: RefusedError | undefined;
  let stop: (why: RefusedError) => void = () => undefined;
  let wait: NodeJS.Timeout | undefined;
  const ring = (why: RefusedError): void => {
    if (reason !== undefined) return;
    reason = why;
    stop(why);
  };
  const whole = setTimeout(
    () => ring(new RefusedError('proxy.answer-too-long', { host, seconds: totalMs / 1000 })),
    totalMs,
  );
  const onGone = (): void => ring(new RefusedError('proxy.call-cancelled'));
  if (callerSignal?.aborted === true) onGone();
  else callerSignal?.addEventListener('abort', onGone, { once: true });

  return {
    onRing(told) {
      stop = told;
      if (reason !== undefined) stop(reason);
    },
    arm(ms, why) {
      wait = setTimeout(() => ring(why()), ms);
    },
    disarm() {
      clearTimeout(wait);
    },
    end() {
      clearTimeout(wait);
      clearTimeout(whole);
      callerSignal?.removeEventListener('abort', onGone);
    },
  };
}
