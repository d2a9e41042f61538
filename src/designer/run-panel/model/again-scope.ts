import type { RunScope } from '../../../runtime/contract.ts';

/** How far what a step refused goes when it is tried again: as far as the run went that refused it. */
export function againScope(step: string, last: RunScope | undefined): RunScope {
  switch (last?.kind) {
    case 'only':
      return { kind: 'only', step };
    case 'up-to':
      return { kind: 'from', step, upTo: last.step };
    case 'from':
      return { ...last, step };
    case 'flow':
    case undefined:
      return { kind: 'from', step };
  }
}
