import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { say } from '../../words/first.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import css from './boot-screen.module.css';

interface BootScreenProps {
  readonly trouble?: string;
  readonly onRetry?: () => void;
}

/** Nothing for 300 ms, then the shape of the page; or why it does not start. */
export function BootScreen({ trouble, onRetry }: BootScreenProps) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (trouble !== undefined)
    return (
      <main className={css.trouble} role="alert">
        <EmptyState text={trouble}>
          <Button onClick={onRetry}>{say('common.try-again')}</Button>
        </EmptyState>
      </main>
    );
  return slow ? (
    <main className={css.shape} aria-busy aria-label={say('common.starting')}>
      <div className={css.bar} />
      <div className={css.body} />
    </main>
  ) : null;
}
