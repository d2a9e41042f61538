/**
 * Flows that a flow calls: from its own file, else from the folder of `--flows`. All are found and usable before anything
 * is sent. Their connections have names of their own beside those of the flow.
 */
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Component } from '../../catalog/index.ts';
import { calledFlowOf, flowsCalledBy, parseFlow, type Flow } from '../../flow/index.ts';
import type { CalledFlow } from '../../runtime/index.ts';
import { say } from '../../words/index.ts';
import type { RunArguments } from './arguments.ts';
import { CannotRun } from './cannot-run.ts';
import { fillSlots, type FilledSlot } from './credentials.ts';
import { checked, type ReadFlow } from './read-flow.ts';
import { readText } from './read-text.ts';

/** Throws `CannotRun` that names a flow which is nowhere, or what is unfinished in one. */
export async function readCalledFlows(
  read: ReadFlow,
  { flow: file, flows: place }: Pick<RunArguments, 'flow' | 'flows'>,
  folder: string,
  shipped: readonly Component[],
): Promise<readonly ReadFlow[]> {
  const known = new Map<string, Flow>();
  if (place !== undefined)
    for (const flow of await flowsIn(place, folder)) known.set(flow.id, flow);
  for (const flow of read.flow.calledFlows ?? []) known.set(flow.id, flow);
  const all = new Map<string, ReadFlow>();
  let callers: readonly ReadFlow[] = [read];
  while (callers.length > 0) {
    const next: ReadFlow[] = [];
    for (const caller of callers)
      for (const id of flowsCalledBy(caller.flow, caller.catalog)) {
        if (all.has(id)) continue;
        const flow = known.get(id) ?? (id === read.flow.id ? read.flow : undefined);
        if (flow === undefined)
          throw new CannotRun(say('command-line.called-missing', { name: nameOf(id, caller) }));
        const found = checked(flow, `${file} (${flow.name})`, shipped);
        all.set(id, found);
        next.push(found);
      }
    callers = next;
  }
  return [...all.values()];
}

/** The connections of a called flow, filled, by names that no other flow's have. */
export function slotsOfCalled(
  { flow, catalog }: ReadFlow,
  given: Parameters<typeof fillSlots>[2],
): readonly FilledSlot[] {
  return fillSlots(flow, catalog, given).map(({ slot, values }) => ({
    slot: { ...slot, id: tokenOf(flow, slot.id) },
    values,
  }));
}

export function toCall({ flow, catalog }: ReadFlow): CalledFlow {
  return {
    flow,
    components: catalog.whole,
    credentials: Object.fromEntries(flow.credentials.map(({ id }) => [id, tokenOf(flow, id)])),
  };
}

function tokenOf(flow: Flow, slot: string): string {
  return `${flow.id}/${slot}`;
}

/** As the person chose it, else by its id. */
function nameOf(id: string, { flow, catalog }: ReadFlow): string {
  for (const step of flow.steps) {
    const operation = catalog.operation(step.component, step.operation);
    if (calledFlowOf(step, operation) !== id) continue;
    const label = step.labels?.[`/settings/${operation?.callsFlow ?? ''}`];
    if (label !== undefined) return label;
  }
  return id;
}

/** Other files may lie there too: what is no flow is passed over. */
async function flowsIn(place: string, folder: string): Promise<readonly Flow[]> {
  const names = await readdir(resolve(folder, place)).catch((cause: unknown) => {
    const reason = (cause as NodeJS.ErrnoException).code ?? '';
    throw new CannotRun(say('command-line.folder-unreadable', { folder: place, reason }));
  });
  const flows: Flow[] = [];
  for (const name of names.filter((each) => each.endsWith('.json')).sort()) {
    const parsed = parseFlow(await readText(join(place, name), folder));
    if (parsed.ok) flows.push(parsed.value, ...(parsed.value.calledFlows ?? []));
  }
  return flows;
}
