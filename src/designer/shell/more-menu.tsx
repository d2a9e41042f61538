import { Menu } from '@mantine/core';
import { Download, Keyboard, List, Redo2, Undo2, Upload } from 'lucide-react';
import { useLocation } from 'wouter';
import { say } from '../../words/index.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { AnchoredMenu } from '../ui/anchored-menu.tsx';
import { ThemeItems } from '../ui/theme-items.tsx';
import { useHistory } from './shortcuts.ts';

interface MoreMenuProps {
  readonly narrow: boolean;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
  readonly onDialog: (dialog: 'export' | 'import') => void;
}

/** What is needed seldom: export, import, appearance, the way back. */
export function MoreMenu({ narrow, anchor, onClose, onDialog }: MoreMenuProps) {
  const [, navigate] = useLocation();
  const { view } = useWorkbench();
  const { undo, redo } = useHistory();
  const canUndo = useDocument((state) => !state.readOnly && state.past.length > 0);
  const canRedo = useDocument((state) => !state.readOnly && state.future.length > 0);
  return (
    <AnchoredMenu anchor={anchor} onClose={onClose} position="bottom-end" width={220}>
      {narrow && (
        <>
          <Menu.Item disabled={!canUndo} leftSection={<Undo2 size={15} />} onClick={undo}>
            {say('common.undo')}
          </Menu.Item>
          <Menu.Item disabled={!canRedo} leftSection={<Redo2 size={15} />} onClick={redo}>
            {say('common.redo')}
          </Menu.Item>
          <Menu.Divider />
        </>
      )}
      <Menu.Item leftSection={<Download size={15} />} onClick={() => onDialog('export')}>
        {say('common.export')}
      </Menu.Item>
      <Menu.Item leftSection={<Upload size={15} />} onClick={() => onDialog('import')}>
        {say('common.import')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item
        leftSection={<Keyboard size={15} />}
        onClick={() => view.setState({ shortcutsOpen: true })}
      >
        {say('shortcuts.open')}
      </Menu.Item>
      <ThemeItems />
      <Menu.Divider />
      <Menu.Item leftSection={<List size={15} />} onClick={() => navigate('/')}>
        {say('common.back-to-flows')}
      </Menu.Item>
    </AnchoredMenu>
  );
}
