import { ActionIcon, Menu } from '@mantine/core';
import { Download, Ellipsis, List, Redo2, Undo2, Upload } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { say } from '../../words/index.ts';
import { useDocument } from '../state/workbench.ts';
import { ThemeItems } from '../ui/theme-items.tsx';
import { useHistory } from './shortcuts.ts';

const ExportDialog = lazy(() =>
  import('../export/export-dialog.tsx').then(({ ExportDialog }) => ({ default: ExportDialog })),
);
const ImportDialog = lazy(() =>
  import('../import/import-dialog.tsx').then(({ ImportDialog }) => ({ default: ImportDialog })),
);

/** What is needed seldom: export, import, appearance, the way back. */
export function MoreMenu({ narrow }: { readonly narrow: boolean }) {
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<'export' | 'import'>();
  const { undo, redo } = useHistory();
  const canUndo = useDocument((state) => !state.readOnly && state.past.length > 0);
  const canRedo = useDocument((state) => !state.readOnly && state.future.length > 0);
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon size={32} aria-label={say('common.more')}>
            <Ellipsis size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
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
          <Menu.Item leftSection={<Download size={15} />} onClick={() => setDialog('export')}>
            {say('common.export')}
          </Menu.Item>
          <Menu.Item leftSection={<Upload size={15} />} onClick={() => setDialog('import')}>
            {say('common.import')}
          </Menu.Item>
          <Menu.Divider />
          <ThemeItems />
          <Menu.Divider />
          <Menu.Item leftSection={<List size={15} />} onClick={() => navigate('/')}>
            {say('common.back-to-flows')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {dialog === 'export' && <ExportDialog onClose={() => setDialog(undefined)} />}
        {dialog === 'import' && <ImportDialog onClose={() => setDialog(undefined)} />}
      </Suspense>
    </>
  );
}
