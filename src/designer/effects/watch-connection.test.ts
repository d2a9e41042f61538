import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createConnectionStore } from '../state/connection-store.ts';
import { watchConnection } from './watch-connection.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function aPage({ hasNetwork = true, isThere = true } = {}) {
  const connection = createConnectionStore();
  const target = new EventTarget();
  const server = { isThere, asked: 0 };
  let doubt = () => undefined as void;
  const stop = watchConnection({
    connection,
    target,
    hasNetwork: () => hasNetwork,
    doubts(hear) {
      doubt = hear;
      return () => undefined;
    },
    everyMs: 100,
    ask: () => {
      server.asked += 1;
      return server.isThere ? Promise.resolve() : Promise.reject(new TypeError('gone'));
    },
  });
  const hear = async (event: string) => {
    target.dispatchEvent(new Event(event));
    await vi.advanceTimersByTimeAsync(0);
  };
  const wonder = async () => {
    doubt();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { isOffline: () => connection.getState().isOffline, server, hear, wonder, stop };
}

describe('the connection to Footbridge', () => {
  it('is gone as soon as the browser says so; once the page has begun, nobody is asked while all is well', async () => {
    const { isOffline, server, hear, stop } = aPage();
    await hear('focus');
    expect([isOffline(), server.asked]).toEqual([false, 1]);
    await hear('offline');
    expect(isOffline()).toBe(true);
    stop();
  });

  it('is back once Footbridge answers, not when the network is', async () => {
    const { isOffline, server, hear, stop } = aPage();
    server.isThere = false;
    await hear('offline');
    await hear('online');
    expect(isOffline()).toBe(true);
    server.isThere = true;
    await vi.advanceTimersByTimeAsync(100);
    expect(isOffline()).toBe(false);
    const { asked } = server;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.asked).toBe(asked);
    stop();
  });

  it('is gone where something was not answered and Footbridge does not answer either', async () => {
    const { isOffline, server, wonder, stop } = aPage();
    await wonder();
    expect([isOffline(), server.asked]).toEqual([false, 2]);
    server.isThere = false;
    await wonder();
    expect(isOffline()).toBe(true);
    stop();
  });

  it('is known to be gone from the start of a kept page where the network is there and Footbridge is not', async () => {
    const { isOffline, server, stop } = aPage({ isThere: false });
    await vi.advanceTimersByTimeAsync(0);
    expect(isOffline()).toBe(true);
    server.isThere = true;
    await vi.advanceTimersByTimeAsync(100);
    expect(isOffline()).toBe(false);
    stop();
  });

  it('is known to be gone from the start of a page without a network', () => {
    const { isOffline, stop } = aPage({ hasNetwork: false });
    expect(isOffline()).toBe(true);
    stop();
  });
});
