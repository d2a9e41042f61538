import { createContext, use } from 'react';
import type { Flow } from '../../flow/index.ts';
import type { RunState } from '../../runtime/contract.ts';
import { useRun } from '../state/workbench.ts';

/** A run that is looked at and no more: an earlier one of this flow, or one from a file. */
export interface LookedAt {
  readonly from: 'history' | 'file';
  readonly run: RunState;
  /** The flow as it ran. */
  readonly flow: Flow;
  readonly firstRecords: number | undefined;
}

/** What the panel shows instead of the last run. */
export const ShownRun = createContext<LookedAt | undefined>(undefined);

interface Shown {
  readonly run: RunState | undefined;
  readonly firstRecords: number | undefined;
}

/** A part of the run that is shown here: the last one, or the one that is looked at. */
export function useShownRun<Slice>(select: (of: Shown) => Slice): Slice {
  const looked = use(ShownRun);
  const live = useRun(select);
  return looked === undefined ? live : select(looked);
}
