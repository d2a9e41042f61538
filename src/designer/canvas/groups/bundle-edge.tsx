import { BaseEdge, EdgeLabelRenderer, getBezierPath, type EdgeProps } from '@xyflow/react';
import { say } from '../../../words/index.ts';
import { useCanvas } from '../canvas-store.ts';
import type { FlowEdgeType } from '../to-canvas.ts';
import css from './groups.module.css';

/** Several connections with a folded group, drawn as one: to reach one of them, the group is unfolded. */
export function BundleEdge(props: EdgeProps<FlowEdgeType>) {
  const far = useCanvas((state) => state.far);
  const [path, x, y] = getBezierPath(props);
  return (
    <>
      <BaseEdge path={path} className={css.bundle} />
      {!far && (
        <EdgeLabelRenderer>
          <span
            className={`${css.bundleWords} nodrag nopan`}
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          >
            {say('groups.connections', { count: props.data?.count ?? 0 })}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
}
