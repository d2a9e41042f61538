import { useState } from 'react';
import css from './record-stepper.module.css';

interface NumberOfProps {
  readonly label: string;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  readonly onNumber: (number: number) => void;
  readonly tabIndex?: number;
}

/** A number among so many, typed: nobody steps to entry 50,000. */
export function NumberOf({ label, number, count, onNumber, tabIndex }: NumberOfProps) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const keep = () => {
    const next = Number(typed);
    setTyped(undefined);
    if (typed !== undefined && Number.isInteger(next) && next >= 1) onNumber(Math.min(next, count));
  };
  return (
    <input
      className={css.number}
      inputMode="numeric"
      aria-label={label}
      tabIndex={tabIndex}
      size={Math.max(1, String(count).length)}
      value={typed ?? String(number)}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value.replace(/\D/g, ''))}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        else if (event.key === 'Escape' && typed !== undefined) setTyped(undefined);
        else if (event.key === 'ArrowUp') onNumber(Math.min(count, number + 1));
        else if (event.key === 'ArrowDown') onNumber(Math.max(1, number - 1));
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
