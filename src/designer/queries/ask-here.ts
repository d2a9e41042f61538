import type { Catalog, Operation } from '../../catalog/index.ts';
import { calledFlowOf, isCallable, shapesWhenCalled, type Flow } from '../../flow/index.ts';
import { isJsonObject, type Json } from '../../shared/index.ts';
import type { Database } from '../../storage/contract.ts';
import { componentsIn, type NeedComponents } from '../state/need-components.ts';
import { listFlows } from '../storage/flow-storage.ts';

/** What this browser itself is asked: it is no service, and nobody is called. */
export interface AskedHere {
  readonly operation: Operation;
  readonly settings: Readonly<Record<string, Json>>;
  readonly catalog: Catalog;
  readonly needComponents: NeedComponents;
  readonly db: Database;
}

type Answer = (asked: AskedHere) => Promise<readonly Json[]>;

const answers: Readonly<Record<string, Answer>> = {
  'flows-here': async ({ db, catalog }) =>
    (await callableFlows(db, catalog)).map(({ id, name }) => ({ id, name })),
  'shapes-of-flow': async ({ db, catalog, needComponents, operation, settings }) => {
    const id = calledFlowOf({ settings }, operation);
    const row = id === undefined ? undefined : await db.flows.get(id);
    if (row === undefined || !isCallable(row.flow)) return [];
    await needComponents(componentsIn(row.flow));
    const shapes: unknown = shapesWhenCalled(row.flow, catalog);
    return isJsonObject(shapes) ? [shapes] : [];
  },
};

/** Undefined: a service knows it. */
export function answerHere({ call }: Operation): Answer | undefined {
  return call.via === 'core' && Object.hasOwn(answers, call.executor)
    ? answers[call.executor]
    : undefined;
}

/** Documents are read only of flows whose list entry does not say already that no call starts them. */
async function callableFlows(db: Database, catalog: Catalog): Promise<readonly Flow[]> {
  const summaries = await listFlows(db);
  const likely = summaries.filter(
    ({ components, steps }) =>
      steps > components.length ||
      components.some((id) =>
        catalog.summary(id)?.operations.some(({ starts }) => starts === 'webhook'),
      ),
  );
  const rows = await db.flows.bulkGet(likely.map(({ id }) => id));
  return rows.flatMap((row) => (row !== undefined && isCallable(row.flow) ? [row.flow] : []));
}
