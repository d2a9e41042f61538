import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { Step } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import { useShape } from '../../effects/use-shape.ts';
import { LaterSample } from './later-sample.tsx';

interface ShapeOfAnswerProps {
  readonly step: Step;
  /** A service gave it. */
  readonly isAnswer: boolean;
  readonly readOnly: boolean;
}

/** Right where a step was tested: what it gave says what it gives, so that later steps can offer its fields. */
export function ShapeOfAnswer({ step, isAnswer, readOnly }: ShapeOfAnswerProps) {
  const shape = useShape(step, 'output');
  const [taken, setTaken] = useState(false);
  const { later, tested } = shape;
  if (later !== undefined) return <LaterSample shape={shape} later={later} readOnly={readOnly} />;
  if (tested === undefined)
    return taken ? (
      <Text size="xs" c="dimmed" role="status">
        {say('inspector.webhook-shape-used')}
      </Text>
    ) : null;
  return (
    <div>
      <Button
        size="compact-sm"
        variant="light"
        disabled={readOnly}
        onClick={() => {
          shape.change({ type: 'take', at: [], schema: tested }, 'sample');
          setTaken(true);
        }}
      >
        {say(isAnswer ? 'inspector.shape-answer-take' : 'inspector.shape-tested-take')}
      </Button>
      <Text size="xs" c="dimmed" mt={4}>
        {say('inspector.shape-answer-take-help')}
      </Text>
    </div>
  );
}
