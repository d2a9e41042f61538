/** How counts and times of a run are said, on the page and on the command line: a door of its own. */
import { toDuration, type SummaryPart } from '../runtime/contract.ts';
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
