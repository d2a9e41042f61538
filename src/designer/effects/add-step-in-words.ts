import { say, sayWording } from '../../words/index.ts';
import { rememberUse } from '../state/palette-choice.ts';
import { indexOf } from '../state/step-index.ts';
import { freeOutPort } from '../state/step-ports.ts';
import type { Workbench } from '../state/workbench.ts';
import { onceLoaded } from './once-loaded.ts';
import { planAddStep, type Where } from './add-step.ts';
import { showWithUndo } from './way-back.ts';

/**
 * Adds a component as a step, selects it and opens it where something is to be chosen next; a refusal is said. Where the
 * component had to be fetched and the person has chosen another step meanwhile, it is added where it was asked for, and theirs
 * stays chosen.
 */
export function addStepInWords(
  bench: Workbench,
  component: string,
  where?: Where,
  operation?: string,
  chosen = bench.view.getState().selectedSteps,
): void {
  const { document, catalog, needComponents, view, toasts, announcer, newId } = bench;
  const { flow } = document.getState();
  if (flow === undefined) return;
  const waiting = needComponents([component]);
  if (waiting !== undefined) {
    onceLoaded(bench, waiting, () => addStepInWords(bench, component, where, operation, chosen));
    return;
  }
  const hasGoneOn = isOtherChosen(bench, chosen);
  const place = where ?? nextPlace(bench, hasGoneOn ? chosen : view.getState().selectedSteps);
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
  const added = document.getState().flow;
  const entry = added && indexOf(added).steps.get(planned.step);
  const named = { number: entry?.number ?? 0, name: entry?.step.name ?? '' };
  if (hasGoneOn) {
    showWithUndo(bench, say('inspector.added-meanwhile', named));
    return;
  }
  addedLast = planned.step;
  view.selectStep(planned.step, operation === undefined ? 'operation' : next);
  view.setState({ narrowTab: 'step' });
  announcer.announce(say('inspector.added', named));
}

/** Two that are added at once follow each other: the first one was not chosen by the person. */
let addedLast: string | undefined;

function isOtherChosen({ view }: Workbench, before: readonly string[]): boolean {
  const { selectedSteps } = view.getState();
  return selectedSteps.some((step) => step !== addedLast && !before.includes(step));
}

/** After the selected step; else after the last one that leads nowhere yet. */
function nextPlace({ document, catalog }: Workbench, selected: readonly string[]): Where {
  const { flow } = document.getState();
  if (flow === undefined) return undefined;
  const [only, ...others] = selected;
  const selectedStep = others.length === 0 ? only : undefined;
  const index = indexOf(flow);
  const last = flow.steps.findLast((step) => !index.after.has(step.id)) ?? flow.steps.at(-1);
  const after = flow.steps.find(({ id }) => id === selectedStep) ?? last;
  return after === undefined
    ? undefined
    : { after: after.id, port: freeOutPort(flow, after, catalog) };
}
