import { RefusedError } from '../refusal.ts';

/** The clocks of one call: one for the whole, one for the wait at hand. The first to ring ends the call and says why. */
export interface Watch {
  readonly signal: AbortSignal;
  readonly reason: RefusedError | undefined;
  arm(ms: number, reason: () => RefusedError): void;
  disarm(): void;
  end(): void;
}

export function createWatch(
  totalMs: number,
  host: string,
  callerSignal: AbortSignal | undefined,
): Watch {
  const controller = new AbortController();
  let reason: RefusedError | undefined;
  let timer: NodeJS.Timeout | undefined;
  const stop = (why: RefusedError): void => {
    reason ??= why;
    controller.abort(reason);
  };
  const whole = setTimeout(
    () => stop(new RefusedError('proxy.answer-too-long', { host, seconds: totalMs / 1000 })),
    totalMs,
  );
  const onGone = (): void => stop(new RefusedError('proxy.call-cancelled'));
  if (callerSignal?.aborted === true) onGone();
  else callerSignal?.addEventListener('abort', onGone, { once: true });

  return {
    signal: controller.signal,
    get reason() {
      return reason;
    },
    arm(ms, why) {
      timer = setTimeout(() => stop(why()), ms);
    },
    disarm() {
      clearTimeout(timer);
    },
    end() {
      clearTimeout(timer);
      clearTimeout(whole);
      callerSignal?.removeEventListener('abort', onGone);
    },
  };
}
