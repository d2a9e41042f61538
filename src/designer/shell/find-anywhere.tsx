import { FindDialog } from '../find/find-dialog.tsx';
import { loadTemplates } from './load-templates.ts';

export function FindAnywhere({ onClose }: { readonly onClose: () => void }) {
  return <FindDialog loadTemplates={loadTemplates} onClose={onClose} />;
}
