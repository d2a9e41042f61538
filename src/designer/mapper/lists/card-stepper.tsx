import { ActionIcon } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { say } from '../../../words/index.ts';
import { NumberOf } from '../regions/number-of.tsx';
import css from './list-card.module.css';

interface CardStepperProps {
  readonly list: string;
  /** From 0. */
  readonly shown: number;
  readonly count: number;
  /** Before any is left out. */
  readonly of: number;
  readonly onShow: (entry: number) => void;
}

/** Which entry of the current sample the card's fields are shown for. */
export function CardStepper({ list, shown, count, of, onShow }: CardStepperProps) {
  const left = of - count;
  return (
    <div className={css.stepper}>
      {count > 0 && (
        <>
          <ActionIcon
            size="xs"
            aria-label={say('mapper.entry-previous', { list })}
            disabled={shown === 0}
            onClick={() => onShow(shown - 1)}
          >
            <ChevronLeft aria-hidden size={12} />
          </ActionIcon>
          <span>{say('lists.entry')}</span>
          <NumberOf
            label={say('mapper.entry-number', { list })}
            number={shown + 1}
            count={count}
            onNumber={(number) => onShow(number - 1)}
          />
          <span>{say('mapper.record-of', { count })}</span>
          <ActionIcon
            size="xs"
            aria-label={say('mapper.entry-next', { list })}
            disabled={shown >= count - 1}
            onClick={() => onShow(shown + 1)}
          >
            <ChevronRight aria-hidden size={12} />
          </ActionIcon>
        </>
      )}
      {count === 0 && <span>{say('lists.no-entries-now')}</span>}
      {left > 0 && <span>{say('lists.left-out', { count: left })}</span>}
    </div>
  );
}
