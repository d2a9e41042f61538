import type { Operation } from '../../../catalog/index.ts';
import { say } from '../../../words/index.ts';
import { ShapeChoice } from '../../ui/shape/shape-choice.tsx';
import type { StepFacts } from '../step-facts.ts';

interface ShapeEditorProps {
  readonly facts: StepFacts & { readonly operation: Operation };
  /** A Mapper says what comes out by what it is given to fill; a Webhook says what it receives. */
  readonly side: 'input' | 'output';
  readonly readOnly: boolean;
}

/** What a step gives that has no shape of its own. */
export function ShapeEditor({ facts: { step, operation }, side, readOnly }: ShapeEditorProps) {
  return (
    <ShapeChoice
      step={step}
      side={side}
      at={whole}
      title={say(operation.starts === 'webhook' ? 'inspector.shape-in' : 'inspector.shape')}
      readOnly={readOnly}
    />
  );
}

const whole: readonly string[] = [];
