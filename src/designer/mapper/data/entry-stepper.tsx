import { ActionIcon } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { say } from '../../../words/index.ts';
import { NumberOf } from '../regions/number-of.tsx';
import css from './data.module.css';

interface EntryStepperProps {
  readonly list: string;
  /** From 0. */
  readonly entry: number;
  readonly count: number;
  readonly onEntry: (entry: number) => void;
}

/** Which entry of a list the rows below it show. By keyboard: Alt with an arrow on any of these rows. */
export function EntryStepper({ list, entry, count, onEntry }: EntryStepperProps) {
  const shown = Math.min(entry, count - 1);
  return (
    <span
      className={css.stepper}
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <ActionIcon
        size="xs"
        tabIndex={-1}
        aria-label={say('mapper.entry-previous', { list })}
        disabled={shown === 0}
        onClick={() => onEntry(shown - 1)}
      >
        <ChevronLeft aria-hidden size={12} />
      </ActionIcon>
      <NumberOf
        label={say('mapper.entry-number', { list })}
        tabIndex={-1}
        number={shown + 1}
        count={count}
        onNumber={(number) => onEntry(number - 1)}
      />
      {say('mapper.record-of', { count })}
      <ActionIcon
        size="xs"
        tabIndex={-1}
        aria-label={say('mapper.entry-next', { list })}
        disabled={shown >= count - 1}
        onClick={() => onEntry(shown + 1)}
      >
        <ChevronRight aria-hidden size={12} />
      </ActionIcon>
    </span>
  );
}
