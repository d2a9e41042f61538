import { partsInWords } from '../../words/run-words.ts';
import { say, type WordCode } from '../../words/index.ts';
import type { RunRow } from '../../storage/contract.ts';
import { toRelativeTime } from '../ui/relative-time.ts';

/** "Ran 2 hours ago · 498 done, 2 refused". */
export function lastRunInWords(run: RunRow | undefined, now: number): string {
  if (run === undefined) return say('flows.never-ran');
  const isThrough = run.parts.some(({ what }) => what === 'done');
  // What came in says little beside what became of it.
  const parts = run.parts.filter(({ what }) => !(isThrough && what === 'in'));
  const ran = say(ranCode[run.status], { when: toRelativeTime(run.at, now) });
  return parts.length === 0 ? ran : `${ran} · ${partsInWords(parts)}`;
}

const ranCode: Readonly<Record<RunRow['status'], WordCode>> = {
  running: 'flows.ran-done',
  held: 'flows.ran-done',
  done: 'flows.ran-done',
  failed: 'flows.ran-failed',
  cancelled: 'flows.ran-cancelled',
};
