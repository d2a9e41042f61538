/** So near to the edge of what scrolls it begins to move. */
const edge = 48;
const fastest = 14;

/** While something is dragged: what scrolls below the pointer scrolls when the pointer comes near its upper or lower edge. */
export function scrollNearEdge(): {
  at(x: number, y: number, onScroll: () => void): void;
  end(): void;
} {
  let request = 0;
  return {
    at(x, y, onScroll) {
      cancelAnimationFrame(request);
      const scroller = scrollerAt(x, y);
      const speed = scroller && speedAt(scroller, y);
      if (scroller === undefined || speed === undefined || speed === 0) return;
      const go = () => {
        const before = scroller.scrollTop;
        scroller.scrollTop += speed;
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

function speedAt(scroller: Element, y: number): number {
  const { top, bottom } = scroller.getBoundingClientRect();
  if (y < top + edge) return -Math.ceil(fastest * ((top + edge - y) / edge));
  if (y > bottom - edge) return Math.ceil(fastest * ((y - bottom + edge) / edge));
  return 0;
}
