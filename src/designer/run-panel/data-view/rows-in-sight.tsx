import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';

interface RowsInSightProps {
  readonly count: number;
  /** Every row has this height in pixels. */
  readonly rowHeight: number;
  readonly className: string | undefined;
  readonly label: string;
  readonly role?: 'table' | 'group';
  /** Above the rows; stays while they scroll. */
  readonly head?: ReactNode;
  readonly headHeight?: number;
  /** Narrower than this it scrolls sideways, head and rows together. */
  readonly minWidth?: number;
  readonly row: (at: number) => ReactNode;
}

/** A long list of rows of one height, of which only those in sight are drawn. */
export function RowsInSight({
  count,
  rowHeight,
  className,
  label,
  role = 'group',
  head,
  headHeight = 0,
  minWidth = 0,
  row,
}: RowsInSightProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const heads = head === undefined ? 0 : 1;
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: headHeight,
    initialRect: { width: 400, height: 320 },
  });
  return (
    // What scrolls by itself must be reachable by the keyboard.
    <div
      ref={scroller}
      className={className}
      role={role}
      aria-label={label}
      aria-rowcount={role === 'table' ? count + heads : undefined}
      tabIndex={0}
    >
      {head}
      <div
        role={role === 'table' ? 'rowgroup' : undefined}
        style={{ position: 'relative', height: rows.getTotalSize(), minWidth }}
      >
        {rows.getVirtualItems().map((item) => (
          <div
            key={item.key}
            role={role === 'table' ? 'row' : undefined}
            aria-rowindex={role === 'table' ? item.index + heads + 1 : undefined}
            style={{
              position: 'absolute',
              top: 0,
              left: 0,
              width: '100%',
              height: rowHeight,
              transform: `translateY(${item.start - headHeight}px)`,
            }}
          >
            {row(item.index)}
          </div>
        ))}
      </div>
    </div>
  );
}
