import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { checkFlow } from '../../flow/index.ts';
import { bindingsQuery } from '../queries/credentials.ts';
import type { StepTab } from '../state/view-store.ts';
import { useRun, useWorkbench } from '../state/workbench.ts';
import { seeded } from '../ui/schema-form/prepare-schema.ts';
import { misfitsOf } from '../ui/schema-form/validation.ts';
import type { StepFacts } from './step-facts.ts';
import type { TabMark } from './step-tabs.ts';

/** How far each part of the step is. */
export function useTabMarks({ flow, step, component, operation }: StepFacts): Readonly<Partial<Record<StepTab, TabMark>>> {
  const { catalog } = useWorkbench();
  const bindings = useQuery(bindingsQuery(flow.id)).data;
  const ran = useRun((state) => state.run?.steps[step.id]);
  const problems = useMemo(() => checkFlow(flow, catalog), [flow, catalog]);
  return useMemo(() => {
    const bound = step.credential !== undefined && bindings?.[step.credential] !== undefined;
    const optional = component?.credentialOptional === true && step.credential === undefined;
    const misfits = operation?.settings === undefined ? [] : misfitsOf(operation.settings, seeded(operation.settings, step.settings));
    const mine = problems.filter((problem) => problem.step === step.id && problem.slot !== undefined);
    return {
      operation: operation === undefined ? 'wrong' : 'done',
      credential: bound ? 'done' : optional ? undefined : 'open',
      settings: misfits.length === 0 ? 'done' : misfits.every(({ keyword }) => keyword === 'required') ? 'open' : 'wrong',
      mapping: mine.some(({ severity }) => severity === 'error') ? 'open' : mine.some(({ severity }) => severity === 'warning') ? 'wrong' : 'done',
      test: ran?.status === 'done' ? (ran.counts.refused > 0 ? 'wrong' : 'done') : ran?.status === 'failed' ? 'wrong' : undefined,
    };
  }, [step, component, operation, bindings, problems, ran]);
}
