import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { say } from '../../words/index.ts';
import { showSurface } from '../effects/show-surface.ts';
import { keptSurface } from '../state/surface-choice.ts';
import { useDocument, useView, useWorkbench } from '../state/workbench.ts';
import css from './watch-banner.module.css';

/** On a phone, until the person has chosen: a flow of several steps is easier to read as an outline. */
export function SurfaceOffer() {
  const { view } = useWorkbench();
  const [isOpen] = useState(() => keptSurface() === undefined);
  const surface = useView((state) => state.surface);
  const isFlow = useView((state) => state.narrowTab === 'flow');
  const several = useDocument((state) => (state.flow?.steps.length ?? 0) > 1);
  const [isAnswered, setIsAnswered] = useState(false);
  if (!isOpen || isAnswered || !isFlow || !several || surface === 'outline') return null;
  return (
    <div className={css.offer} role="status">
      <Text size="sm">{say('outline.offer')}</Text>
      <Button size="compact-sm" onClick={() => showSurface(view, 'outline')}>
        {say('outline.offer-yes')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          showSurface(view, 'canvas');
          setIsAnswered(true);
        }}
      >
        {say('outline.offer-no')}
      </Button>
    </div>
  );
}
