import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { Keyboard, Maximize2, Minimize2, PanelRight } from 'lucide-react';
import { useStore } from 'zustand';
import { say } from '../../../words/index.ts';
import { useView, useWorkbench } from '../../state/workbench.ts';
import { PickHint } from '../data/pick-hint.tsx';
import { RecordStepper } from './record-stepper.tsx';
import { regionSizes } from './region-sizes.ts';
import css from './regions.module.css';

interface RegionBarProps {
  /** Where it is not shown anyway. */
  readonly offersResult: boolean;
  /** Where data can be clicked beside the fields. */
  readonly offersData: boolean;
}

/** Above the regions: which sample is shown, where a clicked piece of data goes, how much room the mapping has. */
export function RegionBar({ offersResult, offersData }: RegionBarProps) {
  const { view } = useWorkbench();
  const isFull = useView((state) => state.mappingFull);
  const isResultOpen = useStore(regionSizes, (state) => state.resultOpen);
  const Icon = isFull ? Minimize2 : Maximize2;
  const wide = say(isFull ? 'mapper.wide-off' : 'mapper.wide');
  return (
    <div className={css.bar}>
      <RecordStepper />
      {offersData && <PickHint />}
      <div className={css.barEnd} data-full={isFull || undefined}>
        {offersResult && (
          <Button
            size="compact-xs"
            variant={isResultOpen ? 'light' : 'subtle'}
            color={isResultOpen ? 'bridge' : 'gray'}
            leftSection={<PanelRight aria-hidden size={14} />}
            aria-pressed={isResultOpen}
            onClick={() => regionSizes.setState({ resultOpen: !isResultOpen })}
          >
            {say('mapper.region-result')}
          </Button>
        )}
        <Tooltip label={say('mapper.keys')}>
          <ActionIcon
            size="sm"
            aria-label={say('mapper.keys')}
            onClick={() => view.setState({ dialog: 'shortcuts' })}
          >
            <Keyboard aria-hidden size={15} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={wide}>
          <ActionIcon
            size="sm"
            aria-label={wide}
            aria-pressed={isFull}
            onClick={() => view.setState({ mappingFull: !isFull })}
          >
            <Icon aria-hidden size={14} />
          </ActionIcon>
        </Tooltip>
      </div>
    </div>
  );
}
