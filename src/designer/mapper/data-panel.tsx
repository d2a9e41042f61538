import { ActionIcon, Badge, Button, Popover, TextInput, Tooltip } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronLeft, ChevronRight, Search } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { say } from '../../words/index.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { dataRows, nodeId, type DataNode } from './model/data-tree.ts';
import { KindIcon, kindWord } from './kind-icon.tsx';
import type { PendingChoice } from './desk/desk-state.ts';
import { useDesk, useMappingDesk } from './mapping-desk.ts';
import { useDataGroups, type DataGroup } from './use-data-groups.ts';
import { useDragToField } from './use-drag-to-field.ts';
import { inWords } from './value-words.ts';
import css from './mapper.module.css';

type Row =
  | { readonly kind: 'group'; readonly group: DataGroup }
  | { readonly kind: 'node'; readonly node: DataNode };
const rowHeight = 32;

/** "Data from earlier steps": a tree with the values of the current samples. A click, Enter or a drag puts a row into a field. */
export function DataPanel() {
  const desk = useMappingDesk();
  const target = useDesk((state) => state.target);
  const pending = useDesk((state) => state.pending);
  const groups = useDataGroups();
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [closedGroups, setClosedGroups] = useState<ReadonlySet<string>>(new Set());
  const [entries, setEntries] = useState<Readonly<Record<string, number>>>({});
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const drag = useDragToField();

  const sources = useMemo(
    () => [...(target?.scope ?? []).map(({ source }) => source), ...desk.sources],
    [target, desk.sources],
  );
  const rows = useMemo(() => {
    const view = {
      isOpen: (id: string) => open.has(id),
      entryOf: (id: string) => entries[id] ?? 0,
      search,
    };
    return groups.flatMap((group): Row[] => {
      const source = sources.find(({ type }) => type.from === group.from);
      if (source === undefined) return [];
      const nodes = closedGroups.has(group.from) ? [] : dataRows(source, view);
      if (search !== '' && nodes.length === 0) return [];
      return [{ kind: 'group', group }, ...nodes.map((node) => ({ kind: 'node', node }) as const)];
    });
  }, [groups, sources, open, entries, search, closedGroups]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });

  const toggle = (id: string, isOpen: boolean) =>
    setOpen(new Set(isOpen ? [...open, id] : [...open].filter((other) => other !== id)));
  const toggleGroup = (from: string, isOpen: boolean) =>
    setClosedGroups(
      new Set(
        isOpen ? [...closedGroups].filter((other) => other !== from) : [...closedGroups, from],
      ),
    );
  const focusRow = (at: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, at));
    setActive(next);
    virtual.scrollToIndex(next);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus(),
    );
  };
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const row = rows[at];
    if (row === undefined) return;
    const isOpen = row.kind === 'group' ? !closedGroups.has(row.group.from) : open.has(row.node.id);
    const setIsOpen = (next: boolean) =>
      row.kind === 'group' ? toggleGroup(row.group.from, next) : toggle(row.node.id, next);
    const keys: Record<string, () => void> = {
      ArrowDown: () => focusRow(at + 1),
      ArrowUp: () => focusRow(at - 1),
      Home: () => focusRow(0),
      End: () => focusRow(rows.length - 1),
      ArrowRight: () => (isOpen ? focusRow(at + 1) : setIsOpen(true)),
      ArrowLeft: () => setIsOpen(false),
      Enter: () => (row.kind === 'node' ? desk.pick(row.node) : setIsOpen(!isOpen)),
    };
    const act = keys[event.key];
    if (act === undefined || event.target !== event.currentTarget) return;
    event.preventDefault();
    act();
  };

  if (groups.length === 0) return <p className={css.quiet}>{say('mapper.data-none')}</p>;
  return (
    <section className={css.dataPanel} aria-label={say('mapper.data-title')}>
      <h3 className={css.regionTitle}>{say('mapper.data-title')}</h3>
      <TextInput
        size="xs"
        aria-label={say('mapper.data-search')}
        placeholder={say('mapper.data-search')}
        leftSection={<Search aria-hidden size={14} />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <p className={css.dataHint} aria-live="polite">
        {target === undefined
          ? say('mapper.data-hint')
          : say('mapper.data-target', { field: target.label })}
      </p>
      {rows.length === 0 && <p className={css.quiet}>{say('mapper.data-no-match')}</p>}
      <div ref={scroller} className={css.tree} role="tree" aria-label={say('mapper.data-title')}>
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const shared = {
              'data-row': index,
              tabIndex: index === Math.min(active, rows.length - 1) ? 0 : -1,
              style: { transform: `translateY(${start}px)` },
              onKeyDown: (event: KeyboardEvent) => onKeyDown(event, index),
              onFocus: () => setActive(index),
            };
            if (row.kind === 'group') {
              return (
                <GroupRow
                  key={row.group.from}
                  group={row.group}
                  isOpen={!closedGroups.has(row.group.from)}
                  onToggle={() => toggleGroup(row.group.from, closedGroups.has(row.group.from))}
                  row={shared}
                />
              );
            }
            const listId = row.node.kind === 'list' ? row.node.id : undefined;
            return (
              <NodeRow
                key={row.node.id}
                node={row.node}
                isOpen={open.has(row.node.id) || search !== ''}
                onToggle={() => toggle(row.node.id, !open.has(row.node.id))}
                entry={listId === undefined ? 0 : (entries[listId] ?? 0)}
                onEntry={(entry) =>
                  setEntries({ ...entries, [nodeId(row.node.from, row.node.path)]: entry })
                }
                pending={pending?.node.id === row.node.id ? pending : undefined}
                row={shared}
                onPointerDown={(event) => drag.start(event, row.node)}
                onPick={() => {
                  setActive(index);
                  if (!drag.hasJustDropped()) desk.pick(row.node);
                }}
              />
            );
          })}
        </div>
      </div>
    </section>
  );
}

