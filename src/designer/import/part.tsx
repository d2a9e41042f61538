import { Text } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { say } from '../../words/index.ts';
import css from './import-dialog.module.css';

interface PartProps {
  readonly title: string;
  readonly count: number;
  /** How many of them are shown. */
  readonly shown?: number;
  readonly none?: string;
  readonly children: ReactNode;
}

/** One thing that a file holds: its name, how many, and a line for each. */
export function Part({ title, count, shown = count, none, children }: PartProps) {
  return (
    <section>
      <h3 className={css.heading}>
        {title} {count > 0 && <span className={css.count}>{count}</span>}
      </h3>
      {count > 0 ? (
        <ul className={css.list}>{children}</ul>
      ) : (
        <Text size="sm" c="dimmed" className={css.line} data-drawn>
          <CircleCheck size={15} aria-hidden />
          {none}
        </Text>
      )}
      {shown < count && (
        <Text size="sm" c="dimmed">
          {say('flows.import-more', { count: count - shown })}
        </Text>
      )}
    </section>
  );
}
