import {
  inputSchemaOf,
  moveStepInto,
  moveStepUp,
  operationOf,
  stepBelow,
  type Edge,
  type Flow,
  type Operation,
  type Step,
} from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import { indexOf } from '../../state/step-index.ts';
import { lastOutPort, portsOf } from '../../state/step-ports.ts';
import type { Workbench } from '../../state/workbench.ts';
import { focusPalette, focusStepPanel } from '../../ui/focus.ts';
import { applyAloud } from '../apply-aloud.ts';
import { removeEdgeInWords } from '../remove-edge.ts';
import type { Command, CommandChoice, CommandTarget } from './command.ts';

/** What is done to a step's fields, its connections and its place on the way, without a pointer. */
export const orderCommands = {
  'step.map': {
    where: 'flow',
    part: 'build',
    title: () => say('outline.map'),
    isOffered(bench, target) {
      const at = placeOf(bench, target);
      return at !== undefined && inputSchemaOf(at.step, bench.catalog) !== undefined;
    },
    act({ view }, target) {
      view.selectStep(target.steps[0], 'mapping');
      view.setState({ narrowTab: 'step' });
      focusStepPanel();
    },
  },
  'step.insert-before': {
    where: 'flow',
    part: 'build',
    changes: true,
    title: () => say('outline.insert-before'),
    isOffered: (bench, target) => onlyWayInto(bench, target) !== undefined,
    act: (bench, target) => insertInto(bench, onlyWayInto(bench, target)?.id),
  },
  'edge.insert': {
    where: 'flow',
    part: 'build',
    changes: true,
    title: () => say('outline.insert-into'),
    isOffered: (_bench, { steps, edge }) => steps.length === 0 && edge !== undefined,
    act: (bench, { edge }) => insertInto(bench, edge),
  },
  'step.move-up': {
    where: 'flow',
    part: 'order',
    changes: true,
    title: () => say('outline.move-up'),
    isOffered: (bench, target) => upwards(bench, target.steps) !== undefined,
    act: (bench, target) => applyPlan(bench, upwards(bench, target.steps)),
  },
  'step.move-down': {
    where: 'flow',
    part: 'order',
    changes: true,
    title: () => say('outline.move-down'),
    isOffered: (bench, target) => downwards(bench, target) !== undefined,
    act: (bench, target) => applyPlan(bench, downwards(bench, target)),
  },
  'step.move-into': {
    where: 'flow',
    part: 'order',
    changes: true,
    title: () => say('outline.move-into'),
    isOffered: (bench, target) => branchesFor(bench, target).length > 0,
    choices: (bench, target) => branchesFor(bench, target).map(({ choice }) => choice),
    act(bench, target, choice) {
      const at = placeOf(bench, target);
      const place = branchesFor(bench, target).find((each) => each.choice.id === choice);
      if (at === undefined || place === undefined) return;
      const onBy = lastOutPort(at.step, bench.catalog);
      applyPlan(bench, moveStepInto(at.flow, at.step.id, place, bench.newId, onBy));
    },
  },
  'step.disconnect': {
    where: 'flow',
    part: 'order',
    changes: true,
    title: () => say('outline.disconnect'),
    isOffered: (bench, target) => connectionsOf(bench, target).length > 0,
    choices: connectionsOf,
    act(bench, _target, edge) {
      if (edge !== undefined) removeEdgeInWords(bench, edge);
    },
  },
} as const satisfies Readonly<Record<string, Command>>;

interface Place {
  readonly flow: Flow;
  readonly step: Step;
}

/** The one step, as far as it is there. */
function placeOf({ document }: Workbench, { steps }: Pick<CommandTarget, 'steps'>) {
  const { flow } = document.getState();
  const [id, second] = steps;
  if (flow === undefined || id === undefined || second !== undefined) return undefined;
  const step = indexOf(flow).steps.get(id)?.step;
  return step === undefined ? undefined : ({ flow, step } satisfies Place);
}

function onlyWayInto(bench: Workbench, target: CommandTarget): Edge | undefined {
  const at = placeOf(bench, target);
  const [edge, ...others] = (at && indexOf(at.flow).before.get(at.step.id)) ?? [];
  return others.length === 0 ? edge : undefined;
}

function insertInto({ view }: Workbench, edge: string | undefined): void {
  if (edge === undefined) return;
  view.setState({ insertAt: { edge }, paletteOpen: true });
  focusPalette();
}

function upwards(bench: Workbench, steps: readonly string[]): Operation | undefined {
  const at = placeOf(bench, { steps });
  if (at === undefined) return undefined;
  return moveStepUp(at.flow, at.step.id, bench.newId, lastOutPort(at.step, bench.catalog));
}

/** Down is the one below moving up: the history says it that way. */
function downwards(bench: Workbench, target: CommandTarget): Operation | undefined {
  const at = placeOf(bench, target);
  const below = at && stepBelow(at.flow, at.step.id);
  return below === undefined ? undefined : upwards(bench, [below]);
}

function branchesFor(bench: Workbench, target: CommandTarget) {
  const at = placeOf(bench, target);
  if (at === undefined || !portsOf(at.step, operationOf(at.step, bench.catalog)).in) return [];
  const into = indexOf(at.flow).before.get(at.step.id) ?? [];
  return at.flow.steps
    .filter(({ id }) => id !== at.step.id)
    .flatMap((step) => {
      const { out } = portsOf(step, operationOf(step, bench.catalog));
      if (out.length < 2) return [];
      return out
        .filter(({ id }) => !into.some(({ from, fromPort }) => from === step.id && fromPort === id))
        .map(({ id: port, title }) => ({
          after: step.id,
          port,
          title,
          choice: {
            id: `${step.id} ${port}`,
            title: say('outline.way-of', { way: title, step: step.name }),
            component: step.component,
          } satisfies CommandChoice,
        }));
    });
}

function connectionsOf(bench: Workbench, target: CommandTarget): readonly CommandChoice[] {
  const at = placeOf(bench, target);
  if (at === undefined) return [];
  const { before, after, steps } = indexOf(at.flow);
  const choice = (edge: string, other: string, code: 'outline.from' | 'outline.to') => {
    const step = steps.get(other)?.step;
    return {
      id: edge,
      title: say(code, { step: step?.name ?? '' }),
      component: step?.component ?? '',
    };
  };
  return [
    ...(before.get(at.step.id) ?? []).map(({ id, from }) => choice(id, from, 'outline.from')),
    ...(after.get(at.step.id) ?? []).map(({ id, to }) => choice(id, to, 'outline.to')),
  ];
}

function applyPlan(bench: Workbench, plan: Operation | undefined): void {
  if (plan !== undefined) applyAloud(bench, plan);
}
