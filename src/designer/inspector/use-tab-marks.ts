import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Operation } from '../../catalog/index.ts';
import type { Counts } from '../../runtime/contract.ts';
import { writeJson } from '../../shared/index.ts';
import type { FlowProblem, Step } from '../../flow/index.ts';
import { bindingsQuery } from '../queries/credentials.ts';
import { tabOfProblem } from '../state/problem-place.ts';
import { useProblems, useRun, useSamples, useView } from '../state/workbench.ts';
import type { StepTab } from '../state/view-store.ts';
import { seeded } from '../ui/schema-form/prepare-schema.ts';
import type { StepFacts } from './step-facts.ts';
import type { TabMark, TabMarks } from './step-tabs.ts';

const noProblems: readonly FlowProblem[] = [];
const nothingSeen: readonly StepTab[] = [];

/**
 * How far each part of the step is: what the flow's check says, what this browser has bound, what the person has filled
 * or looked at, what the last run gave. A step that gave data once was filled as it should be.
 */
export function useTabMarks({ flow, step, component, operation }: StepFacts): TabMarks {
  const bindings = useQuery(bindingsQuery(flow.id)).data;
  const ran = useRun((state) => state.run?.steps[step.id]);
  const problems = useProblems((state) => state.byStep[step.id]) ?? noProblems;
  const seen = useView((state) => state.seen[step.id]) ?? nothingSeen;
  const hasGiven = useSamples((state) => state.byStep[step.id] !== undefined);
  return useMemo(() => {
    const markOf = (tab: StepTab, isFilled: boolean): TabMark => {
      const here = problems.filter((problem) => tabOfProblem(problem) === tab);
      if (here.some(({ severity }) => severity === 'error')) return 'open';
      if (here.some(({ severity }) => severity === 'warning')) return 'look';
      return isFilled || hasGiven || seen.includes(tab) ? 'done' : undefined;
    };
    const bound = step.credential !== undefined && bindings?.[step.credential] !== undefined;
    const without = component?.credentialOptional === true && step.credential === undefined;
    return {
      operation: markOf('operation', operation !== undefined),
      credential: bound || without ? markOf('credential', bound) : 'open',
      settings: markOf('settings', hasOwnSettings(step, operation)),
      mapping: markOf('mapping', isFilled(step)),
      ...(ran?.status === 'done' && { test: howItWent(ran.counts) }),
      ...((ran?.status === 'failed' || ran?.status === 'halted') && { test: 'wrong' }),
    };
  }, [step, component, operation, bindings, problems, ran, seen, hasGiven]);
}

/** What was refused and left out is worth a look; that nothing came through is wrong. */
function howItWent({ done, refused }: Counts): TabMark {
  if (refused === 0) return 'done';
  return done > 0 ? 'look' : 'wrong';
}

/** Something was chosen that the description does not choose by itself. */
function hasOwnSettings(step: Step, operation: Operation | undefined): boolean {
  const schema = operation?.settings;
  if (schema === undefined) return false;
  const usual = seeded(schema, {});
  return Object.entries(step.settings).some(
    ([key, value]) => usual[key] === undefined || writeJson(usual[key]) !== writeJson(value),
  );
}

/** At least one field or condition has something in it. */
function isFilled({ slots }: Step): boolean {
  return Object.values(slots).some(
    (content) =>
      !('kind' in content) || content.kind !== 'object' || Object.keys(content.props).length > 0,
  );
}
