import { ActionIcon } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { say } from '../../words/index.ts';
import { useView, useWorkbench } from '../state/workbench.ts';

const MoreMenu = lazy(() =>
  import('./more-menu.tsx').then(({ MoreMenu }) => ({ default: MoreMenu })),
);
const ExportDialog = lazy(() =>
  import('../export/export-dialog.tsx').then(({ ExportDialog }) => ({ default: ExportDialog })),
);
const ImportDialog = lazy(() =>
  import('../import/import-dialog.tsx').then(({ ImportDialog }) => ({ default: ImportDialog })),
);

/** What is needed seldom, behind one button; and the dialogs that it opens. */
export function MoreButton({ narrow }: { readonly narrow: boolean }) {
  const [anchor, setAnchor] = useState<HTMLElement>();
  const { view } = useWorkbench();
  const dialog = useView((state) => state.fileDialog);
  const setDialog = (fileDialog: typeof dialog) => view.setState({ fileDialog });
  return (
    <>
      <ActionIcon
        size={32}
        aria-label={say('common.more')}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <Ellipsis size={18} />
      </ActionIcon>
      <Suspense>
        {anchor !== undefined && (
          <MoreMenu
            narrow={narrow}
            anchor={anchor}
            onClose={() => setAnchor(undefined)}
            onDialog={setDialog}
          />
        )}
        {dialog === 'export' && <ExportDialog onClose={() => setDialog(undefined)} />}
        {dialog === 'import' && <ImportDialog onClose={() => setDialog(undefined)} />}
      </Suspense>
    </>
  );
}
