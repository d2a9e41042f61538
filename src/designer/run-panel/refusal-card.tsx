import { Button } from '@mantine/core';
import {
  CornerDownRight,
  KeyRound,
  OctagonAlert,
  RotateCcw,
  SkipForward,
  Wand2,
} from 'lucide-react';
import { useMemo } from 'react';
import type { Failure } from '../../runtime/contract.ts';
import { say, sayWording } from '../../words/index.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { Cell } from './data-view/cell.tsx';
import { cellText } from './data-view/cell-text.ts';
import { familyOf, refusedFields, type RefusedField } from './model/refusal-facts.ts';
import { fixesFor, type Fix } from './refusal-fixes.ts';
import { useTryAgain } from './use-try-again.ts';
import type { StepFacts } from './use-step-facts.ts';
import css from './run-panel.module.css';

interface RefusalCardProps {
  readonly facts: StepFacts;
  readonly failure: Failure;
  /** The message's index; none = the step as a whole. */
  readonly message?: number;
}

/** A "no" in plain words: what happened, why, at which field, where its value came from, and what to do now. */
export function RefusalCard({ facts, failure, message }: RefusalCardProps) {
  const { document, view, toasts } = useWorkbench();
  const readOnly = useDocument((state) => state.readOnly);
  const tryAgain = useTryAgain();
  const family = familyOf(failure);
  const fields = useMemo(
    () =>
      refusedFields(failure, { schema: facts.input ?? {}, binding: facts.binding }, facts.sources),
    [failure, facts],
  );
  const fixes = useMemo(
    () => (readOnly ? [] : fixesFor(facts, fields, family)),
    [readOnly, facts, fields, family],
  );
  const step = facts.step.id;
  const first = fields[0];
  const hasMapping = facts.operation !== undefined && Object.keys(facts.operation.slots).length > 0;

  const mend = (fix: Fix) => {
    const done = document.apply(fix.operation);
    if (!done.ok) toasts.show({ text: say('run-panel.not-fixed'), tone: 'trouble' });
    else if (fix.kind === 'skip') tryAgain();
    else
      toasts.show({
        text: say('run-panel.fixed'),
        action: { label: say('run-panel.again'), run: tryAgain },
      });
  };

  return (
    <section
      className={css.card}
      data-tone={family === 'stopped' ? 'quiet' : 'red'}
      role="region"
      aria-label={say('run-panel.refused-here')}
    >
      <header className={css.cardHead}>
        <OctagonAlert aria-hidden size={18} />
        <h3>
          {message === undefined
            ? say('run-panel.failed-step')
            : say(`run-panel.refused-${family}`, {
                number: message + 1,
                component: facts.componentTitle,
              })}
        </h3>
      </header>
      <p>{sayWording(failure)}</p>
      {failure.serviceWords !== undefined && failure.serviceWords !== '' && (
        <figure className={css.quote}>
          <figcaption>{say('run-panel.own-words', { component: facts.componentTitle })}</figcaption>
          <blockquote>{failure.serviceWords}</blockquote>
        </figure>
      )}
      {fields.length > 0 && (
        <ul className={css.refusedFields}>
          {fields.map((field) => (
            <RefusedFieldLine
              key={field.key}
              field={field}
              facts={facts}
              said={failure.serviceWords}
            />
          ))}
        </ul>
      )}
      <div className={css.actions}>
        {first !== undefined && hasMapping && (
          <Button
            size="xs"
            leftSection={<CornerDownRight size={14} />}
            onClick={() => view.reveal(step, 'mapping', first.path)}
          >
            {first.title === ''
              ? say('run-panel.go-to-fields')
              : say('run-panel.go-to-field', { field: first.title })}
          </Button>
        )}
        {first === undefined && family === 'mapping' && hasMapping && (
          <Button
            size="xs"
            leftSection={<CornerDownRight size={14} />}
            onClick={() => view.reveal(step, 'mapping')}
          >
            {say(
              facts.operation?.slots['condition'] === undefined
                ? 'run-panel.go-to-fields'
                : 'run-panel.go-to-condition',
            )}
          </Button>
        )}
        {(family === 'sign-in' || family === 'not-allowed') && (
          <Button
            size="xs"
            leftSection={<KeyRound size={14} />}
            onClick={() => view.reveal(step, 'credential')}
          >
            {say('run-panel.connect-again')}
          </Button>
        )}
        {fixes.map((fix) => (
          <Button
            key={fix.words}
            size="xs"
            variant="default"
            leftSection={fix.kind === 'skip' ? <SkipForward size={14} /> : <Wand2 size={14} />}
            onClick={() => mend(fix)}
          >
            {fix.words}
          </Button>
        ))}
        <Button
          size="xs"
          variant="default"
          leftSection={<RotateCcw size={14} />}
          onClick={tryAgain}
        >
          {say('run-panel.again')}
        </Button>
      </div>
    </section>
  );
}

/** The field, what was sent for it, and where that came from. */
function RefusedFieldLine({
  field,
  facts,
  said,
}: {
  readonly field: RefusedField;
  readonly facts: StepFacts;
  readonly said: string | undefined;
}) {
  return (
    <li>
      <div className={css.refusedField}>
        <strong title={field.key}>{field.title}</strong>
        <span className={css.sent}>
          {field.value === undefined ? (
            <span className={css.quiet}>{say('run-panel.sent-nothing')}</span>
          ) : (
            <Cell of={cellText(field.value)} />
          )}
        </span>
        {field.sources.map(({ step, field: from }) => {
          const source = facts.flow.steps.find(({ id }) => id === step);
          if (source === undefined) return null;
          return (
            <span key={`${step} ${from}`} className={css.origin}>
              <span className={css.quiet}>{say('run-panel.came-from')}</span>
              <span className={css.pill}>
                <ComponentIcon component={source.component} size={14} bare />
                {source.name}
                {from !== '' && <b>{from}</b>}
              </span>
            </span>
          );
        })}
      </div>
      {field.words !== undefined && field.words !== said && (
        <div className={css.fieldWords}>{field.words}</div>
      )}
    </li>
  );
}
