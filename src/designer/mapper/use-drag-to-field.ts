import { useRef, type PointerEvent as ReactPointerEvent } from 'react';
import type { DataNode } from './model/data-tree.ts';
import { useMappingDesk } from './mapping-desk.ts';

const startsAfterPixels = 6;

/** Drags a data row onto a field by pointer events, so it works by touch and mouse alike. Fields carry `data-drop`. */
export function useDragToField(): {
  start(event: ReactPointerEvent, node: DataNode): void;
  hasJustDropped(): boolean;
} {
  const desk = useMappingDesk();
  const deskNow = useRef(desk);
  deskNow.current = desk;
  const droppedAt = useRef(0);

  const start = (event: ReactPointerEvent, node: DataNode) => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const from = { x: event.clientX, y: event.clientY };
    let ghost: HTMLElement | undefined;
    let lit: Element | null = null;
    const end = new AbortController();
    const light = (element: Element | null) => {
      if (element === lit) return;
      lit?.removeAttribute('data-lit');
      element?.setAttribute('data-lit', 'true');
      lit = element;
    };
    const move = (moved: PointerEvent) => {
      if (ghost === undefined) {
        if (Math.hypot(moved.clientX - from.x, moved.clientY - from.y) < startsAfterPixels) return;
        ghost = document.createElement('div');
        ghost.className = 'fb-drag-ghost';
        ghost.textContent = node.label;
        document.body.append(ghost);
      }
      ghost.style.transform = `translate(${moved.clientX + 8}px, ${moved.clientY + 8}px)`;
      light(
        document.elementFromPoint(moved.clientX, moved.clientY)?.closest('[data-drop]') ?? null,
      );
    };
    const drop = (dropped: PointerEvent) => {
      if (ghost !== undefined) {
        droppedAt.current = performance.now();
        const key = lit?.getAttribute('data-drop');
        const target =
          key === null || key === undefined ? undefined : deskNow.current.targetAt(key);
        if (target !== undefined)
          deskNow.current.pick(node, target, dropped.shiftKey ? 'after' : 'replace');
      }
      light(null);
      ghost?.remove();
      end.abort();
    };
    window.addEventListener('pointermove', move, { signal: end.signal });
    window.addEventListener('pointerup', drop, { signal: end.signal });
    window.addEventListener('pointercancel', drop, { signal: end.signal });
  };

  // The click that ends a drag is not a pick.
  return { start, hasJustDropped: () => performance.now() - droppedAt.current < 50 };
}
