import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FlowProblem } from '../../flow/index.ts';
import { bindingsQuery } from '../queries/credentials.ts';
import { useProblems } from '../state/problem-store.ts';
import type { StepTab } from '../state/view-store.ts';
import { useRun } from '../state/workbench.ts';
import type { StepFacts } from './step-facts.ts';
import { tabOfProblem, type TabMark } from './step-tabs.ts';

export type TabMarks = Readonly<Partial<Record<StepTab, TabMark>>>;

const noProblems: readonly FlowProblem[] = [];

/** How far each part of the step is: what the flow's check says, what this browser has bound, what the last run gave. */
export function useTabMarks({ flow, step, component }: StepFacts): TabMarks {
  const bindings = useQuery(bindingsQuery(flow.id)).data;
  const ran = useRun((state) => state.run?.steps[step.id]);
  const problems = useProblems((state) => state.byStep[step.id]) ?? noProblems;
  return useMemo(() => {
    const markOf = (tab: StepTab): TabMark => {
      const here = problems.filter((problem) => tabOfProblem(problem) === tab);
      if (here.some(({ severity }) => severity === 'error')) return 'open';
      return here.some(({ severity }) => severity === 'warning') ? 'wrong' : 'done';
    };
    const bound = step.credential !== undefined && bindings?.[step.credential] !== undefined;
    const without = component?.credentialOptional === true && step.credential === undefined;
    return {
      operation: markOf('operation'),
      credential: without ? undefined : bound ? markOf('credential') : 'open',
      settings: markOf('settings'),
      mapping: markOf('mapping'),
      ...(ran?.status === 'done' && { test: ran.counts.refused > 0 ? 'wrong' : 'done' }),
      ...(ran?.status === 'failed' && { test: 'wrong' }),
    };
  }, [step, component, bindings, problems, ran]);
}
