import { Button, Tooltip } from '@mantine/core';
import { ArrowLeft, FileDown, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { markOf } from '../../runtime/contract.ts';
import { say, sayWording } from '../../words/index.ts';
import { partsInWords, timeInWords } from '../../words/run-words.ts';
import type { LookedAtRun } from '../../worker/worker-client.ts';
import { useWorkbench } from '../state/workbench.ts';
import { toFullTime, toRelativeTime } from '../ui/relative-time.ts';
import { askedInWords } from './model/asked-words.ts';
import { SaveRunDialog } from './save-run-dialog.tsx';
import { StatusMark } from './status-mark.tsx';
import { useNow } from './use-now.ts';
import css from './earlier-runs.module.css';

interface LookedHeaderProps {
  readonly of: LookedAtRun;
  /** Undefined: a run from a file, which belongs to no flow here. */
  readonly onBack?: () => void;
}

/** A run that is looked at and no more: when it was, what came of it, and what can be done with it. */
export function LookedHeader({ of, onBack }: LookedHeaderProps) {
  const { runs } = useWorkbench();
  const now = useNow(true, 30_000);
  const [saving, setSaving] = useState(false);
  const { row, flow, state, data } = of;
  const when = toRelativeTime(row.at, now);
  const isPart = data !== undefined && data.count < data.total;
  return (
    <header className={css.banner} data-look-only>
      <StatusMark of={markOf(row.status, row.parts)} size={17} />
      <div className={css.bannerWords} role="status" aria-label={say('run-panel.summary')}>
        <strong title={toFullTime(row.at)}>
          {say(onBack === undefined ? 'earlier.looking-at-file' : 'earlier.looking-at', { when })}
        </strong>
        <span>{askedInWords(row.asked, flow)}</span>
        <span className={css.counts}>
          {say(`run-panel.status-${row.status}`)} · {partsInWords(row.parts)} ·{' '}
          {timeInWords(row.ms)}
        </span>
        {state.failure !== undefined && (
          <span className={css.trouble}>{sayWording(state.failure)}</span>
        )}
        {row.isCut === true && <span className={css.quiet}>{say('earlier.is-cut')}</span>}
      </div>
      {onBack !== undefined && (
        <>
          {data !== undefined && (
            <Tooltip
              multiline
              maw={300}
              label={say(isPart ? 'earlier.again-same-part' : 'earlier.again-same-help', {
                count: data.count,
                total: data.total,
              })}
            >
              <Button
                size="xs"
                variant="default"
                leftSection={<RotateCcw size={13} />}
                onClick={() =>
                  void runs.start(row.asked.scope, {
                    ...(row.asked.firstRecords !== undefined && {
                      firstRecords: row.asked.firstRecords,
                    }),
                    sameDataAs: row.id,
                  })
                }
              >
                {say('earlier.again-same')}
              </Button>
            </Tooltip>
          )}
          <Button
            size="xs"
            variant="default"
            leftSection={<FileDown size={13} />}
            onClick={() => setSaving(true)}
          >
            {say('earlier.save-file')}
          </Button>
          <Button size="xs" leftSection={<ArrowLeft size={13} />} onClick={onBack}>
            {say('earlier.back-to-last')}
          </Button>
        </>
      )}
      {saving && <SaveRunDialog of={of} onClose={() => setSaving(false)} />}
    </header>
  );
}
