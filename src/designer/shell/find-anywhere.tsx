import { FindDialog } from '../find/find-dialog.tsx';

/** Templates are the list's: only who looks for one there loads them. */
const loadTemplates = () =>
  import('../flows/templates/templates.ts').then(({ templates }) => templates);

export function FindAnywhere({ onClose }: { readonly onClose: () => void }) {
  return <FindDialog loadTemplates={loadTemplates} onClose={onClose} />;
}
