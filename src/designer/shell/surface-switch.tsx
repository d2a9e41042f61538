import { UnstyledButton } from '@mantine/core';
import { say } from '../../words/first.ts';
import { showSurface } from '../effects/show-surface.ts';
import { useView, useWorkbench } from '../state/workbench.ts';
import css from './surface-switch.module.css';

/** The flow as a picture or as a list; the browser remembers which. */
export function SurfaceSwitch() {
  const { view } = useWorkbench();
  const shown = useView((state) => state.surface);
  return (
    <div className={css.switch} role="group" aria-label={say('outline.switch-label')}>
      {(['canvas', 'outline'] as const).map((surface) => (
        <UnstyledButton
          key={surface}
          className={css.side}
          aria-pressed={shown === surface}
          onClick={() => showSurface(view, surface)}
        >
          {say(`outline.${surface}`)}
        </UnstyledButton>
      ))}
    </div>
  );
}
