import { ActionIcon, Badge, Loader, Tooltip } from '@mantine/core';
import { ChevronDown, Play } from 'lucide-react';
import { isJsonList } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import { ComponentIcon } from '../../ui/component-icon.tsx';
import { nodeId, type DataSource } from '../model/data-tree.ts';
import type { RowProps } from './row-props.ts';
import { EntryStepper } from './entry-stepper.tsx';
import type { TreeRows } from './tree-rows.ts';
import type { DataGroup } from './use-data-groups.ts';
import { useTestSource } from './use-test-source.ts';
import css from './data.module.css';

interface GroupRowProps {
  readonly group: DataGroup;
  readonly source: DataSource;
  readonly tree: TreeRows;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly place: number;
  readonly groups: number;
  readonly row: RowProps;
}

/** An earlier step above its data: number, icon, name, where its values come from, and a test of it. */
export function GroupRow(props: GroupRowProps) {
  const { group, source, tree, isOpen, onToggle, place, groups, row } = props;
  const list = nodeId(group.from, []);
  return (
    <div
      {...row}
      className={css.groupRow}
      role="treeitem"
      aria-level={1}
      aria-posinset={place}
      aria-setsize={groups}
      aria-expanded={isOpen}
      aria-label={say('mapper.data-group', {
        step: group.title,
        badge: say(`mapper.badge-${group.badge}`),
      })}
      onClick={onToggle}
    >
      <ChevronDown aria-hidden size={14} className={css.turn} data-open={isOpen || undefined} />
      {group.component !== undefined && <ComponentIcon component={group.component} size={18} />}
      <span className={css.groupTitle} title={group.title}>
        {group.number !== undefined && <span className={css.number}>{group.number}</span>}
        <bdi>{group.title}</bdi>
      </span>
      {isJsonList(source.sample) && source.sample.length > 1 && (
        <EntryStepper
          list={group.title}
          entry={tree.entryOf(list)}
          count={source.sample.length}
          onEntry={(entry) => tree.setEntry(list, entry)}
        />
      )}
      <Tooltip
        label={say(
          group.badge === 'tested' || group.badge === 'stale'
            ? `mapper.badge-${group.badge}-about`
            : 'mapper.badge-example-about',
        )}
        disabled={group.badge === 'entry' || group.badge === 'sample'}
      >
        <Badge size="xs" variant="default" className={css.badge} data-badge={group.badge}>
          {say(`mapper.badge-${group.badge}`)}
        </Badge>
      </Tooltip>
      {group.number !== undefined && <TestSource step={group.from} title={group.title} />}
    </div>
  );
}

function TestSource({ step, title }: { readonly step: string; readonly title: string }) {
  const { isGoing, isBusy, test } = useTestSource(step);
  const words = say('mapper.test-source', { step: title });
  return (
    <Tooltip label={words}>
      <ActionIcon
        size="sm"
        aria-label={words}
        disabled={isBusy}
        onClick={(event) => {
          event.stopPropagation();
          test();
        }}
      >
        {isGoing ? <Loader size={12} /> : <Play aria-hidden size={12} />}
      </ActionIcon>
    </Tooltip>
  );
}
