import { BaseEdge, EdgeLabelRenderer, getBezierPath, type EdgeProps } from '@xyflow/react';
import { FlaskConicalOff, Plus } from 'lucide-react';
import { memo, useState } from 'react';
import { leftBy } from '../../runtime/contract.ts';
import { say, spokenLocale } from '../../words/first.ts';
import { indexOf } from '../state/step-index.ts';
import { isNeverTaken } from '../state/tests-store.ts';
import { useDocument, useRun, useTests, useView, useWorkbench } from '../state/workbench.ts';
import { useCanvas } from './canvas-store.ts';

import type { FlowEdgeType } from './to-canvas.ts';
import css from './flow-edge.module.css';

const noEdge = { from: '', to: '', fromPort: '' };

/** A connection: how many records went along it, and "+" in its middle. */
export const FlowEdge = memo(function FlowEdge(props: EdgeProps<FlowEdgeType>) {
  const { id } = props;
  // A folded group is drawn in the place of its steps: the connection itself knows them.
  const {
    from: source,
    to: target,
    fromPort,
  } = useDocument(({ flow }) => (flow && indexOf(flow).edges.get(id)) ?? noEdge);
  const { catalog, view } = useWorkbench();
  const [hovered, setHovered] = useState(false);
  const far = useCanvas((state) => state.far);
  const dropping = useCanvas((state) => state.dropEdge === id);
  const selected = useView((state) => state.selectedEdge === id);
  const inserting = useView(
    (state) =>
      state.insertAt !== undefined && 'edge' in state.insertAt && state.insertAt.edge === id,
  );
  const readOnly = useDocument((state) => state.readOnly);
  const from =
    useDocument((state) => state.flow && indexOf(state.flow).steps.get(source)?.step.name) ?? '';
  const to =
    useDocument((state) => state.flow && indexOf(state.flow).steps.get(target)?.step.name) ?? '';
  const running = useRun((state) => state.run?.steps[source]?.status === 'running');
  const count = useRun((state) => {
    const counts = state.run?.steps[source]?.counts;
    return counts && leftBy(counts, fromPort);
  });
  const tests = useTests((state) => state.tests);
  const neverTested = useDocument(
    ({ flow }) => flow !== undefined && isNeverTaken(flow, catalog, tests, source, fromPort),
  );
  const [path, x, y] = getBezierPath(props);
  const lit = (count ?? 0) > 0;

  return (
    <>
      <g onPointerEnter={() => setHovered(true)} onPointerLeave={() => setHovered(false)}>
        <BaseEdge
          path={path}
          interactionWidth={24}
          className={css.line}
          data-lit={lit || undefined}
          data-running={running || undefined}
          data-selected={selected || dropping || inserting || undefined}
        />
      </g>
      {!far && (
        <EdgeLabelRenderer>
          <div
            className={`${css.label} nodrag nopan`}
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
            data-shown={hovered || selected || dropping || inserting || undefined}
          >
            {neverTested && (
              <span className={css.untested}>
                <FlaskConicalOff size={12} aria-hidden />
                {say('canvas.way-never')}
              </span>
            )}
            {lit && (
              <span className={css.count} title={say('canvas.edge-count', { count: count ?? 0 })}>
                {count?.toLocaleString(spokenLocale())}
              </span>
            )}
            {!readOnly && (
              <button
                type="button"
                className={css.add}
                aria-label={say('canvas.add-between', { from, to })}
                onClick={() => view.setState({ insertAt: { edge: id }, paletteOpen: true })}
              >
                <Plus size={13} aria-hidden />
              </button>
            )}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
