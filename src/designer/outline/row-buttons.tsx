import { ActionIcon } from '@mantine/core';
import { Ellipsis, Plus } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { RowProps } from './row-props.ts';
import css from './outline.module.css';

interface RowButtonsProps extends Pick<RowProps, 'readOnly' | 'onAdd' | 'onMenu'> {
  /** Without it nothing is added here. */
  readonly addLabel?: string;
  /** Without it there is nothing more. */
  readonly menuLabel?: string;
}

/** For the pointer and the finger; the keyboard has "+" and Ctrl+Enter in the line itself. */
export function RowButtons({ readOnly, addLabel, menuLabel, onAdd, onMenu }: RowButtonsProps) {
  if (readOnly) return null;
  // A press on a button is none on its line.
  const alone = (act: (button: HTMLElement) => void) => (event: MouseEvent<HTMLElement>) => {
    event.stopPropagation();
    act(event.currentTarget);
  };
  return (
    <span className={css.buttons}>
      {addLabel !== undefined && (
        <ActionIcon size={30} tabIndex={-1} aria-label={addLabel} onClick={alone(onAdd)}>
          <Plus size={16} />
        </ActionIcon>
      )}
      {menuLabel !== undefined && (
        <ActionIcon size={30} tabIndex={-1} aria-label={menuLabel} onClick={alone(onMenu)}>
          <Ellipsis size={16} />
        </ActionIcon>
      )}
    </span>
  );
}
