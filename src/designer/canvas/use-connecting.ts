import type { Connection, OnConnectStartParams } from '@xyflow/react';
import { useMemo } from 'react';
import { inPort, outPort } from '../../flow/index.ts';
import { sayWording } from '../../words/first.ts';
import { useWorkbench } from '../state/workbench.ts';
import { useCanvasStore } from './canvas-store.ts';
import { stepUnder } from './step-under.ts';
import { validTargets, whyNot } from '../state/connect.ts';
import type { FlowEdgeType } from './to-canvas.ts';

interface DrawnConnection {
  readonly isValid: boolean | null;
  readonly fromHandle: {
    readonly id?: string | null;
    readonly nodeId: string;
    readonly type: string;
  } | null;
}

/** Connections drawn by hand: where they may end is lit, a refusal says why, and Esc gives one up. */
export function useConnecting() {
  const { document: flowDocument, view, catalog, toasts, newId } = useWorkbench();
  const canvas = useCanvasStore();
  return useMemo(() => {
    const trouble = (wording: Parameters<typeof sayWording>[0]) =>
      toasts.show({ text: sayWording(wording), tone: 'trouble' });
    /** A step is asked once: the words stay where the pointer came in. */
    function tellWhyNot({ clientX: x, clientY: y }: PointerEvent) {
      const { connecting, refusal } = canvas.getState();
      const { flow } = flowDocument.getState();
      const step = stepUnder(x, y);
      if (step === refusal?.step) return;
      const isAsked = step !== undefined && connecting !== undefined && step !== connecting.from;
      const why =
        flow === undefined || !isAsked || connecting.valid.has(step)
          ? undefined
          : whyNot(flow, catalog, { from: connecting.from, fromPort: connecting.port, to: step });
      canvas.setState({
        refusal:
          why === undefined || step === undefined
            ? undefined
            : { step, why: sayWording(why), x, y },
      });
    }
    let isGivenUp = false;
    /** React Flow knows no other end of a connection than that it is let go. */
    function giveUp(event: KeyboardEvent) {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      isGivenUp = true;
      document.dispatchEvent(new MouseEvent('mouseup'));
    }
    return {
      onConnect({ source, sourceHandle, target }: Connection) {
        if (isGivenUp) return;
        const edge = {
          id: newId(),
          from: source,
          fromPort: sourceHandle ?? outPort,
          to: target,
          toPort: inPort,
        };
        const applied = flowDocument.apply({ type: 'edge.connect', edge });
        if (!applied.ok) trouble(applied.reason);
      },
      onConnectStart(_event: unknown, { nodeId, handleId, handleType }: OnConnectStartParams) {
        isGivenUp = false;
        addEventListener('keydown', giveUp, true);
        const { flow } = flowDocument.getState();
        if (flow === undefined || nodeId === null || handleType !== 'source') return;
        const valid = validTargets(flow, catalog, nodeId, handleId ?? outPort);
        canvas.setState({ connecting: { from: nodeId, port: handleId ?? outPort, valid } });
        addEventListener('pointermove', tellWhyNot);
      },
      isValidConnection({ source, sourceHandle, target }: Connection | FlowEdgeType) {
        const { connecting } = canvas.getState();
        if (connecting !== undefined) return connecting.valid.has(target);
        const { flow } = flowDocument.getState();
        return (
          flow !== undefined &&
          validTargets(flow, catalog, source, sourceHandle ?? outPort).has(target)
        );
      },
      /** Let go over a step that cannot take it: says why. Over an empty place: asks what to add. */
      onConnectEnd(event: MouseEvent | TouchEvent, { isValid, fromHandle }: DrawnConnection) {
        removeEventListener('pointermove', tellWhyNot);
        removeEventListener('keydown', giveUp, true);
        canvas.setState({ connecting: undefined, refusal: undefined });
        if (isGivenUp) return;
        const { flow } = flowDocument.getState();
        if (isValid === true || fromHandle?.type !== 'source' || flow === undefined) return;
        const at = 'changedTouches' in event ? event.changedTouches[0] : event;
        const under = at && document.elementFromPoint(at.clientX, at.clientY);
        const to = under?.closest('.react-flow__node')?.getAttribute('data-id') ?? undefined;
        const from = fromHandle.nodeId;
        const port = fromHandle.id ?? outPort;
        if (to === undefined) {
          if (under?.closest('.react-flow__pane') != null)
            view.setState({ insertAt: { after: from, port }, paletteOpen: true });
        } else if (to !== from) {
          const why = whyNot(flow, catalog, { from, fromPort: port, to });
          if (why !== undefined) trouble(why);
        }
      },
    };
  }, [flowDocument, view, catalog, toasts, newId, canvas]);
}
