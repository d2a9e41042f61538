import { Button } from '@mantine/core';
import { say, sayWording } from '../../../words/index.ts';
import type { FieldModes } from './use-modes.ts';
import css from './mode-question.module.css';

/** Asks before a change of mode takes something out of the flow, and says how it comes back. */
export function ModeQuestion({
  question,
  mode,
}: {
  readonly question: NonNullable<FieldModes['question']>;
  readonly mode: FieldModes['mode'];
}) {
  return (
    <div className={css.question} role="alert">
      <p className={css.words}>
        {say('fill.mode-loses', {
          lost: sayWording(question.lost),
          mode: say(`fill.mode-${mode}`),
        })}
      </p>
      <div className={css.answers}>
        <Button size="compact-sm" data-autofocus onClick={question.yes} autoFocus>
          {say('fill.mode-yes', { mode: say(`fill.mode-${question.to}`) })}
        </Button>
        <Button size="compact-sm" variant="default" onClick={question.no}>
          {say('fill.mode-no')}
        </Button>
      </div>
    </div>
  );
}
