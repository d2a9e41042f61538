import type { Caller } from '../caller.ts';
import { RefusedError } from '../refusal.ts';

/** The clocks of one call: one for the whole, one for the wait at hand. The first to ring ends the call and says why. */
export interface Watch {
  /** Who is to be told; at once where it has rung already. The last one only: of a chain of hops the one under way. */
  onRing(stop: (why: RefusedError) => void): void;
  arm(ms: number, why: () => RefusedError): void;
  disarm(): void;
  end(): void;
}

/** One timer serves both clocks, and stays where it is while waits come and go: most calls are over long before it rings. */
export function createWatch(totalMs: number, host: string, caller: Caller | undefined): Watch {
  let reason: RefusedError | undefined;
  let stop: (why: RefusedError) => void = () => undefined;
  const wholeEnds = performance.now() + totalMs;
  let waitEnds = Infinity;
  let whyWait: (() => RefusedError) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let rings = Infinity;

  function ring(why: RefusedError): void {
    if (reason !== undefined) return;
    reason = why;
    stop(why);
  }

  function setTimer(moment: number): void {
    if (moment >= rings) return;
    clearTimeout(timer);
    rings = moment;
    timer = setTimeout(look, moment - performance.now());
  }

  function look(): void {
    rings = Infinity;
    const moment = performance.now();
    if (moment >= wholeEnds)
      ring(new RefusedError('proxy.answer-too-long', { host, seconds: totalMs / 1000 }));
    else if (moment >= waitEnds && whyWait !== undefined) ring(whyWait());
    else setTimer(Math.min(waitEnds, wholeEnds));
  }

  const onGone = (): void => ring(new RefusedError('proxy.call-cancelled'));
  if (caller?.isGone === true) onGone();
  else caller?.onGone(onGone);

  return {
    onRing(told) {
      stop = told;
      if (reason !== undefined) stop(reason);
    },
    arm(ms, why) {
      waitEnds = performance.now() + ms;
      whyWait = why;
      setTimer(Math.min(waitEnds, wholeEnds));
    },
    disarm() {
      waitEnds = Infinity;
    },
    end() {
      clearTimeout(timer);
      caller?.onGone(undefined);
    },
  };
}
