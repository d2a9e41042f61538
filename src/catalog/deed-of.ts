import type { Component } from './component/component.ts';
import type { Operation } from './component/operation.ts';
import { asksService } from './effect-of.ts';

/** What an operation does, in the kinds by which people ask for it. `works`: on data of the flow, nobody is asked. */
export type Deed =
  | 'finds'
  | 'adds'
  | 'changes'
  | 'adds-or-changes'
  | 'sends'
  | 'removes'
  | 'depends'
  | 'waits'
  | 'works';

export function deedOf(operation: Operation): Deed {
  const { effect, does, starts } = operation;
  if (starts === 'webhook') return 'waits';
  if (!asksService(operation)) return 'works';
  if (typeof effect === 'object') return 'depends';
  if (effect === 'read') return 'finds';
  if (effect === 'delete') return 'removes';
  switch (does) {
    case 'add':
      return 'adds';
    case 'change':
      return 'changes';
    case 'send':
      return 'sends';
    case 'add-or-change':
    case undefined:
      return 'adds-or-changes';
  }
}

/** How a flow is told of something new by it: somebody calls, or it is looked for again and again, perhaps what changed as well. */
export function tellsOf(operation: Operation): 'calls' | 'new' | 'new-and-changed' | undefined {
  if (operation.starts === 'webhook') return 'calls';
  if (operation.starts !== 'poll') return undefined;
  return Array.isArray(operation.pollKey) ? 'new-and-changed' : 'new';
}

/** Made for no one service: the person says where it asks, or whoever calls says what comes in. */
export function reachesAnyService({ kind, origins, operations }: Component): boolean {
  const isTyped = origins.some((origin) => typeof origin === 'object' && 'from' in origin);
  return kind === 'generic' && (isTyped || operations.some(({ starts }) => starts === 'webhook'));
}
