import { Menu, type MenuProps } from '@mantine/core';
import { useState } from 'react';

interface AnchoredMenuProps extends MenuProps {
  /** The button that opened it; it gets the focus back. */
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

/** An open menu at a button of the first view, which is there before the kit's menu is loaded. */
export function AnchoredMenu({ anchor, onClose, children, ...rest }: AnchoredMenuProps) {
  const [{ left, top, width, height }] = useState(() => anchor.getBoundingClientRect());
  return (
    <Menu
      opened
      trapFocus
      returnFocus={false}
      onClose={() => {
        onClose();
        anchor.focus();
      }}
      {...rest}
    >
      {/* Lies over the button: a second press closes. */}
      <Menu.Target>
        <span aria-hidden style={{ position: 'fixed', left, top, width, height }} />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
