import { useMemo } from 'react';
import type { FlowProblem } from '../../flow/index.ts';
import { useProblems } from '../state/problem-store.ts';

/** What the person has to do or look at; hints and the empty canvas (which says it itself) are not counted. */
export function useOpenProblems(): readonly FlowProblem[] {
  const all = useProblems((state) => state.all);
  return useMemo(
    () => all.filter(({ severity, path }) => severity !== 'hint' && path[0] !== 'steps'),
    [all],
  );
}
