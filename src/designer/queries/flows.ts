import { useEffect, useState } from 'react';
import type { Wording } from '../../shared/index.ts';
import { type FlowSummary, storageFailure } from '../../storage/contract.ts';
import { listFlows } from '../storage/flow-storage.ts';
import { database } from '../storage/open-database.ts';

export type FlowsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly flows: readonly FlowSummary[] }
  | { readonly kind: 'failed'; readonly why: Wording };

/** The flows of this browser, the newest first; changes of other tabs are seen as they are saved. */
export function useFlows(): FlowsState {
  const [state, setState] = useState<FlowsState>({ kind: 'loading' });
  useEffect(() => {
    return database.follow(() => listFlows(database), {
      next: (flows) => setState({ kind: 'ready', flows }),
      error: (cause) => setState({ kind: 'failed', why: storageFailure(cause) }),
    });
  }, []);
  return state;
}
