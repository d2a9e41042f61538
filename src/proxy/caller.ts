/** Who waits for an answer, and may go before it comes. Cheaper than an `AbortSignal`, of which every call would need one. */
export interface Caller {
  readonly isGone: boolean;
  /** Told when the caller goes, the last one only; undefined: nobody is to be told any more. */
  onGone(act: (() => void) | undefined): void;
}

export function callerOf(signal: AbortSignal): Caller {
  let listener: (() => void) | undefined;
  return {
    get isGone() {
      return signal.aborted;
    },
    onGone(act) {
      if (listener !== undefined) signal.removeEventListener('abort', listener);
      listener = act;
      if (act !== undefined) signal.addEventListener('abort', act, { once: true });
    },
  };
}
