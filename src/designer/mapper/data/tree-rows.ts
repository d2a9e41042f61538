import { useMemo, useState } from 'react';
import type { DataFilter } from '../desk/desk-state.ts';
import { sourcesSeen, useDesk, useMappingDesk } from '../mapping-desk.ts';
import { dataRows, type DataNode, type DataSource } from '../model/data-tree.ts';
import { fitOf } from '../model/field-fit.ts';
import { useDataGroups, type DataGroup } from './use-data-groups.ts';
import type { FoundValues } from './use-found-values.ts';

export type TreeRow =
  | { readonly kind: 'group'; readonly group: DataGroup; readonly source: DataSource }
  | { readonly kind: 'node'; readonly node: DataNode; readonly source: DataSource };

export interface TreeRows {
  readonly rows: readonly TreeRow[];
  isOpen(row: TreeRow): boolean;
  setOpen(row: TreeRow, isOpen: boolean): void;
  /** Opens all rows beside this one. */
  openSiblings(row: TreeRow): void;
  entryOf(list: string): number;
  setEntry(list: string, entry: number): void;
}

/** The rows of the tree that are there now, and what opens and closes them. */
export function useTreeRows(search: string, values: FoundValues): TreeRows {
  const desk = useMappingDesk();
  const groups = useDataGroups();
  const filter = useDesk((state) => state.dataFilter);
  const scope = useDesk(({ target }) => target?.scope);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [entries, setEntries] = useState<ReadonlyMap<string, number>>(new Map());

  const sources = useMemo(
    () => [...(scope ?? []).map(({ source }) => source), ...desk.sources],
    [scope, desk.sources],
  );
  const looksFor = useLooksFor(search, values, filter);
  const rows = useMemo(
    () =>
      groups.flatMap((group): readonly TreeRow[] => {
        const source = sources.find(({ type }) => type.from === group.from);
        if (source === undefined) return [];
        const view = { isOpen: (id: string) => open.has(id), looksFor };
        const nodes = closed.has(group.from) ? [] : dataRows(source.type, view);
        if (looksFor !== undefined && nodes.length === 0) return [];
        return [
          { kind: 'group', group, source },
          ...nodes.map((node) => ({ kind: 'node', node, source }) as const),
        ];
      }),
    [groups, sources, open, closed, looksFor],
  );
  const set = (before: ReadonlySet<string>, ids: readonly string[], isIn: boolean) =>
    isIn ? new Set([...before, ...ids]) : new Set([...before].filter((id) => !ids.includes(id)));

  return {
    rows,
    isOpen: (row) =>
      row.kind === 'group'
        ? !closed.has(row.group.from)
        : open.has(row.node.id) || looksFor !== undefined,
    setOpen(row, isOpen) {
      if (row.kind === 'group') setClosed(set(closed, [row.group.from], !isOpen));
      else setOpen(set(open, [row.node.id], isOpen));
    },
    openSiblings(row) {
      if (row.kind === 'group') {
        setClosed(new Set());
        return;
      }
      const around = JSON.stringify(row.node.path.slice(0, -1));
      const siblings = rows.flatMap((other) =>
        other.kind === 'node' &&
        other.node.hasChildren &&
        other.node.from === row.node.from &&
        JSON.stringify(other.node.path.slice(0, -1)) === around
          ? [other.node.id]
          : [],
      );
      setOpen(set(open, siblings, true));
    },
    entryOf: (list) => entries.get(list) ?? values.entries.get(list) ?? 0,
    setEntry: (list, entry) => setEntries(new Map(entries).set(list, entry)),
  };
}

/** What the search and the filter leave of the data; undefined while nothing is looked for. */
function useLooksFor(
  search: string,
  values: FoundValues,
  filter: DataFilter,
): ((node: DataNode) => boolean) | undefined {
  const desk = useMappingDesk();
  const target = useDesk((state) => (filter === 'fits' ? state.target : undefined));
  const usage = useDesk((state) => (filter === 'used' ? state.usage : undefined));
  return useMemo(() => {
    const needle = search.trim().toLocaleLowerCase('en');
    const isFound = (node: DataNode) =>
      node.label.toLocaleLowerCase('en').includes(needle) ||
      keyOf(node).toLocaleLowerCase('en').includes(needle) ||
      values.ids.has(node.id);
    const seen = target && sourcesSeen(desk, target.scope);
    const passes = (node: DataNode) =>
      usage !== undefined
        ? usage.fieldsOf.has(node.id)
        : target === undefined ||
          seen === undefined ||
          fitOf(node, target, desk.root, seen).kind !== 'impossible';
    if (needle === '' && usage === undefined && target === undefined) return undefined;
    return (node) => (needle === '' || isFound(node)) && passes(node);
  }, [search, values, target, usage, desk]);
}

/** The raw name, as the service calls it. */
export function keyOf({ path }: DataNode): string {
  const key = path.at(-1);
  return typeof key === 'string' ? key : '';
}
