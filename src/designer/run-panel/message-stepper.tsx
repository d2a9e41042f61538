import { ActionIcon } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { say } from '../../words/index.ts';
import css from './run-panel.module.css';

interface MessageStepperProps {
  readonly index: number;
  readonly total: number;
  readonly onChoose: (index: number) => void;
}

/** One message after the other, where there is no room for a list. */
export function MessageStepper({ index, total, onChoose }: MessageStepperProps) {
  return (
    <div className={css.stepper} role="group" aria-label={say('run-panel.messages')}>
      <ActionIcon aria-label={say('run-panel.previous')} disabled={index <= 0} onClick={() => onChoose(index - 1)}>
        <ChevronLeft size={16} />
      </ActionIcon>
      <span aria-live="polite">{say('run-panel.message-of', { number: index + 1, total })}</span>
      <ActionIcon aria-label={say('run-panel.next')} disabled={index >= total - 1} onClick={() => onChoose(index + 1)}>
        <ChevronRight size={16} />
      </ActionIcon>
    </div>
  );
}
