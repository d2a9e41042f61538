import { Menu } from '@mantine/core';
import type { CommandTarget } from '../effects/commands/command.ts';
import { commands, type CommandId } from '../effects/commands/commands.ts';
import { isOffered, noTarget } from '../effects/commands/targets.ts';
import { useDocument, useSamples, useWorkbench } from '../state/workbench.ts';
import { commandIcons } from './command-icons.ts';

interface CommandItemProps {
  readonly id: CommandId;
  readonly target?: CommandTarget;
  /** Instead of doing it at once. */
  readonly onClick?: () => void;
}

/** A command as an item of a menu; nothing where it is not offered. */
export function CommandItem({ id, target = noTarget, onClick }: CommandItemProps) {
  const bench = useWorkbench();
  // What is offered, possible and said follows these two.
  useDocument((state) => state);
  useSamples((state) => state);
  const command = commands[id];
  if (!isOffered(bench, command, target)) return null;
  const Icon = commandIcons[id];
  return (
    <Menu.Item
      leftSection={<Icon size={15} />}
      disabled={command.isPossible?.(bench, target) === false}
      {...(command.removes === true && { color: 'var(--fb-red)' })}
      onClick={onClick ?? (() => command.act(bench, target))}
    >
      {command.title(bench, target)}
    </Menu.Item>
  );
}
