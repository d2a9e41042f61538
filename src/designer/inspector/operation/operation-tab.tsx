import { Stack, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import {
  asksService,
  operationsToChoose,
  type Component,
  type Operation,
} from '../../../catalog/index.ts';
import { isDescribed } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import { useDocument, useWorkbench } from '../../state/workbench.ts';
import { ShapeEditor } from '../shape/shape-editor.tsx';
import { StartSection } from '../start/start-section.tsx';
import { WebhookListen } from '../start/webhook-listen.tsx';
import type { StepFacts } from '../step-facts.ts';
import { EmitChoice } from './emit-choice.tsx';
import { FailureChoice } from './failure-choice.tsx';
import { OperationList } from './operation-list.tsx';
import { Requirements } from './requirements.tsx';

const CallsChoice = lazy(() =>
  import('./calls-choice.tsx').then(({ CallsChoice }) => ({ default: CallsChoice })),
);

interface OperationTabProps {
  readonly facts: StepFacts & { readonly component: Component };
  /** The person has said what the step does: the panel goes on. */
  readonly onChosen: (operation: Operation) => void;
}

/** What the step should do, what that needs and gives, and how it behaves around it. */
export function OperationTab({ facts, onChosen }: OperationTabProps) {
  const { document } = useWorkbench();
  const readOnly = useDocument((state) => state.readOnly);
  const { step, component, operation } = facts;
  function choose(wanted: Operation): void {
    if (wanted.id === step.operation) return;
    const chosen = document.apply({
      type: 'step.set-operation',
      step: step.id,
      operation: wanted.id,
      componentVersion: component.version,
    });
    if (chosen.ok) onChosen(wanted);
  }
  return (
    <Stack gap={24}>
      {(operationsToChoose(component).length > 1 || operation === undefined) && (
        <section>
          <Title order={3} size="13px" mb={8}>
            {say('inspector.operations')}
          </Title>
          <OperationList
            component={component}
            isFirst={facts.first}
            chosen={step.operation}
            disabled={readOnly}
            onChoose={choose}
          />
        </section>
      )}
      {operation !== undefined && <Chosen facts={{ ...facts, operation }} readOnly={readOnly} />}
    </Stack>
  );
}

interface ChosenProps {
  readonly facts: StepFacts & { readonly component: Component; readonly operation: Operation };
  readonly readOnly: boolean;
}

function Chosen({ facts, readOnly }: ChosenProps) {
  const { step, component, operation, first } = facts;
  const called = operation.starts === 'webhook';
  const makesIt =
    operation.inputShape === 'by-person' &&
    operation.outputShape === 'same-as-input' &&
    !isDescribed(operation, 'input');
  return (
    <>
      {first && called && (
        <div data-start>
          <WebhookListen step={step} />
        </div>
      )}
      {makesIt && <ShapeEditor facts={facts} side="input" readOnly={readOnly} />}
      {operation.outputShape === 'by-person' && !isDescribed(operation, 'output') && (
        <ShapeEditor facts={facts} side="output" readOnly={readOnly} />
      )}
      {first && !called && (
        <div data-start>
          <StartSection facts={facts} readOnly={readOnly} />
        </div>
      )}
      <Requirements component={component} operation={operation} step={step} />
      {operation.emits === 'many' && <EmitChoice step={step} readOnly={readOnly} />}
      <FailureChoice step={step} readOnly={readOnly} />
      {asksService(operation) && (
        <Suspense>
          <CallsChoice step={step} operation={operation} readOnly={readOnly} />
        </Suspense>
      )}
    </>
  );
}
