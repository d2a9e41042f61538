import { operationOf } from '../../../flow/index.ts';
import { indexOf } from '../../state/step-index.ts';
import { portsOf } from '../../state/step-ports.ts';
import type { Workbench } from '../../state/workbench.ts';
import type { Command, CommandTarget, Keys } from './command.ts';
import { arrangeCommands } from './arrange-commands.ts';
import { flowCommands } from './flow-commands.ts';
import { orderCommands } from './order-commands.ts';
import { selectionCommands } from './selection-commands.ts';
import { stepCommands } from './step-commands.ts';

const table = {
  ...flowCommands,
  ...stepCommands,
  ...orderCommands,
  ...selectionCommands,
  ...arrangeCommands,
};
export type CommandId = keyof typeof table;

/** Everything that can be done by a key or a menu, in the order in which menus show it. */
export const commands: Readonly<Record<CommandId, Command>> = table;
const parts: readonly Command['part'][] = [
  'build',
  'order',
  'run',
  'edit',
  'file',
  'help',
  'remove',
];
const ids = Object.keys(table) as readonly CommandId[]; // its own keys
const inParts = ids.toSorted(
  (one, other) => parts.indexOf(commands[one].part) - parts.indexOf(commands[other].part),
);

export interface Offer {
  readonly id: CommandId;
  readonly command: Command;
  readonly target: CommandTarget;
}

/** What can be done to the target, once for each way out where that is a choice. */
export function offersFor(
  bench: Workbench,
  target: CommandTarget,
  where: Command['where'],
): readonly Offer[] {
  return inParts.flatMap((id) => {
    const command = commands[id];
    if (command.where !== where || !isOffered(bench, command, target)) return [];
    const targets =
      command.perPort === true
        ? outPorts(bench, target).map((port) => ({ ...target, port }))
        : [target];
    return targets.map((each) => ({ id, command, target: each }));
  });
}

export function isOffered(bench: Workbench, command: Command, target: CommandTarget): boolean {
  if (command.changes === true && bench.document.getState().readOnly) return false;
  return command.isOffered?.(bench, target) ?? true;
}

/** What is selected, as far as it is there. */
export function selectedTarget({ document, view }: Workbench): CommandTarget {
  const { flow } = document.getState();
  const { selectedSteps, selectedEdge } = view.getState();
  const steps = flow === undefined ? [] : selectedSteps.filter((id) => indexOf(flow).steps.has(id));
  return { steps, ...(selectedEdge !== undefined && { edge: selectedEdge }) };
}

/** What keys on the flow are for: what is selected, or the step that has the focus where it is none of these. */
export function focusedTarget(bench: Workbench, focused: string | undefined): CommandTarget {
  const selected = selectedTarget(bench);
  return focused === undefined || selected.steps.includes(focused)
    ? selected
    : { steps: [focused] };
}

/** Does what the pressed keys stand for, and says what that was. */
export function runPressed(
  bench: Workbench,
  event: PressedKeys,
  where: Command['where'],
  target: CommandTarget,
  inField = false,
): Command | undefined {
  const command = Object.values(commands).find(
    (each) =>
      each.where === where &&
      each.clipboard === undefined &&
      (!inField || each.inFields === true) &&
      each.keys?.some((keys) => isPressed(event, keys)) === true &&
      isOffered(bench, each, target) &&
      (each.isPossible?.(bench, target) ?? true),
  );
  command?.act(bench, target);
  return command;
}

type PressedKeys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

function isPressed(event: PressedKeys, keys: Keys): boolean {
  const key = keys.at(-1)?.toLowerCase() ?? '';
  // How a sign such as "?" is reached differs from keyboard to keyboard.
  const isSign = key.length === 1 && key === key.toUpperCase();
  return (
    event.key.toLowerCase() === key &&
    (event.ctrlKey || event.metaKey) === keys.includes('mod') &&
    event.altKey === keys.includes('Alt') &&
    (isSign || event.shiftKey === keys.includes('Shift'))
  );
}

function outPorts({ document, catalog }: Workbench, { steps }: CommandTarget): readonly string[] {
  const { flow } = document.getState();
  const step = flow && indexOf(flow).steps.get(steps[0] ?? '')?.step;
  return step === undefined
    ? []
    : portsOf(step, operationOf(step, catalog)).out.map(({ id }) => id);
}
