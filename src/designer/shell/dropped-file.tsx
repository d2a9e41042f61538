import { useState } from 'react';
import { say } from '../../words/index.ts';
import { ImportDialog } from '../import/import-dialog.tsx';
import { RunFileDialog } from '../run-panel/run-file-dialog.tsx';
import { isRunFile, useFileDrop } from '../ui/use-file-drop.ts';
import css from './dropped-file.module.css';

/** A file that is let go over an open flow is looked at; the browser itself would leave the page for it. */
export function DroppedFile() {
  const [file, setFile] = useState<File>();
  const over = useFileDrop(setFile);
  const close = () => setFile(undefined);
  if (file !== undefined)
    return isRunFile(file) ? (
      <RunFileDialog file={file} onClose={close} />
    ) : (
      <ImportDialog file={file} onClose={close} />
    );
  return over ? (
    <div className={css.over} aria-hidden>
      <span>{say('flows.drop-here')}</span>
    </div>
  ) : null;
}
