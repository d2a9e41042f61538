import { useEffect, useMemo, useRef } from 'react';
import type { FlowProblem } from '../../flow/index.ts';
import { say } from '../../words/index.ts';
import { useProblems, useWorkbench } from '../state/workbench.ts';
import { isMustFix, isShown } from './must-fix.ts';

/** What the person has to do or look at; hints are not counted. */
export function useOpenProblems(): readonly FlowProblem[] {
  const all = useProblems((state) => state.all);
  return useMemo(
    () => all.filter((problem) => problem.severity !== 'hint' && isShown(problem)),
    [all],
  );
}

/** Announces when the last thing that kept the flow from running is done. */
export function useToldReady(): void {
  const { announcer } = useWorkbench();
  const isKnown = useProblems((state) => state.isKnown);
  const isOpen = useProblems((state) => state.all.some(isMustFix));
  const wasOpen = useRef(false);
  useEffect(() => {
    if (isKnown && wasOpen.current && !isOpen) announcer.announce(say('problems.told-ready'));
    wasOpen.current = isKnown && isOpen;
  }, [announcer, isKnown, isOpen]);
}
