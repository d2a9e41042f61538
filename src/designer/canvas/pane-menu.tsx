import { Menu } from '@mantine/core';
import { say } from '../../words/index.ts';
import { commands, type CommandId } from '../effects/commands/commands.ts';
import { useWorkbench } from '../state/workbench.ts';
import { CommandItem } from '../ui/command-item.tsx';
import { focusStep } from '../ui/focus.ts';
import { useCanvasStore, type CanvasState } from './canvas-store.ts';

interface PaneMenuProps {
  readonly at: NonNullable<CanvasState['paneMenu']>;
  readonly onClose: () => void;
}

const offered: readonly CommandId[] = ['note.add', 'selection.paste', 'flow.tidy', 'page.find'];

/** What can be done where nothing stands: a press of the right button, or a long one of a finger. */
export function PaneMenu({ at: { x, y, at }, onClose }: PaneMenuProps) {
  const bench = useWorkbench();
  const canvas = useCanvasStore();
  const target = { steps: [], at };
  return (
    <Menu
      opened
      onClose={() => {
        onClose();
        focusStep(canvas.getState().tabStop ?? '');
      }}
      position="bottom-start"
      width={230}
      closeOnItemClick={false}
      trapFocus
      returnFocus={false}
    >
      <Menu.Target>
        <span aria-hidden style={{ position: 'fixed', left: x, top: y, width: 1, height: 1 }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={say('notes.canvas-menu')}>
        {offered.map((id) => (
          <CommandItem
            key={id}
            id={id}
            target={target}
            onClick={() => {
              onClose();
              commands[id].act(bench, target);
            }}
          />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
