import { Tabs, VisuallyHidden } from '@mantine/core';
import { Check, CircleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { say } from '../../words/index.ts';
import type { StepTab } from '../state/view-store.ts';
import { useView } from '../state/workbench.ts';
import type { TabMark, TabMarks } from './step-tabs.ts';
import css from './step-panel.module.css';

interface StepTabListProps {
  readonly tabs: readonly StepTab[];
  readonly marks: TabMarks;
  readonly title: (tab: StepTab) => string;
}

/** The tabs with how far each is; the mark is said in words as well. */
export function StepTabList({ tabs, marks, title }: StepTabListProps) {
  const list = useRef<HTMLDivElement>(null);
  const shown = useView((state) => state.tab);
  // Where they do not all fit, the one that is open is among those in sight.
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (tab)
      list.current?.scrollTo({ left: tab.offsetLeft + tab.offsetWidth - list.current.clientWidth });
  }, [shown]);
  return (
    <Tabs.List ref={list} className={css.tabList} aria-label={say('inspector.tabs')}>
      {tabs.map((tab) => (
        <Tabs.Tab key={tab} value={tab} className={css.tab} data-guide={`tab ${tab}`}>
          {title(tab)}
          <Mark mark={marks[tab]} />
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
}

function Mark({ mark }: { readonly mark: TabMark }) {
  if (mark === undefined) return null;
  return (
    <>
      <span className={css.mark} data-mark={mark} aria-hidden>
        {mark === 'done' && <Check size={12} strokeWidth={3} />}
        {mark === 'open' && <span className={css.dot} />}
        {mark === 'look' && <CircleAlert size={12} strokeWidth={2.5} />}
        {mark === 'wrong' && <CircleAlert size={12} strokeWidth={2.5} />}
      </span>
      <VisuallyHidden>, {say(`inspector.mark-${mark}`)}</VisuallyHidden>
    </>
  );
}
