import type { KeyboardEvent, MouseEvent } from 'react';

/** What each line is given by the tree. */
export interface RowProps {
  readonly row: {
    readonly role: 'treeitem';
    readonly 'data-row': number;
    readonly tabIndex: number;
    readonly style: { readonly transform: string; readonly height: number };
    readonly 'aria-level': number;
    readonly 'aria-posinset': number;
    readonly 'aria-setsize': number;
    readonly 'aria-expanded': boolean | undefined;
    readonly 'aria-selected': boolean;
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onFocus: () => void;
    readonly onClick: (event: MouseEvent) => void;
    readonly onContextMenu: (event: MouseEvent<HTMLElement>) => void;
  };
  /** The place of the line from the left, in levels. */
  readonly indent: number;
  readonly readOnly: boolean;
  readonly onAdd: () => void;
  readonly onMenu: (button: HTMLElement) => void;
}