interface RowProps {
  readonly 'data-row': number;
  readonly tabIndex: number;
  readonly style: { readonly transform: string };
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
}

function GroupRow({
  group,
  isOpen,
  onToggle,
  row,
}: {
  readonly group: DataGroup;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly row: RowProps;
}) {
  return (
    <div
      {...row}
      className={css.groupRow}
      role="treeitem"
      aria-level={1}
      aria-expanded={isOpen}
      onClick={onToggle}
    >
      <ChevronDown aria-hidden size={14} className={css.turn} data-open={isOpen || undefined} />
      {group.component !== undefined && <ComponentIcon component={group.component} size={18} />}
      <span className={css.groupTitle}>
        {group.number !== undefined && <span className={css.number}>{group.number}</span>}
        {group.title}
      </span>
      <Tooltip
        label={
          group.badge === 'tested'
            ? say('mapper.badge-tested-about')
            : say('mapper.badge-example-about')
        }
        disabled={group.badge === 'entry' || group.badge === 'sample'}
      >
        <Badge size="xs" variant="default" className={css.badge}>
          {say(`mapper.badge-${group.badge}`)}
        </Badge>
      </Tooltip>
    </div>
  );
}

interface NodeRowProps {
  readonly node: DataNode;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly entry: number;
  readonly onEntry: (entry: number) => void;
  readonly pending: PendingChoice | undefined;
  readonly row: RowProps;
  readonly onPointerDown: (event: React.PointerEvent) => void;
  readonly onPick: () => void;
}

function NodeRow({
  node,
  isOpen,
  onToggle,
  entry,
  onEntry,
  pending,
  row,
  onPointerDown,
  onPick,
}: NodeRowProps) {
  const desk = useMappingDesk();
  const value = inWords(node.value, desk.locale);
  const key = node.path.findLast((segment) => typeof segment === 'string');
  return (
    <Popover
      opened={pending !== undefined}
      onChange={(isOpen) => !isOpen && pending?.cancel()}
      position="bottom-start"
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <div
          {...row}
          className={css.dataRow}
          role="treeitem"
          aria-level={node.depth + 2}
          aria-posinset={node.place}
          aria-setsize={node.siblings}
          aria-expanded={node.hasChildren ? isOpen : undefined}
          aria-label={say('mapper.data-row', {
            field: node.label,
            kind: kindWord(node.kind),
            value,
          })}
          title={key}
          data-indent={Math.min(node.depth, 8)}
          onPointerDown={onPointerDown}
          onClick={onPick}
        >
          {node.hasChildren ? (
            <span
              className={css.twist}
              aria-hidden
              onClick={(event) => {
                event.stopPropagation();
                onToggle();
              }}
            >
              <ChevronDown size={14} className={css.turn} data-open={isOpen || undefined} />
            </span>
          ) : (
            <span className={css.twist} />
          )}
          <KindIcon kind={node.kind} />
          <span className={css.dataLabel}>{node.label}</span>
          {node.count === undefined || node.count < 2 || !isOpen ? (
            <span className={css.dataValue}>{value}</span>
          ) : (
            <span className={css.stepper} onClick={(event) => event.stopPropagation()}>
              <ActionIcon
                size="xs"
                tabIndex={-1}
                aria-label={say('mapper.entry-previous', { list: node.label })}
                onClick={() => onEntry(Math.max(0, entry - 1))}
              >
                <ChevronLeft aria-hidden size={12} />
              </ActionIcon>
              {say('mapper.entry-of', { entry: entry + 1, count: node.count })}
              <ActionIcon
                size="xs"
                tabIndex={-1}
                aria-label={say('mapper.entry-next', { list: node.label })}
                onClick={() => onEntry(Math.min((node.count ?? 1) - 1, entry + 1))}
              >
                <ChevronRight aria-hidden size={12} />
              </ActionIcon>
            </span>
          )}
        </div>
      </Popover.Target>
      <Popover.Dropdown maw={280}>
        {pending !== undefined && (
          <>
            <p className={css.question}>
              {say('mapper.list-question', { field: node.label, target: pending.targetLabel })}
            </p>
            <div className={css.choices}>
              {(['first', 'last', 'joined', 'count'] as const).map((choice, at) => (
                <Button
                  key={choice}
                  size="xs"
                  variant={at === 0 ? 'filled' : 'default'}
                  data-autofocus={at === 0 || undefined}
                  onClick={() => pending.choose(choice)}
                >
                  {say(`mapper.pill-${choice}`)}
                </Button>
              ))}
            </div>
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
