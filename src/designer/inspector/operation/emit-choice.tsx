import type { Step } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { ChoiceCards } from '../../ui/choice-cards.tsx';

/** An operation that finds many: one message for each, or one with all. */
export function EmitChoice({
  step,
  readOnly,
}: {
  readonly step: Step;
  readonly readOnly: boolean;
}) {
  const { document } = useWorkbench();
  return (
    <ChoiceCards
      legend={say('inspector.emit')}
      value={step.emit ?? 'each-entry'}
      disabled={readOnly}
      choices={[
        {
          value: 'each-entry',
          title: say('inspector.emit-each'),
          help: say('inspector.emit-each-help'),
        },
        {
          value: 'whole-list',
          title: say('inspector.emit-list'),
          help: say('inspector.emit-list-help'),
        },
      ]}
      onChoose={(emit) =>
        document.apply({
          type: 'step.set-emit',
          step: step.id,
          emit: emit === 'each-entry' ? undefined : emit,
        })
      }
    />
  );
}
