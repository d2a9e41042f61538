import { operationOf } from '../../../flow/index.ts';
import { indexOf } from '../../state/step-index.ts';
import { portsOf } from '../../state/step-ports.ts';
import type { Workbench } from '../../state/workbench.ts';
import type { Command, CommandTarget } from './command.ts';
import { arrangeCommands } from './arrange-commands.ts';
import { flowCommands } from './flow-commands.ts';
import { layoutCommands } from './layout-commands.ts';
import { orderCommands } from './order-commands.ts';
import { selectionCommands } from './selection-commands.ts';
import { stepCommands } from './step-commands.ts';
import { isOffered } from './targets.ts';

const table = {
  ...flowCommands,
  ...stepCommands,
  ...orderCommands,
  ...selectionCommands,
  ...arrangeCommands,
  ...layoutCommands,
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

function outPorts({ document, catalog }: Workbench, { steps }: CommandTarget): readonly string[] {
  const { flow } = document.getState();
  const step = flow && indexOf(flow).steps.get(steps[0] ?? '')?.step;
  return step === undefined
    ? []
    : portsOf(step, operationOf(step, catalog)).out.map(({ id }) => id);
}
