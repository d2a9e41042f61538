import { useRef, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import { useWorkbench } from '../state/workbench.ts';
import { whenHeldByFinger } from '../ui/held-by-finger.ts';

const slackPx = 6;

interface Press {
  readonly x: number;
  readonly y: number;
  /** Ends the wait for a finger that stays. */
  readonly waiting: AbortController;
  isPickedUp: boolean;
  isDragged: boolean;
}

/**
 * Takes a component from the list to the canvas: by mouse with the first pixels, by a finger with a pull sideways or once it
 * has stayed a moment, for up and down is scrolling. Escape puts it back.
 */
export function useDragToCanvas(component: string, onTaken?: () => void) {
  const { placement } = useWorkbench();
  const pressed = useRef<Press>(undefined);
  /** Until the click that may follow, or the next press. */
  const wasDrag = useRef(false);

  function letGo(): Press | undefined {
    const press = pressed.current;
    press?.waiting.abort();
    pressed.current = undefined;
    if (press?.isDragged === true) wasDrag.current = true;
    return press;
  }
  function giveUp() {
    letGo();
    placement.giveUp();
  }

  const handlers = {
    onPointerDown(event: PointerEvent) {
      wasDrag.current = false;
      if (event.button !== 0) return;
      const { clientX: x, clientY: y } = event;
      // From the start: a quick drag leaves the button between two moves.
      event.currentTarget.setPointerCapture(event.pointerId);
      const waiting = new AbortController();
      const press: Press = { x, y, waiting, isPickedUp: false, isDragged: false };
      pressed.current = press;
      if (event.pointerType !== 'touch') return;
      whenHeldByFinger(() => {
        press.isPickedUp = true;
        placement.hold({ component, x, y });
      }, waiting.signal);
    },
    onPointerMove({ clientX: x, clientY: y, pointerType }: PointerEvent) {
      const press = pressed.current;
      if (press === undefined) return;
      const [across, down] = [Math.abs(x - press.x), Math.abs(y - press.y)];
      if (!press.isDragged && Math.hypot(across, down) < slackPx) return;
      if (pointerType === 'touch' && !press.isPickedUp && down >= across) {
        letGo();
        return;
      }
      press.isPickedUp = true;
      press.isDragged = true;
      placement.hold({ component, x, y });
    },
    onPointerUp() {
      if (letGo()?.isDragged !== true) placement.giveUp();
      else if (placement.drop()) onTaken?.();
    },
    onPointerCancel: giveUp,
    onKeyDown({ key }: KeyboardEvent) {
      if (key === 'Escape' && pressed.current?.isPickedUp === true) giveUp();
    },
  };
  return {
    handlers,
    /** The click that ends a drag is none, however late it comes; one of the keyboard always is. */
    isEndOfDrag({ detail }: MouseEvent): boolean {
      const isEnd = wasDrag.current && detail > 0;
      wasDrag.current = false;
      return isEnd;
    },
  };
}
