import { Button } from '@mantine/core';
import { suggestPaging } from '../../catalog/index.ts';
import { say } from '../../words/index.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { Notice } from '../ui/notice.tsx';
import { useRecords } from './use-records.ts';
import type { StepFacts } from './use-step-facts.ts';

/** An answer that shows that it is one page of several: how the others are read, with one press. */
export function PagingOffer({ facts: { step, operation } }: { readonly facts: StepFacts }) {
  const { document } = useWorkbench();
  const readOnly = useDocument((state) => state.readOnly);
  const answer = useRecords(step.id, 0, 0).at(0)?.response;
  const offer =
    operation === undefined ? undefined : suggestPaging(operation, step.settings, answer?.body);
  if (offer === undefined || answer === undefined || answer.status >= 300) return null;
  const { by, place, settings } = offer;
  return (
    <Notice tone="open">
      <strong>{say('run-panel.paging-found')}</strong>{' '}
      {say(by === 'page' ? 'run-panel.paging-found-pages' : 'run-panel.paging-found-next', {
        place,
      })}
      <div>
        <Button
          mt={8}
          size="compact-sm"
          variant="default"
          disabled={readOnly}
          onClick={() => document.apply({ type: 'step.set-settings', step: step.id, settings })}
        >
          {say('run-panel.paging-read-all')}
        </Button>
      </div>
    </Notice>
  );
}
