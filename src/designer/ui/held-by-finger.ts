const heldMs = 350;

/**
 * A finger that stays picks up what lies under it; one that moves first scrolls. From then on, until the signal ends it, the
 * page neither scrolls away under the finger nor opens a menu.
 */
export function whenHeldByFinger(pickUp: () => void, signal: AbortSignal): void {
  let isHeld = false;
  const timer = setTimeout(() => {
    isHeld = true;
    pickUp();
  }, heldMs);
  signal.addEventListener('abort', () => clearTimeout(timer));
  addEventListener('touchmove', (moved) => isHeld && moved.preventDefault(), {
    signal,
    passive: false,
  });
  addEventListener('contextmenu', (menu) => menu.preventDefault(), { signal });
}
