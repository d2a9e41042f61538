import { useMemo } from 'react';
import { whyStale, type StaleReason } from '../../flow/index.ts';
import { useDocument } from './workbench.ts';

/** Why what a step gave is not what it would give now; undefined while it is, or where it was never recorded. */
export function useWhyStale(step: string): StaleReason | undefined {
  const flow = useDocument((state) => state.flow);
  return useMemo(() => flow && whyStale(flow, step), [flow, step]);
}
