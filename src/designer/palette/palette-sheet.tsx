import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { say } from '../../words/index.ts';
import { useWorkbench } from '../state/workbench.ts';
import css from './palette.module.css';

interface PaletteSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The palette on a phone: from below, over the canvas; out of sight while a component is held over it. */
export function PaletteSheet({ opened, onClose, children }: PaletteSheetProps) {
  const { placement } = useWorkbench();
  const isHolding = useStore(placement, ({ held }) => held !== undefined);
  return (
    <Drawer
      {...(isHolding && { classNames: { root: css.away ?? '' } })}
      opened={opened}
      onClose={onClose}
      position="bottom"
      size="75%"
      title={say('canvas.palette')}
    >
      {children}
    </Drawer>
  );
}
