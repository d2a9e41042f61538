import { useEffect, useState } from 'react';
import type { Flow } from '../../flow/index.ts';
import { readingText, useReading } from '../effects/use-reading.ts';
import { useDocument } from '../state/workbench.ts';
import { loadDrawings } from '../ui/flow-picture/component-drawings.ts';
import { PrintedFlow } from './printed-flow.tsx';

/** Nobody listens to more in one go. */
const mostLines = 30;
const restMs = 400;

/** What the canvas shows, for who does not see it, and what paper shows of it. Told anew when the typing rests. */
export function ReadAlong() {
  const flow = useDocument((state) => state.flow);
  const [told, setTold] = useState<Flow>();
  useEffect(() => {
    const timer = setTimeout(() => setTold(flow), restMs);
    return () => clearTimeout(timer);
  }, [flow]);
  useEffect(() => {
    // On the way to paper there is no time to fetch them.
    if (told !== undefined) void loadDrawings();
  }, [told]);
  return (
    <>
      {told !== undefined && <CanvasText flow={told} />}
      {flow !== undefined && <PrintedFlow flow={flow} />}
    </>
  );
}

function CanvasText({ flow }: { readonly flow: Flow }) {
  const lines = useReading(flow, mostLines);
  return (
    <p id="flow-in-words" hidden>
      {readingText(flow, lines)}
    </p>
  );
}
