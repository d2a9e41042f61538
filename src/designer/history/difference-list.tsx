import { Minus, Pencil, Plus, type LucideIcon } from 'lucide-react';
import type { FlowDifference } from '../../flow/index.ts';
import { say, sayWording } from '../../words/index.ts';
import css from './history.module.css';

const signs: Readonly<Record<FlowDifference['mark'], LucideIcon>> = {
  added: Plus,
  removed: Minus,
  changed: Pencil,
};
const shown = 200;

/** Every difference as a sentence, with its sign. */
export function DifferenceList({
  differences,
}: {
  readonly differences: readonly FlowDifference[];
}) {
  const more = differences.length - shown;
  return (
    <ul className={css.differences} aria-label={say('versions.differences')}>
      {differences.slice(0, shown).map((difference, at) => {
        const Sign = signs[difference.mark];
        return (
          <li key={`${at}-${difference.code}`} data-mark={difference.mark}>
            <Sign size={14} role="img" aria-label={say(`versions.${difference.mark}`)} />
            {sayWording(difference)}
          </li>
        );
      })}
      {more > 0 && <li>{say('versions.more', { count: more })}</li>}
    </ul>
  );
}
