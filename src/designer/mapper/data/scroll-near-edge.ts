/** So near to the edge of what scrolls it begins to move. */
const edge = 48;
/** Pixels a millisecond at the edge itself; who stays there wants to go far. */
const atFirst = 0.85;
const atMost = 40;
/** What a frame that came late makes up for. */
const longestFrameMs = 50;

/**
 * While something is dragged: what scrolls below the pointer scrolls when the pointer comes near its upper or lower edge, and
 * faster the longer it stays there: the end of two thousand fields is eight seconds away.
 */
export function scrollNearEdge(): {
  at(x: number, y: number, onScroll: () => void): void;
  end(): void;
} {
  let request = 0;
  let since: number | undefined;
  return {
    at(x, y, onScroll) {
      cancelAnimationFrame(request);
      const scroller = scrollerAt(x, y);
      const pull = scroller === undefined ? 0 : pullAt(scroller, y);
      if (scroller === undefined || pull === 0) {
        since = undefined;
        return;
      }
      let last: number | undefined;
      const go = (now: number) => {
        since ??= now;
        const before = scroller.scrollTop;
        const frame = last === undefined ? 16 : Math.min(longestFrameMs, now - last);
        last = now;
        const speed = Math.min(atMost, atFirst * (1 + ((now - since) / 1000) ** 2));
        scroller.scrollTop += pull * speed * frame;
        if (scroller.scrollTop === before) return;
        onScroll();
        request = requestAnimationFrame(go);
      };
      request = requestAnimationFrame(go);
    },
    end: () => cancelAnimationFrame(request),
  };
}

function scrollerAt(x: number, y: number): Element | undefined {
  let element = document.elementFromPoint(x, y);
  while (element !== null) {
    const scrolls = element.scrollHeight > element.clientHeight + 1;
    if (scrolls && /auto|scroll/.test(getComputedStyle(element).overflowY)) return element;
    element = element.parentElement;
  }
  return undefined;
}

/** From -1 at the upper edge to 1 at the lower one; 0 in between. */
function pullAt(scroller: Element, y: number): number {
  const { top, bottom } = scroller.getBoundingClientRect();
  if (y < top + edge) return -Math.min(1, (top + edge - y) / edge);
  if (y > bottom - edge) return Math.min(1, (y - bottom + edge) / edge);
  return 0;
}
