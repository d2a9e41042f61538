import type { Flow } from '../../../flow/index.ts';
import type { RunAsked } from '../../../storage/contract.ts';
import { say } from '../../../words/index.ts';

/** How a run was asked for: "Up to “Send”, with 5". */
export function askedInWords({ scope, firstRecords, by }: RunAsked, flow: Flow): string {
  const name = 'step' in scope ? flow.steps.find(({ id }) => id === scope.step)?.name : undefined;
  return [
    say(`earlier.asked-${scope.kind}`, { step: name ?? '…' }),
    ...(firstRecords === undefined ? [] : [say('earlier.asked-first', { count: firstRecords })]),
    ...(by === 'test' ? [] : [say(by === 'itself' ? 'earlier.by-itself' : `earlier.by-${by}`)]),
  ].join(', ');
}
