import type { KeyboardEvent, PointerEvent } from 'react';
import css from './regions.module.css';

interface SeparatorProps {
  readonly label: string;
  /** Of the region beside it, in pixels. */
  readonly size: number;
  readonly smallest: number;
  readonly largest: number;
  /** Where that region is: it grows away from there. */
  readonly side: 'left' | 'right';
  readonly onResize: (size: number) => void;
}

const step = 16;

/** Between two regions: mouse, finger and arrow keys move it; Home and End go as far as there is room. */
export function Separator({ label, size, smallest, largest, side, onResize }: SeparatorProps) {
  const grows = side === 'left' ? 1 : -1;
  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return;
    event.preventDefault();
    const { pointerId, clientX: from } = event;
    const line: HTMLElement = event.currentTarget;
    line.setPointerCapture(pointerId);
    const end = new AbortController();
    const { signal } = end;
    line.addEventListener(
      'pointermove',
      (moved) => moved.pointerId === pointerId && onResize(size + grows * (moved.clientX - from)),
      { signal },
    );
    for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'] as const)
      line.addEventListener(type, (own) => own.pointerId === pointerId && end.abort(), { signal });
  }
  function onKeyDown(event: KeyboardEvent) {
    const sizes: Readonly<Record<string, number>> = {
      ArrowRight: size + grows * step,
      ArrowLeft: size - grows * step,
      Home: smallest,
      End: largest,
    };
    const next = sizes[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onResize(next);
  }
  return (
    <div
      className={css.separator}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(size)}
      aria-valuemin={smallest}
      aria-valuemax={largest}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  );
}
