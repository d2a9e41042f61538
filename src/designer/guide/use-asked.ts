import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import type { Flow } from '../../flow/index.ts';
import { sayGuide } from '../../words/guide.ts';
import { useFlowActions } from '../effects/use-flow-actions.ts';
import { useWorkbench } from '../state/workbench.ts';
import { loadFlow } from '../storage/flow-storage.ts';
import { database } from '../storage/open-database.ts';
import brokenFlow from './lessons/broken-flow.json';

/** Begins the lesson that a menu asked for, or goes on with the one that waits. */
export function useAsked(): void {
  const { guide, document, toasts } = useWorkbench();
  const { create, begin } = useFlowActions();
  const [, navigate] = useLocation();
  const asked = useStore(guide, (state) => state.asked);

  useEffect(() => {
    if (asked === undefined) return;
    guide.ask(undefined);
    if (asked === 'resume') void resume();
    else if (asked === 'first-flow') void beginFirst();
    else void beginBroken();

    async function resume(): Promise<void> {
      const { guided } = guide.getState();
      if (guided === undefined) return;
      const isHere = document.getState().flow?.id === guided.flow;
      if (!isHere && (await loadFlow(database, guided.flow).catch(() => undefined)) === undefined) {
        guide.end('given-up');
        toasts.show({ text: sayGuide('gone'), tone: 'trouble' });
        return;
      }
      guide.change({ paused: false });
      if (!isHere) navigate(`/flows/${guided.flow}`);
    }

    /** An empty canvas is begun on right away; a flow that has steps is left alone. */
    async function beginFirst(): Promise<void> {
      const { flow, readOnly } = document.getState();
      const here = flow?.steps.length === 0 && !readOnly ? flow.id : undefined;
      const id = here ?? (await create(sayGuide('first-flow')));
      if (id !== undefined) guide.begin('first-flow', id);
    }

    async function beginBroken(): Promise<void> {
      const flow = brokenFlow as unknown as Flow; // JSON without its literal types; a test parses it
      const id = await begin({ ...flow, name: sayGuide('broken-name') });
      if (id !== undefined) guide.begin('break-and-fix', id);
    }
  }, [asked, guide, document, toasts, create, begin, navigate]);
}
