import { Stack, Title } from '@mantine/core';
import type { Component, Operation } from '../../../catalog/index.ts';
import { say } from '../../../words/index.ts';
import { useDocument, useWorkbench } from '../../state/workbench.ts';
import type { StepFacts } from '../step-facts.ts';
import { ShapeEditor } from '../shape/shape-editor.tsx';
import { StartSection } from '../start/start-section.tsx';
import { EmitChoice } from './emit-choice.tsx';
import { FailureChoice } from './failure-choice.tsx';
import { OperationList } from './operation-list.tsx';
import { Requirements } from './requirements.tsx';

interface OperationTabProps {
  readonly facts: StepFacts & { readonly component: Component; readonly operation: Operation };
}

/** What the step should do, what that needs and gives, and how it behaves around it. */
export function OperationTab({ facts }: OperationTabProps) {
  const { document } = useWorkbench();
  const readOnly = useDocument((state) => state.readOnly);
  const { step, component, operation, first } = facts;
  return (
    <Stack gap={24}>
      {component.operations.length > 1 && (
        <section>
          <Title order={3} size="13px" mb={8}>
            {say('inspector.operations')}
          </Title>
          <OperationList
            component={component}
            chosen={operation.id}
            disabled={readOnly}
            onChoose={({ id }) =>
              id !== operation.id &&
              document.apply({ type: 'step.set-operation', step: step.id, operation: id, componentVersion: component.version })
            }
          />
        </section>
      )}
      {first && <StartSection facts={facts} readOnly={readOnly} />}
      {operation.inputShape === 'by-person' && <ShapeEditor facts={facts} side="input" readOnly={readOnly} />}
      {operation.outputShape === 'by-person' && <ShapeEditor facts={facts} side="output" readOnly={readOnly} />}
      {operation.emits === 'many' && <EmitChoice step={step} readOnly={readOnly} />}
      <Requirements component={component} operation={operation} step={step} />
      <FailureChoice step={step} readOnly={readOnly} />
    </Stack>
  );
}
