/**
 * Whether Footbridge can be reached.
 *
 * 1. The browser says when the network goes: that is believed at once. That it came back is not: Footbridge is asked.
 * 2. While it is gone it is asked again every few seconds and when somebody looks, so the page finds back by itself.
 * 3. It is asked once at the beginning: a page that the browser kept opens without it. From then on nothing is asked while
 *    all is well: what was not answered raises a doubt (`doubts`), and then it is.
 */
import type { ConnectionStore } from '../state/connection-store.ts';

export interface ConnectionPorts {
  readonly connection: ConnectionStore;
  /** Resolves when Footbridge answers, whatever it says; rejects when nobody does. */
  readonly ask: () => Promise<unknown>;
  readonly target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  /** Calls `hear` whenever something was not answered; gives the way to stop. */
  readonly doubts: (hear: () => void) => () => void;
  /** The browser's own opinion. */
  readonly hasNetwork: () => boolean;
  readonly everyMs?: number;
}

/** Gives the way to stop. */
export function watchConnection(ports: ConnectionPorts): () => void {
  const { connection, ask, target, doubts, hasNetwork, everyMs = 4_000 } = ports;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  async function look(): Promise<void> {
    const mine = (turn += 1);
    clearTimeout(timer);
    const isOffline = await ask().then(
      () => false,
      () => true,
    );
    if (mine !== turn) return;
    tell(isOffline);
  }

  function tell(isOffline: boolean): void {
    clearTimeout(timer);
    if (connection.getState().isOffline !== isOffline) connection.setState({ isOffline });
    if (isOffline) timer = setTimeout(() => void look(), everyMs);
  }

  const onGone = () => {
    turn += 1;
    tell(true);
  };
  const onBack = () => void look();
  const onLook = () => {
    if (connection.getState().isOffline) void look();
  };
  const unlisten = doubts(() => {
    if (!connection.getState().isOffline) void look();
  });
  target.addEventListener('offline', onGone);
  target.addEventListener('online', onBack);
  target.addEventListener('focus', onLook);
  if (hasNetwork()) void look();
  else onGone();

  return () => {
    turn += 1;
    clearTimeout(timer);
    unlisten();
    target.removeEventListener('offline', onGone);
    target.removeEventListener('online', onBack);
    target.removeEventListener('focus', onLook);
  };
}
