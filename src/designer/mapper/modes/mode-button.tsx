import { Menu } from '@mantine/core';
import { Check, ChevronDown } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { say } from '../../../words/index.ts';
import type { Mode } from './mode.ts';
import { ModeIcon } from './mode-icon.tsx';
import type { FieldModes } from './use-modes.ts';
import css from './mode-button.module.css';

interface ModeButtonProps {
  readonly label: string;
  readonly modes: FieldModes;
  readonly disabled: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** Only the sign, where there is little room. */
  readonly compact?: boolean;
}

/** How a field is filled; opens the ways there are, a line of explanation each. */
export function ModeButton({ label, modes, disabled, isOpen, onOpen, compact }: ModeButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const returns = useRef(false);
  // The menu is made when it opens: a form of a thousand fields has a thousand buttons and no menus.
  useEffect(() => {
    // Opened by keys from a control below it, the button may be out of sight.
    if (isOpen) button.current?.scrollIntoView({ block: 'nearest' });
    if (!isOpen && returns.current) button.current?.focus();
    returns.current = false;
  }, [isOpen]);
  const close = () => {
    returns.current = true;
    onOpen(false);
  };
  const word = say(`fill.mode-${modes.mode}`);
  const name = say('fill.mode-button', { field: label, mode: word });
  const own = (
    <button
      ref={button}
      type="button"
      className={css.button}
      data-compact={compact || undefined}
      disabled={disabled}
      aria-label={name}
      title={name}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onClick={() => onOpen(!isOpen)}
    >
      <ModeIcon mode={modes.mode} />
      {compact !== true && <span className={css.word}>{word}</span>}
      <ChevronDown aria-hidden size={12} />
    </button>
  );
  if (!isOpen) return own;
  return (
    <Menu
      opened
      onChange={(opened) => !opened && close()}
      position="bottom-end"
      withinPortal
      returnFocus={false}
      hideDetached={false}
    >
      <Menu.Target>{own}</Menu.Target>
      <Menu.Dropdown className={css.menu}>
        {modes.offered.map((mode: Mode) => (
          <Menu.Item
            key={mode}
            leftSection={<ModeIcon mode={mode} size={16} />}
            rightSection={mode === modes.mode && <Check aria-hidden size={14} />}
            aria-current={mode === modes.mode || undefined}
            onClick={() => {
              if (mode === modes.mode) close();
              else {
                onOpen(false);
                modes.choose(mode);
              }
            }}
          >
            <span className={css.item}>
              <span className={css.title}>{say(`fill.mode-${mode}`)}</span>
              <span className={css.about}>{say(`fill.mode-about-${mode}`)}</span>
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
