import { lazy, Suspense, type ComponentType } from 'react';
import type { DialogName } from '../state/view-store.ts';
import { useView, useWorkbench } from '../state/workbench.ts';

type Dialog = ComponentType<{ readonly onClose: () => void }>;

/** Every dialog of an open flow, loaded when it is first opened. */
const dialogs: Readonly<Record<DialogName, Dialog>> = {
  backup: dialog(() => import('../backup/backup-dialog.tsx').then((m) => m.BackupDialog)),
  export: dialog(() => import('../export/export-dialog.tsx').then((m) => m.ExportDialog)),
  find: dialog(() => import('./find-anywhere.tsx').then((m) => m.FindAnywhere)),
  history: dialog(() => import('../history/history-dialog.tsx').then((m) => m.HistoryDialog)),
  import: dialog(() => import('../import/import-dialog.tsx').then((m) => m.ImportDialog)),
  limits: dialog(() => import('../limits/limits-dialog.tsx').then((m) => m.LimitsDialog)),
  picture: dialog(() => import('../picture/picture-dialog.tsx').then((m) => m.PictureDialog)),
  note: dialog(() => import('./note-dialog.tsx').then((m) => m.NoteDialog)),
  problems: dialog(() => import('../problems/problems-drawer.tsx').then((m) => m.ProblemsDrawer)),
  reading: dialog(() => import('../reading/reading-panel.tsx').then((m) => m.ReadingPanel)),
  removal: dialog(() => import('./removal-dialog.tsx').then((m) => m.RemovalDialog)),
  restore: dialog(() => import('../backup/restore-dialog.tsx').then((m) => m.RestoreDialog)),
  room: dialog(() => import('../backup/room-dialog.tsx').then((m) => m.RoomDialog)),
  shortcuts: dialog(() => import('./shortcut-dialog.tsx').then((m) => m.ShortcutDialog)),
  tests: dialog(() => import('../tests/tests-dialog.tsx').then((m) => m.TestsDialog)),
  words: dialog(() => import('../guide/words-dialog.tsx').then((m) => m.WordsDialog)),
};

function dialog(load: () => Promise<Dialog>): Dialog {
  return lazy(async () => ({ default: await load() }));
}

/** The one that is open. */
export function Dialogs() {
  const { view } = useWorkbench();
  const name = useView((state) => state.dialog);
  if (name === undefined) return null;
  const Dialog = dialogs[name];
  return (
    <Suspense>
      <Dialog key={name} onClose={() => view.setState({ dialog: undefined })} />
    </Suspense>
  );
}
