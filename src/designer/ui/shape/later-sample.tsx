import { Button } from '@mantine/core';
import { say } from '../../../words/index.ts';
import type { StepShape } from '../../effects/use-shape.ts';
import { Notice } from '../notice.tsx';
import css from './shape.module.css';

interface LaterSampleProps {
  readonly shape: StepShape;
  readonly later: NonNullable<StepShape['later']>;
  readonly readOnly: boolean;
}

/** What came last is not as the shape says: it can be taken over. */
export function LaterSample({ shape, later, readOnly }: LaterSampleProps) {
  const { added, changed, schema } = later;
  return (
    <div className={css.later}>
      <Notice tone="open">
        {added.length > 0 && <div>{say('inspector.shape-later-more', named(added))}</div>}
        {changed.length > 0 && <div>{say('inspector.shape-later-other', named(changed))}</div>}
        <Button
          mt={8}
          size="compact-sm"
          variant="default"
          disabled={readOnly}
          onClick={() => shape.change({ type: 'take', at: [], schema })}
        >
          {say('inspector.shape-later-take')}
        </Button>
      </Notice>
    </div>
  );
}

const namesShown = 6;

function named(names: readonly string[]): { readonly count: number; readonly names: string } {
  const shown = names.slice(0, namesShown).join(', ');
  return { count: names.length, names: names.length > namesShown ? `${shown}, …` : shown };
}
