import { say, sayWording } from '../../words/index.ts';
import { rememberUse } from '../state/palette-choice.ts';
import { indexOf } from '../state/step-index.ts';
import { freeOutPort } from '../state/step-ports.ts';
import type { Workbench } from '../state/workbench.ts';
import { onceLoaded } from './once-loaded.ts';
import { planAddStep, type Where } from './add-step.ts';

/** Adds a component as a step, selects it and opens it where something is to be chosen next; a refusal is said. */
export function addStepInWords(
  bench: Workbench,
  component: string,
  where?: Where,
  operation?: string,
): void {
  const { document, catalog, needComponents, view, toasts, announcer, newId } = bench;
  const { flow } = document.getState();
  if (flow === undefined) return;
  const waiting = needComponents([component]);
  if (waiting !== undefined) {
    onceLoaded(bench, waiting, () => addStepInWords(bench, component, where, operation));
    return;
  }
  const place = where ?? nextPlace(bench);
  const planned = planAddStep(flow, catalog, component, place, newId, operation);
  if (planned === undefined) return;
  const applied = document.apply(planned.operation);
  if (!applied.ok) {
    toasts.show({ text: sayWording(applied.reason), tone: 'trouble' });
    return;
  }
  rememberUse(component);
  const signsIn = (catalog.component(component)?.credentials.length ?? 0) > 0;
  const next = signsIn ? 'credential' : 'mapping';
  view.selectStep(planned.step, operation === undefined ? 'operation' : next);
  view.setState({ narrowTab: 'step' });
  const added = document.getState().flow;
  const entry = added && indexOf(added).steps.get(planned.step);
  if (entry !== undefined)
    announcer.announce(say('inspector.added', { number: entry.number, name: entry.step.name }));
}

/** After the selected step; else after the last one that leads nowhere yet. */
function nextPlace({ document, catalog, view }: Workbench): Where {
  const { flow } = document.getState();
  const { selectedStep } = view.getState();
  if (flow === undefined) return undefined;
  const index = indexOf(flow);
  const last = flow.steps.findLast((step) => !index.after.has(step.id)) ?? flow.steps.at(-1);
  const after = flow.steps.find(({ id }) => id === selectedStep) ?? last;
  return after === undefined
    ? undefined
    : { after: after.id, port: freeOutPort(flow, after, catalog) };
}
