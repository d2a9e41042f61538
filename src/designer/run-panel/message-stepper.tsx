import { ActionIcon, Button } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { say } from '../../words/index.ts';
import css from './run-panel.module.css';

interface MessageStepperProps {
  readonly index: number;
  readonly total: number;
  /** The indexes of refused messages, in order. */
  readonly refused: readonly number[];
  readonly onChoose: (index: number) => void;
}

/** One message after the other, where there is no room for a list. */
export function MessageStepper({ index, total, refused, onChoose }: MessageStepperProps) {
  const nextRefused = refused.find((one) => one > index) ?? refused.find((one) => one !== index);
  return (
    <div className={css.stepper} role="group" aria-label={say('run-panel.messages')}>
      <ActionIcon
        aria-label={say('run-panel.previous')}
        disabled={index <= 0}
        onClick={() => onChoose(index - 1)}
      >
        <ChevronLeft size={16} />
      </ActionIcon>
      <span aria-live="polite">{say('run-panel.message-of', { number: index + 1, total })}</span>
      <ActionIcon
        aria-label={say('run-panel.next')}
        disabled={index >= total - 1}
        onClick={() => onChoose(index + 1)}
      >
        <ChevronRight size={16} />
      </ActionIcon>
      {nextRefused !== undefined && (
        <Button size="compact-xs" variant="subtle" onClick={() => onChoose(nextRefused)}>
          {say('run-panel.next-refused')}
        </Button>
      )}
    </div>
  );
}
