import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { say } from '../../../words/index.ts';
import { useDesk } from '../mapping-desk.ts';
import { MappingList } from './mapping-list.tsx';
import { ResultJson } from './result-json.tsx';
import { ResultTable } from './result-table.tsx';
import { ResultWarnings } from './result-warnings.tsx';
import css from './result.module.css';

const views = ['table', 'json', 'mappings'] as const;
type ResultView = (typeof views)[number];

/** The whole consumed input as the shown sample makes it, and what each field is made of. */
export function ResultRegion() {
  const [view, setView] = useState<ResultView>('table');
  const isNothing = useDesk(({ result }) => result === undefined);
  const isEmpty = useDesk(({ binding, drafts }) => binding === undefined && drafts.size === 0);
  return (
    <>
      <div className={css.head}>
        <h3 className={css.title}>{say('mapper.region-result')}</h3>
        <SegmentedControl
          className={css.views}
          size="xs"
          aria-label={say('mapper.result-view')}
          data={views.map((value) => ({ value, label: say(`mapper.result-${value}`) }))}
          value={view}
          onChange={setView}
        />
      </div>
      <ResultWarnings />
      {isEmpty ? (
        <p className={css.quiet}>{say('mapper.result-empty')}</p>
      ) : view === 'mappings' ? (
        <MappingList />
      ) : isNothing ? (
        <p className={css.quiet}>{say('mapper.result-nothing')}</p>
      ) : view === 'json' ? (
        <ResultJson />
      ) : (
        <ResultTable />
      )}
    </>
  );
}
