import type { ReactNode } from 'react';

/** The items of a menu that may be longer than the window: of its height it takes a share, the rest is scrolled, by keys too. */
export function MenuScroll({
  share,
  children,
}: {
  readonly share: number;
  readonly children: ReactNode;
}) {
  return (
    <div
      role="group"
      tabIndex={0}
      style={{ maxHeight: `${String(share * 100)}dvh`, overflowY: 'auto' }}
    >
      {children}
    </div>
  );
}
