import type { KeyboardEvent } from 'react';

/** What each row of the tree is given by the tree. */
export interface RowProps {
  readonly 'data-row': number;
  readonly tabIndex: number;
  readonly style: { readonly transform: string };
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
}
