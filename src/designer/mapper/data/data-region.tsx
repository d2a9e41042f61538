import { SegmentedControl, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { say } from '../../../words/index.ts';
import type { DataFilter } from '../desk/desk-state.ts';
import { useDesk, useMappingDesk } from '../mapping-desk.ts';
import { DataTree } from './data-tree.tsx';
import { useFoundValues } from './use-found-values.ts';
import css from './data.module.css';

const filters = ['all', 'fits', 'used'] as const satisfies readonly DataFilter[];

/** "Data from earlier steps", with the values of the shown sample. */
export function DataRegion() {
  const desk = useMappingDesk();
  const filter = useDesk((state) => state.dataFilter);
  const [search, setSearch] = useState('');
  const values = useFoundValues(search);
  return (
    <>
      <h3 className={css.title}>{say('mapper.data-title')}</h3>
      <TextInput
        size="xs"
        type="search"
        aria-label={say('mapper.data-search')}
        placeholder={say('mapper.data-search')}
        leftSection={<Search aria-hidden size={14} />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <SegmentedControl
        className={css.filters}
        size="xs"
        aria-label={say('mapper.data-filter-label')}
        data={filters.map((value) => ({ value, label: say(`mapper.data-filter-${value}`) }))}
        value={filter}
        onChange={desk.setDataFilter}
      />
      <DataTree search={search} values={values} />
    </>
  );
}
