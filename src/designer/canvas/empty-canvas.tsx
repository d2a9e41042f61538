import { Button, Text } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useStore } from 'zustand';
import { wordsOf } from '../../shared/index.ts';
import { say } from '../../words/first.ts';
import { useAddStep } from '../effects/use-add-step.ts';
import { useDocument, useView, useWorkbench } from '../state/workbench.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { focusPalette } from '../ui/focus.ts';
import { firstChoices } from './first-choices.ts';
import css from './empty-canvas.module.css';

/** To begin with at once; the others are in the palette. */
const offered = 4;

/** One sentence, and what to begin with. */
export function EmptyCanvas({ narrow }: { readonly narrow: boolean }) {
  const { view } = useWorkbench();
  const paletteOpen = useView((state) => state.paletteOpen);
  const readOnly = useDocument((state) => state.readOnly);
  const hasPalette = !narrow && paletteOpen;
  if (readOnly)
    return (
      <div className={css.place}>
        <Text c="dimmed">{say('canvas.empty-read')}</Text>
      </div>
    );
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
            data-guide="choose"
            leftSection={<Plus size={16} />}
            onClick={() => {
              view.setState(narrow ? { choosing: true } : { paletteOpen: true });
              if (!narrow) focusPalette();
            }}
          >
            {say('canvas.empty-action')}
          </Button>
        )}
        <GuideOffer />
      </div>
    </div>
  );
}

/** For who has not been through it, and is not on the way. */
function GuideOffer() {
  const { guide } = useWorkbench();
  const isOffered = useStore(
    guide,
    ({ guided, ended }) => (guided === undefined || guided.paused) && !ended.includes('first-flow'),
  );
  if (!isOffered) return null;
  return (
    <div>
      <Button className={css.action} variant="subtle" onClick={() => guide.ask('first-flow')}>
        {say('help.offer')}
      </Button>
      <Text size="xs" c="dimmed" mt={6}>
        {say('help.offer-text')}
      </Text>
    </div>
  );
}

function FirstSteps() {
  const { catalog } = useWorkbench();
  const add = useAddStep();
  return (
    <>
      <div className={css.services}>
        {firstChoices(catalog.list, offered).map(({ id, title }) => (
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
