import type { Position } from '../../flow/index.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const axes: Readonly<Record<Direction, { readonly x: number; readonly y: number }>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/**
 * The step that an arrow key leads to: right and left follow the connections where there are any; otherwise the step
 * that lies most in that direction.
 */
export function nearestStep(
  from: string,
  direction: Direction,
  places: ReadonlyMap<string, Position>,
  edges: { readonly after: readonly string[]; readonly before: readonly string[] },
): string | undefined {
  const origin = places.get(from);
  if (origin === undefined) return undefined;
  const connected = direction === 'right' ? edges.after : direction === 'left' ? edges.before : [];
  const axis = axes[direction];
  let best: { id: string; cost: number } | undefined;
  for (const id of connected.length > 0 ? connected : places.keys()) {
    const place = places.get(id);
    if (place === undefined || id === from) continue;
    const dx = place.x - origin.x;
    const dy = place.y - origin.y;
    const ahead = dx * axis.x + dy * axis.y;
    if (ahead <= 0 && connected.length === 0) continue;
    const aside = Math.abs(dx * axis.y) + Math.abs(dy * axis.x);
    const cost = Math.abs(ahead) + aside * 2;
    if (best === undefined || cost < best.cost) best = { id, cost };
  }
  return best?.id;
}
