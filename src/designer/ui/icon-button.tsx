import { ActionIcon, UnstyledButton } from '@mantine/core';
import type { ComponentProps, CSSProperties } from 'react';

interface IconButtonProps extends ComponentProps<'button'> {
  /** Its side in pixels. */
  readonly size: number;
  readonly 'data-disabled'?: boolean | undefined;
}

const quiet = {
  '--ai-bg': 'transparent',
  '--ai-hover': 'var(--mantine-color-gray-light-hover)',
  '--ai-color': 'var(--mantine-color-gray-light-color)',
};

/**
 * The kit's quiet icon button as a plain element in the kit's own style, for what is in the first view or once for each step:
 * the kit's component works out anew each time which variables that style has.
 */
export function IconButton({ size, className = '', children, ...rest }: IconButtonProps) {
  const { 'data-disabled': isOff } = rest;
  const style = { ...quiet, '--ai-size': `calc(${size / 16}rem * var(--mantine-scale))` };
  return (
    <button
      type="button"
      {...rest}
      data-disabled={isOff === true || undefined}
      className={`mantine-focus-auto ${isOff === true ? '' : 'mantine-active'} mantine-ActionIcon-root ${UnstyledButton.classes['root']} ${ActionIcon.classes['root']} ${className}`}
      style={style as CSSProperties} // custom properties are not in React's type
    >
      <span className={ActionIcon.classes['icon']}>{children}</span>
    </button>
  );
}
