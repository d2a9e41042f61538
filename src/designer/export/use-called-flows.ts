import { useEffect, useState } from 'react';
import { flowsCalledBy, type Flow } from '../../flow/index.ts';
import { loadCalledFlows } from '../effects/load-called-flows.ts';
import { useWorkbench } from '../state/workbench.ts';
import { database } from '../storage/open-database.ts';

export interface CalledFlows {
  readonly found: readonly Flow[];
  /** How many are called and not in this browser. */
  readonly missing: number;
}

/** The flows that go along with this one; undefined until the store has answered. */
export function useCalledFlows(flow: Flow | undefined): CalledFlows | undefined {
  const { catalog, needComponents } = useWorkbench();
  const [called, setCalled] = useState<CalledFlows>();
  useEffect(() => {
    if (flow === undefined) return;
    let isCurrent = true;
    void loadCalledFlows(flow, { catalog, needComponents }, () => Promise.resolve(database))
      .catch(() => [])
      .then((all) => {
        if (!isCurrent) return;
        // A flow in a circle comes back to itself: it is in the file already.
        const found = all.map((each) => each.flow).filter(({ id }) => id !== flow.id);
        const here = new Set([flow.id, ...found.map(({ id }) => id)]);
        const wanted = new Set([flow, ...found].flatMap((each) => flowsCalledBy(each, catalog)));
        setCalled({ found, missing: [...wanted].filter((id) => !here.has(id)).length });
      });
    return () => {
      isCurrent = false;
    };
  }, [flow, catalog, needComponents]);
  return called;
}
