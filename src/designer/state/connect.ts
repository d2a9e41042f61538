import { applyOperation, inPort, operationOf, type Flow } from '../../flow/index.ts';
import type { Catalog } from '../../catalog/index.ts';
import type { Wording } from '../../shared/index.ts';
import { indexOf } from './step-index.ts';
import { portsOf } from './step-ports.ts';

export interface Wish {
  readonly from: string;
  readonly fromPort: string;
  readonly to: string;
}

/** The steps that a connection from this port may lead to: not itself, not one that leads here, not one it leads to already. */
export function validTargets(
  flow: Flow,
  catalog: Catalog,
  from: string,
  fromPort: string,
): ReadonlySet<string> {
  const { before, after } = indexOf(flow);
  const refused = new Set([from]);
  for (const id of refused) for (const edge of before.get(id) ?? []) refused.add(edge.from);
  for (const edge of after.get(from) ?? []) if (edge.fromPort === fromPort) refused.add(edge.to);
  return new Set(
    flow.steps
      .filter((step) => !refused.has(step.id) && portsOf(step, operationOf(step, catalog)).in)
      .map((step) => step.id),
  );
}

/** Why a connection cannot be made, in words; nothing when it can. */
export function whyNot(flow: Flow, catalog: Catalog, wish: Wish): Wording | undefined {
  const target = indexOf(flow).steps.get(wish.to)?.step;
  if (target === undefined) return { code: 'canvas.connect-inside', params: {} };
  if (!portsOf(target, operationOf(target, catalog)).in)
    return { code: 'canvas.refused-start', params: { step: target.name } };
  const tried = applyOperation(flow, {
    type: 'edge.connect',
    edge: { id: '?', ...wish, toPort: inPort },
  });
  return tried.ok ? undefined : tried.reason;
}
