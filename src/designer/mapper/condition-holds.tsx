import { Check, X } from 'lucide-react';
import type { Condition } from '../../mapping/index.ts';
import type { ListScope } from './model/scope.ts';
import { useHolds } from './value-now.ts';
import css from './condition.module.css';

interface HoldsNowProps {
  readonly condition: Condition;
  readonly scope: readonly ListScope[];
  readonly yes: string;
  readonly no: string;
}

/** Whether a condition holds for the current sample: a sign and the word for it. */
export function HoldsNow({ condition, scope, yes, no }: HoldsNowProps) {
  const holds = useHolds(condition, scope);
  return (
    <span className={css.holds} data-holds={holds || undefined}>
      {holds ? <Check aria-hidden size={13} /> : <X aria-hidden size={13} />}
      {holds ? yes : no}
    </span>
  );
}
