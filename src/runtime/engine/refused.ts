import type { Json } from '../../shared/index.ts';
import type { MessageRecord } from '../message-record.ts';
import type { Failure } from '../failure.ts';
import { errorPort } from '../../flow/index.ts';
import type { Message } from '../message.ts';
import type { LiveRun } from './live-run.ts';
import type { RunNode } from './run-node.ts';

/** What a step does with what it refuses; the person may have said otherwise meanwhile. */
export function whenRefused({ skipsRefused, planned }: RunNode): 'stop' | 'skip' | 'error-branch' {
  return skipsRefused ? 'skip' : (planned.step.onFailure ?? 'stop');
}

/**
 * R4: counts a refusal and does what the step says. What comes back is for the error branch. `canTryAgain`: another try
 * would not do again what was done already.
 */
export function refused(
  run: LiveRun,
  node: RunNode,
  { id, origin, body, sources, invented }: Message,
  record: Omit<MessageRecord, 'state' | 'failure'>,
  failure: Failure,
  canTryAgain = true,
): Json | undefined {
  const then = whenRefused(node);
  const ports = then === 'error-branch' ? { ports: [errorPort] } : {};
  const kept: MessageRecord = { ...record, ...ports, state: 'refused', failure };
  // What nobody answered is not tried again: it would be sent.
  if (invented === true) run.keep(node, { ...kept, invented: 'input' });
  else if (canTryAgain) run.keep(node, kept, { id, body, sources });
  else run.keep(node, kept);
  run.refuse(node, record.id, record.index, failure);
  switch (then) {
    case 'stop':
      if (run.request.refusals === 'ask') run.halt(node, failure, origin);
      else run.failAt(node, failure, origin);
      return undefined;
    case 'skip':
      return undefined;
    case 'error-branch':
      return { error: errorOf(failure), input: record.input ?? null };
  }
}

function errorOf(failure: Failure): Json {
  return {
    code: failure.code,
    words: failure.serviceWords ?? null,
    status: failure.status ?? null,
    fields: failure.fields.map(({ path, value, words }) => ({
      path,
      value: value ?? null,
      words: words ?? null,
    })),
  };
}
