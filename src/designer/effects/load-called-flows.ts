import type { Catalog, Component } from '../../catalog/index.ts';
import { flowsWithin, type Flow } from '../../flow/index.ts';
import type { CalledFlow } from '../../runtime/contract.ts';
import type { Database } from '../../storage/contract.ts';
import { componentsIn } from '../state/need-components.ts';
import type { Workbench } from '../state/workbench.ts';
import { tokensOf } from '../storage/credential-storage.ts';

/** All flows of this browser that a run of the flow may come to, as they are saved now, with their accounts. */
export function loadCalledFlows(
  flow: Flow,
  { catalog, needComponents }: Pick<Workbench, 'catalog' | 'needComponents'>,
  openDatabase: () => Promise<Database>,
): Promise<readonly CalledFlow[]> {
  return flowsWithin<CalledFlow>(
    flow,
    () => catalog,
    async (id) => {
      const db = await openDatabase();
      const row = await db.flows.get(id);
      if (row === undefined) return undefined;
      await needComponents(componentsIn(row.flow));
      return {
        flow: row.flow,
        components: componentsOf(row.flow, catalog),
        credentials: await tokensOf(db, id),
      };
    },
  );
}

/** The components of a flow's steps, each once. */
export function componentsOf(flow: Flow, catalog: Catalog): readonly Component[] {
  const ids = new Set(flow.steps.map((step) => step.component));
  return [...ids].flatMap((id) => catalog.component(id) ?? []);
}
