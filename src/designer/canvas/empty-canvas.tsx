import { Button, Text } from '@mantine/core';
import { Plus } from 'lucide-react';
import { say } from '../../words/index.ts';
import { useView, useWorkbench } from '../state/workbench.ts';
import { focusPalette } from '../ui/focus.ts';
import css from './empty-canvas.module.css';

/** One sentence, one action. */
export function EmptyCanvas({ narrow }: { readonly narrow: boolean }) {
  const { view } = useWorkbench();
  const paletteOpen = useView((state) => state.paletteOpen);
  return (
    <div className={css.place}>
      <div className={css.box}>
        <Text size="lg" fw={600}>
          {say(narrow || !paletteOpen ? 'canvas.empty-narrow' : 'canvas.empty')}
        </Text>
        <Button
          className={css.action}
          variant="light"
          leftSection={<Plus size={16} />}
          onClick={() => {
            view.setState({ paletteOpen: true });
            focusPalette();
          }}
        >
          {say('canvas.empty-action')}
        </Button>
      </div>
    </div>
  );
}
