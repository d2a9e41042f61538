import { useCallback, useState, type SetStateAction } from 'react';
import type { CanvasNode } from './to-canvas.ts';

interface Held {
  readonly derived: readonly CanvasNode[];
  readonly selected: readonly string[];
  readonly nodes: CanvasNode[];
}

/** The nodes as React Flow holds them: a step that did not change keeps its object, its selection and its drag. */
export function useNodesOf(derived: CanvasNode[], selected: readonly string[]) {
  const [held, setHeld] = useState<Held>(() => ({
    derived,
    selected,
    nodes: derived.map((node) => withSelection(node, selected.includes(node.id))),
  }));
  // Set while it is drawn, not after: a change of the flow is then drawn once.
  if (held.derived !== derived || held.selected !== selected)
    setHeld({ derived, selected, nodes: nodesAfter(held, derived, selected) });
  const setNodes = useCallback(
    (change: SetStateAction<CanvasNode[]>) =>
      setHeld((now) => ({
        ...now,
        nodes: typeof change === 'function' ? change(now.nodes) : change,
      })),
    [],
  );
  return [held.nodes, setNodes] as const;
}

function nodesAfter(
  before: Held,
  derived: readonly CanvasNode[],
  selected: readonly string[],
): CanvasNode[] {
  const sources = new Map(before.derived.map((node) => [node.id, node]));
  const known = new Map(before.nodes.map((node) => [node.id, node]));
  const chosen = new Set(selected);
  return derived.map((node) => {
    const old = known.get(node.id);
    const isSelected =
      before.selected === selected && old !== undefined
        ? (old.selected ?? false)
        : chosen.has(node.id);
    const isSame =
      old !== undefined &&
      sources.get(node.id) === node &&
      old.position.x === node.position.x &&
      old.position.y === node.position.y;
    return withSelection(isSame ? old : node, isSelected);
  });
}

function withSelection(node: CanvasNode, selected: boolean): CanvasNode {
  return (node.selected ?? false) === selected ? node : { ...node, selected };
}
