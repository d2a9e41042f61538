import { useEffect, useState } from 'react';
import type { Wording } from '../../shared/index.ts';
import { storageFailure } from '../../storage/contract.ts';
import { listedFlows, type ListedFlow } from '../storage/listed-flows.ts';
import { database } from '../storage/open-database.ts';

export type ListedFlowsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly flows: readonly ListedFlow[] }
  | { readonly kind: 'failed'; readonly why: Wording };

/** The flows of this browser with where they are filed and how they ran last, as all of that changes. */
export function useListedFlows(): ListedFlowsState {
  const [state, setState] = useState<ListedFlowsState>({ kind: 'loading' });
  useEffect(() => {
    return database.follow(() => listedFlows(database), {
      next: (flows) => setState({ kind: 'ready', flows }),
      error: (cause) => setState({ kind: 'failed', why: storageFailure(cause) }),
    });
  }, []);
  return state;
}
