/**
 * One writer per flow among the tabs of this browser.
 *
 * 1. The lock is the browser's own (Web Locks): it ends with its tab, so no flow stays locked by a dead one.
 * 2. Who does not get it waits in the queue and becomes the writer when the other tab closes.
 * 3. "Take over" asks the writer first, so that it can save; a tab that does not answer in time loses the lock.
 */
export interface WriteLock {
  takeOver(): void;
  release(): void;
}

interface LockEvents {
  gained(): void;
  /** Another tab writes, from the start or from now on. */
  lost(): void;
  /** Another tab asks to write: save, then the lock is let go. */
  asked(): Promise<void>;
}

/** A tab that has just closed or reloaded lets go within this time: not worth a word. */
const shortMs = 200;
/** Where the flow cannot be touched before the tab has let go, it is given longer. */
const closingMs = 1000;
const patienceMs = 1500;

export function holdWriteLock(flow: string, on: LockEvents): WriteLock {
  const name = lockName(flow);
  const channel = new BroadcastChannel(name);
  let letGo: (() => void) | undefined;
  let waiting = new AbortController();
  let ended = false;

  function keep(): Promise<void> {
    if (ended) return Promise.resolve();
    on.gained();
    return new Promise((resolve) => (letGo = resolve));
  }

  async function request(options: LockOptions): Promise<void> {
    try {
      await navigator.locks.request(name, options, (lock) => (lock === null ? undefined : keep()));
    } catch (cause) {
      // Stolen by another tab, or no longer waiting: both are what somebody asked for.
      if (!(cause instanceof DOMException && cause.name === 'AbortError')) throw cause;
      if (letGo !== undefined) {
        letGo = undefined;
        lose();
      }
    }
  }

  function lose(): void {
    if (ended) return;
    on.lost();
    queue();
  }

  function queue(): void {
    waiting = new AbortController();
    void request({ signal: waiting.signal });
  }

  channel.onmessage = () => {
    const go = letGo;
    if (go === undefined) return;
    void on.asked().finally(() => {
      // Asked twice, or stolen while it was saved: it is given away, and waited for, once.
      if (letGo !== go) return;
      letGo = undefined;
      go();
      lose();
    });
  };

  queue();
  setTimeout(() => {
    if (letGo === undefined && !ended) on.lost();
  }, shortMs);

  return {
    takeOver() {
      channel.postMessage('please');
      setTimeout(() => {
        if (ended || letGo !== undefined) return;
        waiting.abort();
        void request({ steal: true });
      }, patienceMs);
    },
    release() {
      ended = true;
      waiting.abort();
      letGo?.();
      channel.close();
    },
  };
}

/** Which of these flows some tab of this browser writes. A tab that is just closing is waited for. */
export async function openFlows(flows: readonly string[]): Promise<ReadonlySet<string>> {
  const until = performance.now() + closingMs;
  for (;;) {
    const { held = [] } = await navigator.locks.query();
    const names = new Set(held.map(({ name }) => name));
    const open = new Set(flows.filter((flow) => names.has(lockName(flow))));
    if (open.size === 0 || performance.now() >= until) return open;
    await new Promise((resolve) => setTimeout(resolve, shortMs));
  }
}

/** Does something to a flow that is not open here, unless a tab has it open. Tells whether it was done. */
export async function ifNobodyWrites(flow: string, act: () => Promise<void>): Promise<boolean> {
  const options = { signal: AbortSignal.timeout(closingMs) };
  let isFree = false;
  await navigator.locks
    .request(lockName(flow), options, () => {
      isFree = true;
      return act();
    })
    .catch((cause: unknown) => {
      if (isFree) throw cause;
    });
  return isFree;
}

function lockName(flow: string): string {
  return `footbridge.flow.${flow}`;
}
