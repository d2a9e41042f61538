import { useEffect, useRef, useState } from 'react';
import type { CanvasNode } from './to-canvas.ts';

/** The nodes as React Flow holds them: a step that did not change keeps its object, its selection and its drag. */
export function useNodesOf(derived: CanvasNode[], selected: readonly string[]) {
  const [nodes, setNodes] = useState<CanvasNode[]>(() =>
    derived.map((node) => withSelection(node, selected.includes(node.id))),
  );
  const last = useRef({ derived, selected });
  useEffect(() => {
    const before = last.current;
    if (before.derived === derived && before.selected === selected) return;
    const sources = new Map(before.derived.map((node) => [node.id, node]));
    const chosen = new Set(selected);
    last.current = { derived, selected };
    setNodes((held) => {
      const known = new Map(held.map((node) => [node.id, node]));
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
    });
  }, [derived, selected]);
  return [nodes, setNodes] as const;
}

function withSelection(node: CanvasNode, selected: boolean): CanvasNode {
  return (node.selected ?? false) === selected ? node : { ...node, selected };
}
