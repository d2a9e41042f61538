import {
  inPort,
  operationOf,
  outPort,
  switchSteps,
  upstreamOf,
  type Step,
} from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import { validTargets } from '../../state/connect.ts';
import { indexOf } from '../../state/step-index.ts';
import { portsOf } from '../../state/step-ports.ts';
import type { Workbench } from '../../state/workbench.ts';
import { focusPalette, focusStepPanel } from '../../ui/focus.ts';
import { applyAloud } from '../apply-aloud.ts';
import type { Command, CommandTarget } from './command.ts';
import { hasSteps, pressedCommands } from './pressed-commands.ts';

/** How many entries a test from the canvas takes. */
const firstRecords = 5;

/** What can be done with what is selected on the flow. */
export const stepCommands = {
  'step.open': {
    where: 'flow',
    part: 'build',
    title: () => say('canvas.open'),
    isOffered: isOneStep,
    act({ view }, target) {
      view.selectStep(target.steps[0]);
      view.setState({ narrowTab: 'step' });
      focusStepPanel();
    },
  },
  'step.add-after': {
    where: 'flow',
    part: 'build',
    changes: true,
    perPort: true,
    title: (bench, target) => withPort(say('canvas.add-step-after'), bench, target),
    isOffered: isOneStep,
    act({ view }, { steps: [after = ''], port = outPort }) {
      view.setState({ insertAt: { after, port }, paletteOpen: true });
      focusPalette();
    },
  },
  'step.connect': {
    where: 'flow',
    part: 'build',
    changes: true,
    perPort: true,
    title: (bench, target) => withPort(say('canvas.connect-to'), bench, target),
    isOffered: isOneStep,
    choices({ document, catalog }, { steps: [from = ''], port = outPort }) {
      const { flow } = document.getState();
      if (flow === undefined) return [];
      const targets = validTargets(flow, catalog, from, port);
      return flow.steps
        .filter(({ id }) => targets.has(id))
        .map(({ id, name, component }) => ({ id, title: name, component }));
    },
    act(bench, { steps: [from = ''], port = outPort }, to = '') {
      const edge = { id: bench.newId(), from, fromPort: port, to, toPort: inPort };
      applyAloud(bench, { type: 'edge.connect', edge });
    },
  },
  'step.test-up-to': {
    where: 'flow',
    part: 'run',
    title: () => say('canvas.test-up-to'),
    isOffered: isOneStep,
    act: ({ runs }, { steps: [step = ''] }) =>
      void runs.start({ kind: 'up-to', step }, { firstRecords }),
  },
  'step.continue-from': {
    where: 'flow',
    part: 'run',
    title: (bench, target) =>
      say(
        hasSamplesBefore(bench, target) ? 'canvas.continue-from' : 'canvas.continue-from-missing',
      ),
    isOffered: (bench, target) => isOneStep(bench, target) && stepsBefore(bench, target).length > 0,
    isPossible: hasSamplesBefore,
    act: ({ runs }, { steps: [step = ''] }) =>
      void runs.start({ kind: 'from', step }, { firstRecords }),
  },
  'step.switch': {
    where: 'flow',
    part: 'run',
    changes: true,
    title(bench, target) {
      const count = target.steps.length;
      if (count > 1)
        return say(areOff(bench, target) ? 'arranging.switch-on' : 'arranging.switch-off', {
          count,
        });
      return say(areOff(bench, target) ? 'canvas.switch-on' : 'canvas.switch-off');
    },
    isOffered: hasSteps,
    act: (bench, target) => applyAloud(bench, switchSteps(target.steps, areOff(bench, target))),
  },
  'selection.remove': {
    ...pressedCommands['selection.remove'],
    part: 'remove',
    title(_bench, { steps, edge, notes = [], group }) {
      if (group !== undefined) return say('groups.ungroup');
      if (notes.length > 0)
        return say(steps.length === 0 ? 'notes.delete' : 'notes.things-delete', {
          count: steps.length + notes.length,
        });
      if (steps.length > 1) return say('canvas.delete-steps', { count: steps.length });
      if (steps.length === 1) return say('canvas.delete-step');
      return say(edge === undefined ? 'canvas.delete-selected' : 'canvas.delete-edge');
    },
  },
} as const satisfies Readonly<Record<string, Command>>;

function stepOf({ document }: Workbench, { steps }: CommandTarget): Step | undefined {
  const { flow } = document.getState();
  return flow && indexOf(flow).steps.get(steps[0] ?? '')?.step;
}

function isOneStep(bench: Workbench, target: CommandTarget): boolean {
  return target.steps.length === 1 && stepOf(bench, target) !== undefined;
}

function areOff({ document }: Workbench, { steps }: CommandTarget): boolean {
  const { flow } = document.getState();
  return (
    flow !== undefined && steps.every((id) => indexOf(flow).steps.get(id)?.step.disabled === true)
  );
}

function stepsBefore({ document }: Workbench, { steps }: CommandTarget): readonly string[] {
  const { flow } = document.getState();
  return flow === undefined ? [] : [...upstreamOf(flow, steps[0] ?? '')];
}

function hasSamplesBefore(bench: Workbench, target: CommandTarget): boolean {
  const { byStep } = bench.samples.getState();
  return stepsBefore(bench, target).every((step) => byStep[step] !== undefined);
}

/** Several ways out are told apart by their names. */
function withPort(words: string, bench: Workbench, target: CommandTarget): string {
  const step = stepOf(bench, target);
  const ports = step === undefined ? [] : portsOf(step, operationOf(step, bench.catalog)).out;
  const title = ports.find(({ id }) => id === target.port)?.title ?? '';
  return title === '' || title === outPort ? words : `${words} · ${title}`;
}
