import { CircleAlert, Clock3, StickyNote, TriangleAlert } from 'lucide-react';
import { filledValues, operationOf } from '../../flow/index.ts';
import { wordsOf } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { useProblems, useDocument, useRun, useShelves, useWorkbench } from '../state/workbench.ts';
import { indexOf } from '../state/step-index.ts';
import { portsOf } from '../state/step-ports.ts';
import { statusLine, withValues, type StatusTone } from '../state/step-status.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { RowButtons } from './row-buttons.tsx';
import type { RowProps } from './row-props.ts';
import css from './outline.module.css';

const noProblems: readonly never[] = [];

/** A step: its number, its name, what it does, and what is missing or how the last test ended. */
export function StepRow({
  step: id,
  row,
  indent,
  ...buttons
}: RowProps & { readonly step: string }) {
  const { catalog } = useWorkbench();
  const entry = useDocument((state) => state.flow && indexOf(state.flow).steps.get(id));
  const isFirst = useDocument(({ flow }) => flow !== undefined && !indexOf(flow).before.has(id));
  const run = useRun((state) => state.run?.steps[id]);
  const leftOut = useShelves((state) => state.byStep[id]?.leftOut === true);
  const problems = useProblems((state) => state.byStep[id] ?? noProblems);
  if (entry === undefined) return null;

  const { step, number } = entry;
  const operation = operationOf(step, catalog);
  const what =
    catalog.component(step.component) === undefined
      ? say('canvas.unknown-component')
      : wordsOf(operation?.title);
  const place = { isFirst, ports: portsOf(step, operation).out, leftOut };
  const status = withValues(statusLine(step, run, problems, place), filledValues(step, catalog));
  const count =
    problems.length === 0 ? undefined : say('outline.problems', { count: problems.length });
  const note = step.note === undefined ? undefined : say('canvas.step-note', { text: step.note });
  const words = [
    say('canvas.step-label', { number, name: step.name }),
    what,
    status?.text,
    count,
    note,
  ];
  return (
    <div
      {...row}
      className={css.row}
      data-kind="step"
      data-step-button={id}
      data-disabled={step.disabled || undefined}
      aria-label={words.filter((part) => part !== undefined && part !== '').join(', ')}
    >
      <span className={css.indent} style={{ '--indent': indent } as object} />
      <span className={css.number}>{number}</span>
      <ComponentIcon component={step.component} />
      <span className={css.told}>
        <span className={css.words}>
          <span className={css.name} dir="auto">
            {step.name}
          </span>
          <span className={css.what}>{what}</span>
        </span>
        {status !== undefined && (
          <span className={css.status} data-tone={status.tone} title={status.text}>
            <ToneIcon tone={status.tone} />
            <span className={css.statusText}>{status.text}</span>
          </span>
        )}
      </span>
      {note !== undefined && (
        <span className={css.mark} title={note}>
          <StickyNote size={14} aria-hidden />
        </span>
      )}
      {count !== undefined && (
        <span className={css.problems} title={count}>
          {problems.length}
        </span>
      )}
      <RowButtons
        {...buttons}
        addLabel={say('canvas.add-after', { name: step.name })}
        menuLabel={say('canvas.step-menu', { name: step.name })}
      />
    </div>
  );
}

function ToneIcon({ tone }: { readonly tone: StatusTone }) {
  if (tone === 'to-do') return <TriangleAlert size={13} aria-hidden />;
  if (tone === 'held') return <Clock3 size={13} aria-hidden />;
  if (tone === 'refused' || tone === 'in-part') return <CircleAlert size={13} aria-hidden />;
  return null;
}
