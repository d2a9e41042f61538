import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { say } from '../../words/index.ts';

interface PaletteSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The palette on a phone: from below, over the canvas. */
export function PaletteSheet({ opened, onClose, children }: PaletteSheetProps) {
  return (
    <Drawer
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
