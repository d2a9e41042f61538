import { useEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import css from './pop-list.module.css';

interface PopListProps {
  readonly id: string;
  readonly label: string;
  /** What the list hangs below, in the window. */
  readonly below: { readonly left: number; readonly top: number; readonly bottom: number };
  readonly count: number;
  readonly active: number;
  readonly onActive: (at: number) => void;
  readonly onChoose: (at: number) => void;
  /** What an option is called, when that is more than what stands in it. */
  readonly nameOf?: (at: number) => string;
  readonly keyOf: (at: number) => string;
  readonly children: (at: number) => ReactNode;
}

const listHeight = 260;
const listWidth = 340;

/** A list at the caret. The focus stays where one types: arrows move, Enter takes, Escape closes. */
export function PopList(props: PopListProps) {
  const { id, label, below, count, active, onActive, onChoose, nameOf, keyOf, children } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const fitsBelow = below.bottom + listHeight + 8 < window.innerHeight;
  const left = Math.max(8, Math.min(below.left, window.innerWidth - listWidth - 8));
  return createPortal(
    <div
      ref={list}
      id={id}
      role="listbox"
      // A long list is scrolled: by the arrows where one types, and by itself for who gets into it.
      tabIndex={0}
      aria-label={label}
      className={css.list}
      style={
        fitsBelow
          ? { left, top: below.bottom + 4 }
          : { left, bottom: window.innerHeight - below.top + 4 }
      }
    >
      {Array.from({ length: count }, (_, at) => (
        <div
          key={keyOf(at)}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === active}
          aria-label={nameOf?.(at)}
          className={css.option}
          onPointerMove={() => at !== active && onActive(at)}
          // Where one types keeps the focus and its caret.
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(at)}
        >
          {children(at)}
        </div>
      ))}
    </div>,
    document.body,
  );
}
