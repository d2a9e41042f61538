import type { Operation } from '../../../catalog/index.ts';
import { say } from '../../../words/index.ts';
import css from './effect-badge.module.css';

/** What an operation does to the service: reads, adds or changes, deletes. An undeclared one may change things. */
export function EffectBadge({ operation }: { readonly operation: Operation }) {
  const effect = operation.effect ?? 'write';
  const word = typeof effect === 'object' ? 'depends' : effect;
  return (
    <span className={css.badge} data-effect={word}>
      {say(`inspector.effect-${word}`)}
    </span>
  );
}
