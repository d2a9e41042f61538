import { useMediaQuery } from '@mantine/hooks';
import { useStore } from 'zustand';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { LessonCard } from './lesson-card.tsx';
import { useAsked } from './use-asked.ts';

/** The lesson that is under way, on the flow it is done with. It never takes the focus and never covers what it points at. */
export function Guide() {
  const { guide } = useWorkbench();
  const guided = useStore(guide, (state) => state.guided);
  const flow = useDocument((state) => state.flow?.id);
  const narrow = useMediaQuery('(max-width: 767.98px)', false, { getInitialValueInEffect: false });
  useAsked();
  if (guided === undefined || guided.paused || guided.flow !== flow) return null;
  return <LessonCard key={`${guided.lesson} ${guided.flow}`} guided={guided} narrow={narrow} />;
}
