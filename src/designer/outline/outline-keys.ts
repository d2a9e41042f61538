import type { OutlineRow } from './outline-rows.ts';

/** What a key in a line of the outline means. */
export type OutlineKey =
  | { readonly does: 'go'; readonly to: number }
  | { readonly does: 'open' | 'close' | 'enter' | 'choose' | 'toggle' | 'add' | 'menu' }
  | { readonly does: 'move'; readonly by: 'up' | 'down' };

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

const linesOfPage = 12;

/** The keys of a tree as ARIA has them, and those that change the flow. Undefined: it means nothing here. */
export function outlineKey(
  { key, altKey, ctrlKey, metaKey, shiftKey }: Pressed,
  at: number,
  rows: readonly OutlineRow[],
  closed: ReadonlySet<string>,
): OutlineKey | undefined {
  const row = rows[at];
  if (row === undefined) return undefined;
  if (altKey) {
    if (key === 'ArrowUp') return { does: 'move', by: 'up' };
    return key === 'ArrowDown' ? { does: 'move', by: 'down' } : undefined;
  }
  if (ctrlKey || metaKey) {
    if (key === ' ') return { does: 'toggle' };
    return key === 'Enter' ? { does: 'menu' } : undefined; // not every keyboard has a key for menus
  }
  const isClosed = closed.has(row.key);
  switch (key) {
    case 'ArrowDown':
      return go(at + 1);
    case 'ArrowUp':
      return go(at - 1);
    case 'PageDown':
      return go(at + linesOfPage);
    case 'PageUp':
      return go(at - linesOfPage);
    case 'Home':
      return go(0);
    case 'End':
      return go(rows.length - 1);
    case 'ArrowRight':
      if (!row.opens) return undefined;
      return isClosed ? { does: 'open' } : go(at + 1);
    case 'ArrowLeft':
      return row.opens && !isClosed ? { does: 'close' } : go(lineAbove(rows, at));
    case 'Enter':
      return { does: 'enter' };
    case ' ':
      return { does: 'choose' };
    case '+':
    case 'Insert':
      return { does: 'add' };
    case 'ContextMenu':
      return { does: 'menu' };
    case 'F10':
      return shiftKey ? { does: 'menu' } : undefined;
    default:
      return undefined;
  }

  function go(to: number): OutlineKey {
    return { does: 'go', to: Math.max(0, Math.min(rows.length - 1, to)) };
  }
}

/** The line that this one is below of; itself on the first level. */
function lineAbove(rows: readonly OutlineRow[], at: number): number {
  const level = rows[at]?.level ?? 1;
  for (let above = at - 1; above >= 0; above--) if ((rows[above]?.level ?? 0) < level) return above;
  return at;
}

/** The next line whose words begin like this; one letter alone, or again and again, goes on from here. */
export function lineByName(
  names: readonly string[],
  at: number,
  typed: string,
): number | undefined {
  const wanted = typed.toLocaleLowerCase();
  for (let by = typed.length > 1 ? 0 : 1; by <= names.length; by++) {
    const next = (at + by) % names.length;
    if (names[next]?.toLocaleLowerCase().startsWith(wanted) === true) return next;
  }
  const [letter = ''] = wanted;
  const isOneLetter = wanted.length > 1 && wanted === letter.repeat(wanted.length);
  return isOneLetter ? lineByName(names, at, letter) : undefined;
}
