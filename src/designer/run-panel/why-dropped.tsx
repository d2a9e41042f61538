import { useQuery } from '@tanstack/react-query';
import type { UnmetLine } from '../../mapping/index.ts';
import { shortened, type Json } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { useWorkbench } from '../state/workbench.ts';
import { cellWords } from './data-view/cell.tsx';
import { cellText } from './data-view/cell-text.ts';
import { sourceField } from './model/refusal-facts.ts';
import { useShownRun } from './shown-run.ts';
import type { StepFacts } from './use-step-facts.ts';
import css from './run-panel.module.css';

/** The lines of the condition that a message did not meet, with what was there instead; nothing where that is not known. */
export function WhyDropped({
  index,
  facts,
}: {
  readonly index: number;
  readonly facts: StepFacts;
}) {
  const { runs } = useWorkbench();
  const runId = useShownRun(({ run }) => run?.runId) ?? '';
  const { data: lines = [] } = useQuery({
    queryKey: ['why-dropped', runId, facts.step.id, index],
    queryFn: () => runs.whyDropped(runId, facts.step.id, index, facts.flow),
    gcTime: 30_000,
    retry: false,
  });
  if (lines.length === 0) return null;
  return (
    <ul className={css.unmet}>
      {lines.map((line, at) => (
        // Lines never change their order.
        <li key={at}>{lineWords(line, facts)}</li>
      ))}
    </ul>
  );
}

function lineWords({ comparison, left, right, holds }: UnmetLine, facts: StepFacts): string {
  const field = comparison.left.kind === 'ref' ? sourceField(comparison.left, facts.sources) : '';
  const parts = [
    field === '' ? say('run-panel.unmet-value') : field,
    say(`mapper.is-${comparison.is}`),
    right === undefined ? '' : shortly(right),
  ];
  const line = parts.filter((part) => part !== '').join(' ');
  if (holds) return say('run-panel.unmet-holds', { line });
  return left === undefined
    ? say('run-panel.unmet-missing', { line })
    : say('run-panel.unmet-said', { line, value: shortly(left) });
}

const longest = 60;

function shortly(value: Json): string {
  return shortened(cellWords(cellText(value)), longest);
}
