import type { KeyboardEvent } from 'react';
import type { DataNode } from '../model/data-tree.ts';
import { nodeId } from '../model/data-tree.ts';
import type { TreeRow, TreeRows } from './tree-rows.ts';

interface Keyed {
  readonly tree: TreeRows;
  /** What was typed in a row, to go to a row by its name. */
  readonly typed: { words: string; at: number };
  focusRow(at: number): void;
  pick(node: DataNode): void;
}

/** Typed letters this close together are one word. */
const typedTogetherMs = 700;

/** The keys of a tree as ARIA has them; Alt with an arrow goes through a list's entries. Gives whether it was one. */
export function treeKey(event: KeyboardEvent, at: number, keyed: Keyed): boolean {
  const { tree, focusRow } = keyed;
  const row = tree.rows[at];
  if (row === undefined || event.ctrlKey || event.metaKey) return false;
  const isOpen = tree.isOpen(row);
  const opens = row.kind === 'group' || row.node.hasChildren;
  if (event.altKey) return step(event.key, row, tree);
  switch (event.key) {
    case 'ArrowDown':
      focusRow(at + 1);
      return true;
    case 'ArrowUp':
      focusRow(at - 1);
      return true;
    case 'PageDown':
      focusRow(at + rowsOfPage);
      return true;
    case 'PageUp':
      focusRow(at - rowsOfPage);
      return true;
    case 'Home':
      focusRow(0);
      return true;
    case 'End':
      focusRow(tree.rows.length - 1);
      return true;
    case 'ArrowRight':
      if (opens && !isOpen) tree.setOpen(row, true);
      else if (opens) focusRow(at + 1);
      return true;
    case 'ArrowLeft':
      if (opens && isOpen && isFoldable(row, tree, at)) tree.setOpen(row, false);
      else focusRow(parentOf(tree.rows, at));
      return true;
    case '*':
      tree.openSiblings(row);
      return true;
    case 'Enter':
      if (row.kind === 'node') keyed.pick(row.node);
      else tree.setOpen(row, !isOpen);
      return true;
    case ' ':
      if (opens) tree.setOpen(row, !isOpen);
      return true;
    default:
      return goByName(event, at, keyed);
  }
}

const rowsOfPage = 12;

function levelOf(row: TreeRow | undefined): number {
  return row?.kind === 'node' ? row.node.depth : -1;
}

function isFoldable(row: TreeRow, tree: TreeRows, at: number): boolean {
  return row.kind === 'group' || levelOf(tree.rows[at + 1]) > levelOf(row);
}

function parentOf(rows: readonly TreeRow[], at: number): number {
  const level = levelOf(rows[at]);
  for (let before = at - 1; before >= 0; before--) if (levelOf(rows[before]) < level) return before;
  return at;
}

function step(key: string, row: TreeRow, tree: TreeRows): boolean {
  const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (by === 0) return false;
  const list =
    row.kind === 'group' ? nodeId(row.group.from, []) : nodeId(row.node.from, listAround(row.node));
  tree.setEntry(list, Math.max(0, tree.entryOf(list) + by));
  return true;
}

/** The list a row is, or is inside of. */
function listAround(node: DataNode): DataNode['path'] {
  if (node.kind === 'list') return node.path;
  const end = node.path.findLastIndex((segment) => typeof segment !== 'string');
  return end === -1 ? node.path : node.path.slice(0, end);
}

function goByName({ key, timeStamp }: KeyboardEvent, at: number, keyed: Keyed): boolean {
  if (key.length !== 1) return false;
  const { typed, tree, focusRow } = keyed;
  typed.words = timeStamp - typed.at < typedTogetherMs ? typed.words + key : key;
  typed.at = timeStamp;
  const words = typed.words.toLocaleLowerCase('en');
  const { rows } = tree;
  // A first letter goes on to the next row; more letters may stay at this one.
  for (let by = words.length > 1 ? 0 : 1; by <= rows.length; by++) {
    const next = (at + by) % rows.length;
    if (nameOf(rows[next]).startsWith(words)) {
      focusRow(next);
      break;
    }
  }
  return true;
}

function nameOf(row: TreeRow | undefined): string {
  const name = row?.kind === 'node' ? row.node.label : (row?.group.title ?? '');
  return name.toLocaleLowerCase('en');
}
