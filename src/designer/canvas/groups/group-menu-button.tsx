import { ActionIcon } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { say } from '../../../words/index.ts';
import { useDocument } from '../../state/workbench.ts';
import { useCanvasStore } from '../canvas-store.ts';

interface GroupMenuButtonProps {
  readonly node: string;
  readonly name: string;
  readonly tabStop: boolean;
  readonly className: string | undefined;
}

export function GroupMenuButton({ node, name, tabStop, className }: GroupMenuButtonProps) {
  const canvas = useCanvasStore();
  const readOnly = useDocument((state) => state.readOnly);
  if (readOnly) return null;
  return (
    <ActionIcon
      className={`${className ?? ''} nodrag nopan`}
      size={22}
      tabIndex={tabStop ? 0 : -1}
      aria-label={say('groups.menu', { name })}
      aria-haspopup="menu"
      onClick={(event) => {
        const { left, bottom } = event.currentTarget.getBoundingClientRect();
        canvas.setState({ menu: { step: node, x: left, y: bottom }, tabStop: node });
      }}
    >
      <Ellipsis size={14} />
    </ActionIcon>
  );
}
