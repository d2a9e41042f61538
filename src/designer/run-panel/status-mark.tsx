import {
  Ban,
  Check,
  CircleAlert,
  CircleDashed,
  CircleSlash,
  Filter,
  Hand,
  Loader,
  X,
} from 'lucide-react';
import type { MessageRecord, StepStatus } from '../../runtime/contract.ts';
import css from './run-panel.module.css';

const marks = {
  waiting: { Icon: CircleDashed, tone: 'quiet' },
  running: { Icon: Loader, tone: 'accent' },
  held: { Icon: Hand, tone: 'amber' },
  halted: { Icon: Hand, tone: 'red' },
  done: { Icon: Check, tone: 'green' },
  'done-in-part': { Icon: CircleAlert, tone: 'amber' },
  failed: { Icon: X, tone: 'red' },
  refused: { Icon: X, tone: 'red' },
  dropped: { Icon: Filter, tone: 'quiet' },
  'not-sent': { Icon: CircleSlash, tone: 'quiet' },
  cancelled: { Icon: Ban, tone: 'quiet' },
  'not-reached': { Icon: CircleSlash, tone: 'quiet' },
} as const satisfies Record<
  StepStatus | MessageRecord['state'] | 'done-in-part' | 'not-sent',
  { Icon: unknown; tone: string }
>;

/** How a step or a message ended, as a sign beside the word for it. */
export function StatusMark({
  of,
  size = 15,
}: {
  readonly of: keyof typeof marks;
  readonly size?: number;
}) {
  const { Icon, tone } = marks[of];
  return (
    <Icon
      aria-hidden
      size={size}
      strokeWidth={2.25}
      className={css.mark}
      data-tone={tone}
      data-moves={of === 'running' || undefined}
    />
  );
}
