import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { say } from '../../words/first.ts';
import { IconButton } from '../ui/icon-button.tsx';

const MoreMenu = lazy(() =>
  import('./more-menu.tsx').then(({ MoreMenu }) => ({ default: MoreMenu })),
);
/** What is needed seldom, behind one button. */
export function MoreButton({ narrow }: { readonly narrow: boolean }) {
  const [anchor, setAnchor] = useState<HTMLElement>();
  return (
    <>
      <IconButton
        size={32}
        {...(narrow && { 'data-help-button': true })}
        aria-label={say('common.more')}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <Ellipsis size={18} />
      </IconButton>
      <Suspense>
        {anchor !== undefined && (
          <MoreMenu narrow={narrow} anchor={anchor} onClose={() => setAnchor(undefined)} />
        )}
      </Suspense>
    </>
  );
}
