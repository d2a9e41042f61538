/** How counts and times of a run are said, on the page and on the command line: a door of its own. */
import { toDuration, type SummaryPart } from '../runtime/contract.ts';
import type { Operation } from '../catalog/contract.ts';
import { say } from './index.ts';

/** "500 in, 498 done, 2 refused". */
export function partsInWords(parts: readonly SummaryPart[]): string {
  return parts.map(({ what, count }) => say(`run-panel.count-${what}`, { count })).join(', ');
}

/** "1.2 s", "2 min 5 s". */
export function timeInWords(ms: number): string {
  const { minutes, seconds } = toDuration(ms);
  return minutes === 0
    ? say('run-panel.seconds', { seconds })
    : say('run-panel.minutes', { minutes, seconds });
}

interface HeldWords {
  readonly count: number;
  /** More of them may come. */
  readonly isSoFar?: boolean;
  readonly effect: 'write' | 'delete' | undefined;
  readonly does: Operation['does'];
  readonly component: string;
  readonly operation: string;
}

/** "Footbridge would add at least 5 in Newsletter: Add a subscriber": what is waited with, by what it would do. */
export function heldInWords({ count, isSoFar = false, effect, does, ...names }: HeldWords): string {
  const what = effect === 'delete' ? 'delete' : does === 'send' ? 'send-out' : does;
  if (what === undefined)
    return say(`run-panel.held-write${isSoFar ? '-at-least' : ''}`, { ...names, count });
  const amount = say(`run-panel.held-amount${isSoFar ? '-at-least' : ''}`, { count });
  return say(`run-panel.held-${what}`, { ...names, amount });
}
