import '@xyflow/react/dist/base.css';
import { ReactFlowProvider } from '@xyflow/react';
import { useState } from 'react';
import { useDocument } from '../state/workbench.ts';
import { Board } from './board.tsx';
import { CanvasStoreContext, createCanvasStore } from './canvas-store.ts';
import { EmptyCanvas } from './empty-canvas.tsx';

/** The flow as a picture that is worked in. */
export function Canvas({ narrow }: { readonly narrow: boolean }) {
  const [store] = useState(createCanvasStore);
  const empty = useDocument((state) => state.flow?.steps.length === 0);
  return (
    <CanvasStoreContext value={store}>
      <ReactFlowProvider>
        <Board narrow={narrow} />
      </ReactFlowProvider>
      {empty && <EmptyCanvas narrow={narrow} />}
    </CanvasStoreContext>
  );
}
