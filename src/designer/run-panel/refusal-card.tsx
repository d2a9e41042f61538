import { OctagonAlert, SkipForward } from 'lucide-react';
import { use, useMemo } from 'react';
import type { Step } from '../../flow/index.ts';
import type { Failure, StepRun } from '../../runtime/contract.ts';
import { say, sayWording } from '../../words/index.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { Cell } from './data-view/cell.tsx';
import { cellText } from './data-view/cell-text.ts';
import { familyOf, refusedFields, type RefusedField } from './model/refusal-facts.ts';
import { refusalWording, withoutAccount } from './model/refusal-wording.ts';
import { RefusalActions } from './refusal-actions.tsx';
import { ShownRun, useShownRun } from './shown-run.ts';
import { TryRefusedAgain } from './try-refused-again.tsx';
import { ServiceWords } from './service-words.tsx';
import { useStepAsItRan, type StepFacts } from './use-step-facts.ts';
import css from './run-panel.module.css';

interface RefusalCardProps {
  readonly facts: StepFacts;
  readonly failure: Failure;
  /** The message's index; none = the step as a whole. */
  readonly message?: number;
  /** The message's id. */
  readonly id?: string | undefined;
}

/** A "no" in plain words: what happened, why, at which field, where its value came from, and what to do now. */
export function RefusalCard({ facts, failure, message, id }: RefusalCardProps) {
  const state = useShownRun(({ run }) => run?.steps[facts.step.id]);
  const looked = use(ShownRun);
  const family = familyOf(failure);
  const { input, binding, sources, step: ran } = useStepAsItRan(facts);
  const isUnknown = ran.credential === undefined;
  const isConnectedSince =
    looked === undefined && family === 'sign-in' && ran.credential !== facts.step.credential;
  const fields = useMemo(
    () => refusedFields(failure, { schema: input ?? {}, binding }, sources),
    [failure, input, binding, sources],
  );
  const done = state?.counts.done ?? 0;
  const isSettled = message !== undefined && isLeftOut(state, facts.step);

  return (
    <section
      className={css.card}
      data-tone={family === 'stopped' || isSettled ? 'quiet' : 'red'}
      role="region"
      aria-label={say('run-panel.refused-here')}
    >
      <header className={css.cardHead}>
        {isSettled ? <SkipForward aria-hidden size={18} /> : <OctagonAlert aria-hidden size={18} />}
        <h3>
          {message === undefined
            ? say('run-panel.failed-step')
            : say(`run-panel.refused-${family}`, {
                number: message + 1,
                component: facts.componentTitle,
              })}
        </h3>
      </header>
      <p>
        {sayWording(
          refusalWording(
            isUnknown ? withoutAccount(failure) : failure,
            fields,
            (step) => facts.flow.steps.find(({ id: known }) => known === step)?.name,
          ),
        )}
      </p>
      {failure.serviceWords !== undefined && failure.serviceWords !== '' && (
        <ServiceWords component={facts.componentTitle} words={failure.serviceWords} />
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
      {isConnectedSince && <p>{say('run-panel.connected-since')}</p>}
      {isSettled && <p>{say('run-panel.was-skipped')}</p>}
      {state?.status === 'halted' && (
        <p>
          {done > 0 &&
            `${say(facts.isWrite ? 'run-panel.halted-sent' : 'run-panel.halted-done', { count: done })} `}
          {say('run-panel.halted-text')}
        </p>
      )}
      {looked === undefined ? (
        <RefusalActions
          facts={facts}
          state={state}
          failure={failure}
          fields={fields}
          family={family}
          message={id}
          connecting={isConnectedSince ? 'done' : isUnknown ? 'first' : 'again'}
        />
      ) : (
        <TryRefusedAgain of={looked} step={facts.step.id} state={state} />
      )}
    </section>
  );
}

/** The step, or the person, leaves such messages out, and the others go on: nothing has to be decided any more. */
function isLeftOut(state: StepRun | undefined, { onFailure = 'stop' }: Step): boolean {
  if (state?.status === 'running') return onFailure !== 'stop' || state.wentOn === true;
  return state?.status === 'done';
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
                <bdi>{source.name}</bdi>
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
