import { UnstyledButton } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { wordsOf } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import { suggestSteps } from '../../effects/suggest-steps.ts';
import { useAddStep } from '../../effects/use-add-step.ts';
import { useDocument, useWorkbench } from '../../state/workbench.ts';
import { ComponentIcon } from '../../ui/component-icon.tsx';
import { focusPalette } from '../../ui/focus.ts';
import css from './next.module.css';

interface SuggestedStepsProps {
  readonly after: string;
  readonly port: string;
}

/** What could happen with the data of a step: one press adds it behind the step. */
export function SuggestedSteps({ after, port }: SuggestedStepsProps) {
  const { catalog, view } = useWorkbench();
  const addStep = useAddStep();
  const flow = useDocument((state) => state.flow);
  const suggested = useMemo(
    () => (flow === undefined ? [] : suggestSteps(flow, catalog)),
    [flow, catalog],
  );
  return (
    <section aria-label={say('inspector.next-add')}>
      <h3 className={css.title}>{say('inspector.next-add')}</h3>
      <ul className={css.suggestions}>
        {suggested.map(({ component, operation }) => {
          const title = wordsOf(catalog.summary(component)?.title);
          const doing = wordsOf(catalog.operationSummary(component, operation)?.title);
          return (
            <li key={component}>
              <UnstyledButton
                className={css.suggestion}
                aria-label={say('inspector.next-add-this', { component: title, operation: doing })}
                onClick={() => addStep(component, { after, port }, operation)}
              >
                <ComponentIcon component={component} size={24} />
                <span className={css.words}>
                  <span className={css.name}>{title}</span>
                  {doing !== title && <span className={css.doing}>{doing}</span>}
                </span>
              </UnstyledButton>
            </li>
          );
        })}
        <li>
          <UnstyledButton
            className={css.suggestion}
            onClick={() => {
              view.setState({ insertAt: { after, port }, paletteOpen: true, narrowTab: 'flow' });
              focusPalette();
            }}
          >
            <Plus size={24} strokeWidth={1.5} aria-hidden className={css.plus} />
            <span className={css.name}>{say('inspector.next-add-other')}</span>
          </UnstyledButton>
        </li>
      </ul>
    </section>
  );
}
