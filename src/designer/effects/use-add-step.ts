import { useCallback } from 'react';
import { sayWording } from '../../words/index.ts';
import { indexOf } from '../state/step-index.ts';
import { freeOutPort } from '../state/step-ports.ts';
import { rememberUse } from '../state/palette-choice.ts';
import { useWorkbench } from '../state/workbench.ts';
import { planAddStep, type Where } from './add-step.ts';

/**
 * Adds a component as a step, selects it and opens it where its operation is chosen; with an operation that was chosen
 * already, where signing in comes next.
 */
export function useAddStep(): (component: string, where?: Where, operation?: string) => void {
  const { document, catalog, view, toasts, newId } = useWorkbench();
  return useCallback(
    (component, where, operation) => {
      const { flow } = document.getState();
      if (flow === undefined) return;
      const planned = planAddStep(flow, catalog, component, where ?? nextPlace(), newId, operation);
      if (planned === undefined) return;
      const applied = document.apply(planned.operation);
      view.setState({ insertAt: undefined });
      if (!applied.ok) {
        toasts.show({ text: sayWording(applied.reason), tone: 'trouble' });
        return;
      }
      rememberUse(component);
      const signsIn = (catalog.component(component)?.credentials.length ?? 0) > 0;
      const next = signsIn ? 'credential' : 'mapping';
      view.selectStep(planned.step, operation === undefined ? 'operation' : next);
      view.setState({ narrowTab: 'step' });

      /** Where "+" was pressed; else after the selected step; else after the last one that leads nowhere yet. */
      function nextPlace(): Where {
        const { insertAt, selectedStep } = view.getState();
        if (insertAt !== undefined) return insertAt;
        const index = flow && indexOf(flow);
        const last =
          flow?.steps.findLast((step) => index?.after.has(step.id) !== true) ?? flow?.steps.at(-1);
        const after = flow?.steps.find(({ id }) => id === selectedStep) ?? last;
        return flow === undefined || after === undefined
          ? undefined
          : { after: after.id, port: freeOutPort(flow, after, catalog) };
      }
    },
    [document, catalog, view, toasts, newId],
  );
}
