import { SegmentedControl, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { say } from '../../../words/index.ts';
import type { FieldFilter } from '../desk/desk-state.ts';
import { useDesk, useMappingDesk } from '../mapping-desk.ts';
import { fieldsOf } from './fields-of.ts';
import css from './fields.module.css';

/** Fewer fields than this are seen at a glance. */
const searchedFrom = 8;
/** As few as these need not be told apart either. */
const filteredFrom = 4;
const filters = ['all', 'required', 'problems', 'mapped'] as const satisfies readonly FieldFilter[];

/** Which fields to show, with how many there are of each, and a search when there are many. */
export function FilterBar() {
  const desk = useMappingDesk();
  const filter = useDesk((state) => state.filter);
  const search = useDesk((state) => state.search);
  const fields = useMemo(() => fieldsOf([], desk.root, desk.root), [desk.root]);
  const counts = useDesk(
    useShallow(({ problems, binding }) => ({
      all: fields.length,
      required: fields.filter((field) => field.required).length,
      problems: fields.filter(({ key }) => problems.inside.has(key)).length,
      mapped:
        binding?.kind === 'object'
          ? fields.filter(({ name }) => Object.hasOwn(binding.props, name)).length
          : 0,
    })),
  );
  if (fields.length < filteredFrom && filter === 'all') return null;
  return (
    <div className={css.filterBar}>
      <SegmentedControl
        className={css.filters}
        size="xs"
        aria-label={say('mapper.filter-label')}
        data={filters.map((value) => ({
          value,
          label: (
            <>
              {say(`mapper.filter-${value}`)} <span className={css.count}>{counts[value]}</span>
            </>
          ),
        }))}
        value={filter}
        onChange={desk.setFilter}
      />
      {fields.length >= searchedFrom && (
        <TextInput
          className={css.search}
          size="xs"
          type="search"
          aria-label={say('mapper.fields-search')}
          placeholder={say('mapper.fields-search')}
          leftSection={<Search aria-hidden size={14} />}
          value={search}
          onChange={(event) => desk.setSearch(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
