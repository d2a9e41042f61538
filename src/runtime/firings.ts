import type { Json } from '../shared/index.ts';
import { usedRefs } from '../mapping/index.ts';
import type { Flow, Step } from '../flow/index.ts';
import type { RunRequest } from './contract.ts';
import type { Message } from './message.ts';
import type { PlannedStep } from './plan/plan-run.ts';

/**
 * The messages that a first step begins with: what came in by a call, the samples of the steps before it when it is
 * tested alone, otherwise one firing with nothing in it.
 */
export function* firingsOf(
  request: RunRequest,
  { step, operation }: PlannedStep,
  startedAt: number,
): Iterable<Message> {
  const { flow, received, samples } = request;
  const facts: Json = {
    id: flow.id,
    name: flow.name,
    run: request.runId,
    startedAt: new Date(startedAt).toISOString(),
  };
  const before = stepBefore(flow, step.id);
  if (before !== undefined && request.scope.kind === 'only') {
    const bodies = (samples[before] ?? []).slice(0, request.firstRecords);
    for (const [origin, body] of bodies.entries()) {
      yield {
        id: String(origin),
        origin,
        body,
        sources: { flow: facts, ...sampleSources(step, samples, origin) },
      };
    }
    return;
  }
  const bodies = received ?? (operation.starts === 'webhook' ? (samples[step.id] ?? []) : [{}]);
  for (const [origin, body] of bodies.entries()) {
    yield { id: String(origin), origin, body, sources: { flow: facts } };
  }
}

function stepBefore(flow: Flow, id: string): string | undefined {
  return flow.edges.find((edge) => edge.to === id)?.from;
}

/** Entry for entry where a step has several samples; a step with fewer (one customer, many orders) lends its first. */
function sampleSources(
  step: Step,
  samples: RunRequest['samples'],
  at: number,
): Record<string, Json> {
  const sources: Record<string, Json> = {};
  for (const content of Object.values(step.slots)) {
    for (const { ref } of usedRefs(content)) {
      const known = Object.hasOwn(samples, ref.from) ? samples[ref.from] : undefined;
      const sample = known?.[at] ?? known?.[0];
      if (sample !== undefined) sources[ref.from] = sample;
    }
  }
  return sources;
}
