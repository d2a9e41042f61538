import { Button, Text } from '@mantine/core';
import { Plus } from 'lucide-react';
import { samplesFirst } from '../../catalog/index.ts';
import { wordsOf } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { useAddStep } from '../effects/use-add-step.ts';
import { useView, useWorkbench } from '../state/workbench.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { focusPalette } from '../ui/focus.ts';
import css from './empty-canvas.module.css';

/** Services to begin with at once; the others are in the palette. */
const servicesOffered = 4;

/** One sentence, and what to begin with. */
export function EmptyCanvas({ narrow }: { readonly narrow: boolean }) {
  const { view } = useWorkbench();
  const paletteOpen = useView((state) => state.paletteOpen);
  const hasPalette = !narrow && paletteOpen;
  return (
    <div className={css.place}>
      <div className={css.box}>
        <Text size="lg" fw={600}>
          {say('canvas.empty')}
        </Text>
        {hasPalette ? (
          <FirstSteps />
        ) : (
          <Button
            className={css.action}
            variant="light"
            leftSection={<Plus size={16} />}
            onClick={() => {
              view.setState(narrow ? { choosing: true } : { paletteOpen: true });
              if (!narrow) focusPalette();
            }}
          >
            {say('canvas.empty-action')}
          </Button>
        )}
      </div>
    </div>
  );
}

function FirstSteps() {
  const { catalog } = useWorkbench();
  const add = useAddStep();
  return (
    <>
      <div className={css.services}>
        {samplesFirst(catalog.list)
          .filter(({ kind }) => kind === 'connector')
          .slice(0, servicesOffered)
          .map(({ id, title }) => (
            <Button
              key={id}
              className={css.action}
              variant="default"
              leftSection={<ComponentIcon component={id} size={20} />}
              onClick={() => add(id)}
            >
              {wordsOf(title)}
            </Button>
          ))}
      </div>
      <Text size="sm" c="dimmed">
        {say('canvas.empty-palette')}
      </Text>
    </>
  );
}
