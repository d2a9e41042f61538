import type { Step } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { ChoiceCards } from '../../ui/choice-cards.tsx';
import css from './failure-choice.module.css';

/** Seldom changed, so it is folded; what was chosen is said in the fold's own line. */
export function FailureChoice({
  step,
  readOnly,
}: {
  readonly step: Step;
  readonly readOnly: boolean;
}) {
  const { document } = useWorkbench();
  const chosen = step.onFailure ?? 'stop';
  return (
    <details className={css.fold}>
      <summary>
        {say('inspector.failure')}
        <span className={css.chosen}>{say(`inspector.failure-${chosen}`)}</span>
      </summary>
      <ChoiceCards
        legend={say('inspector.failure')}
        hideLegend
        value={chosen}
        disabled={readOnly}
        choices={[
          {
            value: 'stop',
            title: say('inspector.failure-stop'),
            help: say('inspector.failure-stop-help'),
          },
          {
            value: 'skip',
            title: say('inspector.failure-skip'),
            help: say('inspector.failure-skip-help'),
          },
          {
            value: 'error-branch',
            title: say('inspector.failure-error-branch'),
            help: say('inspector.failure-error-branch-help'),
          },
        ]}
        onChoose={(onFailure) =>
          document.apply({
            type: 'step.set-failure',
            step: step.id,
            onFailure: onFailure === 'stop' ? undefined : onFailure,
          })
        }
      />
    </details>
  );
}
