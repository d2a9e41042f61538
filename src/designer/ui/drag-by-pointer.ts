/**
 * A press that becomes a drag: by mouse with the first pixels, by a finger once it has stayed a moment.
 *
 * 1. Only the pointer that pressed moves it and lets it go. Another finger, or the palm of the hand, changes nothing.
 * 2. One at a time: what presses while something is carried carries nothing.
 */
import { whenHeldByFinger } from './held-by-finger.ts';

const startsAfterPixels = 6;

export interface CarriedThing {
  move(x: number, y: number, withShift: boolean): void;
  shift(isDown: boolean): void;
  end(isDrop: boolean): void;
}

let isCarrying = false;

/** `onEnd` is called after a drag, not after a press that became none. */
export function dragByPointer(
  press: Pick<PointerEvent, 'pointerId' | 'pointerType' | 'button' | 'clientX' | 'clientY'>,
  pickUp: () => CarriedThing,
  onEnd: () => void,
): void {
  if (press.button !== 0 || isCarrying) return;
  const { pointerId, clientX, clientY } = press;
  const isTouch = press.pointerType === 'touch';
  const listening = new AbortController();
  const { signal } = listening;
  let carried: CarriedThing | undefined;

  function begin(): void {
    // Two fingers may both be waiting.
    if (carried !== undefined || isCarrying) return;
    isCarrying = true;
    carried = pickUp();
    carried.move(clientX, clientY, false);
  }
  function end(isDrop: boolean): void {
    listening.abort();
    if (carried === undefined) return;
    isCarrying = false;
    carried.end(isDrop);
    onEnd();
  }
  function onOwn(
    type: 'pointermove' | 'pointerup' | 'pointercancel',
    act: (own: PointerEvent) => void,
  ) {
    addEventListener(type, (event) => event.pointerId === pointerId && act(event), { signal });
  }

  if (isTouch) whenHeldByFinger(begin, pointerId, signal);
  onOwn('pointermove', (moved) => {
    const [across, down] = [moved.clientX - clientX, moved.clientY - clientY];
    if (carried === undefined && Math.hypot(across, down) >= startsAfterPixels) {
      if (isTouch) {
        end(false);
        return;
      }
      begin();
    }
    carried?.move(moved.clientX, moved.clientY, moved.shiftKey);
  });
  onOwn('pointerup', () => end(true));
  onOwn('pointercancel', () => end(false));
  addEventListener(
    'keydown',
    (pressed) => {
      if (carried === undefined) return;
      if (pressed.key === 'Escape') {
        pressed.preventDefault();
        pressed.stopPropagation();
        end(false);
      } else if (pressed.key === 'Shift') carried.shift(true);
    },
    { signal, capture: true },
  );
  addEventListener('keyup', (released) => released.key === 'Shift' && carried?.shift(false), {
    signal,
  });
}
