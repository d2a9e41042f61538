import { Panel, useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { Maximize, Minus, Network, Plus, StickyNote } from 'lucide-react';
import { memo } from 'react';
import { say } from '../../words/first.ts';
import { pressedCommands } from '../effects/commands/pressed-commands.ts';
import { arrangeCommands } from '../effects/commands/arrange-commands.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Tip } from '../ui/tip.tsx';
import { motionMs } from '../ui/motion.ts';
import { viewOfAll } from './flow-bounds.ts';
import { OverviewMap } from './overview-map.tsx';
import type { CanvasNode } from './to-canvas.ts';
import css from './canvas-controls.module.css';

const stepsWithoutMap = 8;
const colourOfSteps = () => 'var(--fb-border-strong)';

interface CanvasControlsProps {
  readonly narrow: boolean;
  readonly nodes: readonly CanvasNode[];
  /** From far away the flow is its own overview. */
  readonly hasMap: boolean;
  /** Of what is no step; undefined while there is nothing else. */
  readonly mapColour: ((node: CanvasNode) => string) | undefined;
}

/** Zoom, the whole flow, and an overview once there is something to overlook. */
export const CanvasControls = memo(function CanvasControls({
  narrow,
  nodes,
  hasMap,
  mapColour,
}: CanvasControlsProps) {
  const bench = useWorkbench();
  const readOnly = useDocument((state) => state.readOnly);
  const { zoomIn, zoomOut, setViewport } = useReactFlow();
  const store = useStoreApi();
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  const fit = say(narrow ? 'canvas.fit-narrow' : 'canvas.fit');
  return (
    <>
      {hasMap && !narrow && nodes.length > stepsWithoutMap && (
        <OverviewMap colour={mapColour ?? colourOfSteps} />
      )}
      <Panel position="bottom-left" className={css.bar ?? ''}>
        <Tip label={say('canvas.zoom-out')}>
          <IconButton
            size={narrow ? 40 : 30}
            aria-label={say('canvas.zoom-out')}
            onClick={() => void zoomOut({ duration: motionMs(120) })}
          >
            <Minus size={16} />
          </IconButton>
        </Tip>
        <span className={css.percent}>{percent} %</span>
        <Tip label={say('canvas.zoom-in')}>
          <IconButton
            size={narrow ? 40 : 30}
            aria-label={say('canvas.zoom-in')}
            onClick={() => void zoomIn({ duration: motionMs(120) })}
          >
            <Plus size={16} />
          </IconButton>
        </Tip>
        <Tip label={fit}>
          <IconButton
            size={narrow ? 40 : 30}
            aria-label={fit}
            onClick={() =>
              void setViewport(viewOfAll(nodes, store.getState(), narrow), {
                duration: motionMs(160),
              })
            }
          >
            <Maximize size={15} />
          </IconButton>
        </Tip>
        {!readOnly && nodes.length > 1 && (
          <Tip label={say('arranging.tidy')}>
            <IconButton
              size={narrow ? 40 : 30}
              aria-label={say('arranging.tidy')}
              onClick={() => arrangeCommands['flow.tidy'].act(bench)}
            >
              <Network size={15} />
            </IconButton>
          </Tip>
        )}
        {!readOnly && (
          <Tip label={say('canvas.add-note')}>
            <IconButton
              size={narrow ? 40 : 30}
              aria-label={say('canvas.add-note')}
              onClick={() => {
                const { width, height, transform } = store.getState();
                const [left, top, zoom] = transform;
                const at = { x: (width / 2 - left) / zoom, y: (height / 2 - top) / zoom };
                pressedCommands['note.add'].act(bench, { steps: [], at });
              }}
            >
              <StickyNote size={15} />
            </IconButton>
          </Tip>
        )}
      </Panel>
    </>
  );
});
