import { useEffect, useMemo, useState } from 'react';
import type { Json, Wording } from '../../../../shared/index.ts';
import type { FormulaBinding } from '../../../../mapping/index.ts';
import { say, sayWording } from '../../../../words/index.ts';
import { useWorkbench } from '../../../state/workbench.ts';
import { useMappingDesk } from '../../mapping-desk.ts';
import type { ListScope } from '../../model/scope.ts';
import { samplesSeen } from '../../value-now.ts';
import { inWords } from '../../value-words.ts';
import css from './formula.module.css';

interface FormulaResultProps {
  /** With what is being typed. */
  readonly formula: FormulaBinding;
  readonly scope: readonly ListScope[];
}

/** After the last key; the thread that works it out may be ended at any time. */
const afterMs = 150;

/** What the formula gives for the current sample, or why it gives nothing. */
export function FormulaResult({ formula, scope }: FormulaResultProps) {
  const desk = useMappingDesk();
  const { preview } = useWorkbench();
  const [made, setMade] = useState<
    { readonly value: Json | undefined; readonly problem: Wording | undefined } | undefined
  >(undefined);
  const { sources } = desk;
  const samples = useMemo(() => samplesSeen({ sources }, scope), [sources, scope]);
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      void preview.evaluate(formula, samples).then(({ value, problems }) => {
        if (isWanted) setMade({ value, problem: problems[0] });
      });
    }, afterMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [formula, samples, preview]);
  if (made === undefined) return null;
  if (made.problem !== undefined)
    return (
      <p className={css.failure} role="status">
        {sayWording(made.problem)}
      </p>
    );
  const text =
    made.value === undefined ? say('mapper.result-left-out') : inWords(made.value, desk.locale);
  return (
    <p className={css.result} role="status" aria-label={say('mapper.result-is', { value: text })}>
      → {text}
    </p>
  );
}
