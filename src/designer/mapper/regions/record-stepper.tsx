import { ActionIcon } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { say } from '../../../words/index.ts';
import { useDesk, useMappingDesk } from '../mapping-desk.ts';
import { NumberOf } from './number-of.tsx';
import css from './record-stepper.module.css';

/** "Record 1 of 500": which recorded sample data, pills and result show. Real data varies. */
export function RecordStepper() {
  const desk = useMappingDesk();
  const record = useDesk((state) => state.record);
  const count = useDesk(({ records }) => records.count);
  if (count < 2) return null;
  return (
    <div className={css.stepper} role="group" aria-label={say('mapper.records')}>
      <ActionIcon
        size="sm"
        aria-label={say('mapper.record-previous')}
        disabled={record === 0}
        onClick={() => desk.setRecord(record - 1)}
      >
        <ChevronLeft aria-hidden size={14} />
      </ActionIcon>
      <span>{say('mapper.record')}</span>
      <NumberOf
        label={say('mapper.record-number')}
        number={record + 1}
        count={count}
        onNumber={(number) => desk.setRecord(number - 1)}
      />
      <span>{say('mapper.record-of', { count })}</span>
      <ActionIcon
        size="sm"
        aria-label={say('mapper.record-next')}
        disabled={record === count - 1}
        onClick={() => desk.setRecord(record + 1)}
      >
        <ChevronRight aria-hidden size={14} />
      </ActionIcon>
    </div>
  );
}
