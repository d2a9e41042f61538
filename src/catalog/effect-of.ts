import type { Json } from '../shared/index.ts';
import type { Effect, Operation } from './component/operation.ts';
import { onlyAsks } from './graphql-reads.ts';
import { atPointer } from './json-pointer.ts';
import { settingsWithDefaults } from './settings.ts';
import type { OperationSummary } from './summary.ts';
import { taskCallOf } from './task-call.ts';

/** What an operation does to the service, as its settings say. Unknown means write. */
export function effectOf(
  operation: Pick<Operation, 'effect' | 'settings'>,
  settings: Readonly<Record<string, Json>>,
): Effect {
  const { effect } = operation;
  if (effect === undefined || typeof effect === 'string') return effect ?? 'write';
  if ('asks' in effect) {
    const text = atPointer(settingsWithDefaults(operation, settings), effect.at);
    return typeof text === 'string' && onlyAsks(text) ? 'read' : 'write';
  }
  const chosen = atPointer(settingsWithDefaults(operation, settings), effect.from);
  return typeof chosen === 'string' && Object.hasOwn(effect.table, chosen)
    ? (effect.table[chosen] ?? 'write')
    : 'write';
}

/** What a person may choose for a step: all but what other operations ask. */
export function operationsToChoose<Each extends OperationSummary>({
  operations,
}: {
  readonly operations: readonly Each[];
}): readonly Each[] {
  return operations.filter(({ internal }) => internal !== true);
}

const calledByHttp: ReadonlySet<string> = new Set(['http', 'soap', 'described']);

/** Whether a service is asked: by HTTP, or by a task of another transport. */
export function asksService(operation: Operation): boolean {
  const { via } = operation.call;
  return calledByHttp.has(via) || taskCallOf(operation) !== undefined;
}

/** Whether a step with this operation may be the first of a flow: it waits for something, or it reads. */
export function canStart(operation: Operation, settings: Readonly<Record<string, Json>>): boolean {
  if (operation.starts !== undefined) return true;
  return asksService(operation) && effectOf(operation, settings) === 'read';
}

export type StartKind = 'manual' | 'schedule' | 'poll' | 'webhook';

/** The ways in which a flow may start with this operation, the plainest first; none when it cannot be the first step. */
export function startKindsOf(
  operation: Operation,
  settings: Readonly<Record<string, Json>>,
): readonly StartKind[] {
  if (!canStart(operation, settings)) return [];
  switch (operation.starts) {
    case 'webhook':
      return ['webhook'];
    case 'poll':
      return ['manual', 'schedule', 'poll'];
    case 'schedule':
    case undefined:
      return ['manual', 'schedule'];
  }
}
