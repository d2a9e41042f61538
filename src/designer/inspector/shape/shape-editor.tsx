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
export function ShapeEditor({ facts, side, readOnly }: ShapeEditorProps) {
  const { step } = facts;
  return (
    <ShapeChoice
      step={step}
      side={side}
      at={whole}
      title={say(titleOf(facts, side))}
      readOnly={readOnly}
    />
  );
}

function titleOf({ component, operation }: ShapeEditorProps['facts'], side: 'input' | 'output') {
  if (operation.starts === 'webhook') return 'inspector.shape-in';
  // A service answers; a step that only computes makes what the person wants.
  const answers = side === 'output' && (component?.origins.length ?? 0) > 0;
  if (!answers) return 'inspector.shape';
  return operation.emits === 'many' ? 'inspector.shape-entry' : 'inspector.shape-answer';
}

const whole: readonly string[] = [];
