import { UnstyledButton } from '@mantine/core';
import { CirclePlay, SquareMousePointer, Workflow } from 'lucide-react';
import { say } from '../../words/first.ts';
import type { NarrowTab } from '../state/view-store.ts';
import { useView, useWorkbench } from '../state/workbench.ts';
import css from './narrow-tabs.module.css';

const tabs = [
  { tab: 'flow', word: 'common.tab-flow', Icon: Workflow },
  { tab: 'step', word: 'common.tab-step', Icon: SquareMousePointer },
  { tab: 'run', word: 'common.tab-run', Icon: CirclePlay },
] as const satisfies readonly { tab: NarrowTab; word: string; Icon: unknown }[];

/** On a phone: which of the three fills the screen. */
export function NarrowTabs() {
  const { view } = useWorkbench();
  const shown = useView((state) => state.narrowTab);
  return (
    <nav className={css.tabs} aria-label={say('common.narrow-tabs')}>
      {tabs.map(({ tab, word, Icon }) => (
        <UnstyledButton
          key={tab}
          className={css.tab}
          data-guide={`part ${tab}`}
          aria-current={shown === tab ? 'page' : undefined}
          onClick={() => view.setState({ narrowTab: tab })}
        >
          <Icon size={20} aria-hidden />
          {say(word)}
        </UnstyledButton>
      ))}
    </nav>
  );
}
