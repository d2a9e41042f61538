import { useRef, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import { useWorkbench } from '../state/workbench.ts';
import { whenHeldByFinger } from '../ui/held-by-finger.ts';

const slackPx = 6;

interface Press {
  readonly pointerId: number;
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
    if (letGo()?.isPickedUp === true) placement.giveUp();
  }
  function giveUpOwn({ pointerId }: PointerEvent) {
    if (pressed.current?.pointerId === pointerId) giveUp();
  }
  /** Another finger, or the palm of the hand, beside the one that carries. */
  const isCarrying = () => placement.getState().held !== undefined;

  const handlers = {
    onPointerDown(event: PointerEvent) {
      if (pressed.current !== undefined || isCarrying()) return;
      wasDrag.current = false;
      if (event.button !== 0) return;
      const { clientX: x, clientY: y } = event;
      // From the start: a quick drag leaves the button between two moves.
      event.currentTarget.setPointerCapture(event.pointerId);
      const waiting = new AbortController();
      const { pointerId } = event;
      const press: Press = { pointerId, x, y, waiting, isPickedUp: false, isDragged: false };
      pressed.current = press;
      if (event.pointerType !== 'touch') return;
      whenHeldByFinger(
        () => {
          if (isCarrying()) return;
          press.isPickedUp = true;
          placement.hold({ component, x, y });
        },
        pointerId,
        waiting.signal,
      );
    },
    onPointerMove({ clientX: x, clientY: y, pointerId, pointerType }: PointerEvent) {
      const press = pressed.current;
      if (press?.pointerId !== pointerId) return;
      const [across, down] = [Math.abs(x - press.x), Math.abs(y - press.y)];
      if (!press.isDragged && Math.hypot(across, down) < slackPx) return;
      if (pointerType === 'touch' && !press.isPickedUp && down >= across) {
        letGo();
        return;
      }
      if (!press.isPickedUp && isCarrying()) return;
      press.isPickedUp = true;
      press.isDragged = true;
      placement.hold({ component, x, y });
    },
    onPointerUp({ pointerId }: PointerEvent) {
      if (pressed.current?.pointerId !== pointerId) return;
      if (!pressed.current.isDragged) {
        giveUp();
        return;
      }
      letGo();
      if (placement.drop()) onTaken?.();
    },
    onPointerCancel: giveUpOwn,
    onLostPointerCapture: giveUpOwn,
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
