const heldMs = 350;

/**
 * A finger that stays picks up what lies under it; one that moves first scrolls. From then on, until the signal ends it, the
 * page neither scrolls away under the finger nor opens a menu. A second finger before that means to zoom or to scroll.
 */
export function whenHeldByFinger(pickUp: () => void, pointerId: number, signal: AbortSignal): void {
  let isHeld = false;
  let timer = setTimeout(() => {
    // Moves that had to wait for a busy page are heard first.
    timer = setTimeout(() => {
      isHeld = true;
      pickUp();
    }, 0);
  }, heldMs);
  signal.addEventListener('abort', () => clearTimeout(timer));
  addEventListener(
    'pointerdown',
    (other) => {
      if (!isHeld && other.pointerId !== pointerId) clearTimeout(timer);
    },
    { signal },
  );
  addEventListener('touchmove', (moved) => isHeld && moved.preventDefault(), {
    signal,
    passive: false,
  });
  addEventListener('contextmenu', (menu) => menu.preventDefault(), { signal });
}
