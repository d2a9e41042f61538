import { CircleQuestionMark } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { say } from '../../words/first.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Tip } from '../ui/tip.tsx';

const HelpMenu = lazy(() =>
  import('./help-menu.tsx').then(({ HelpMenu }) => ({ default: HelpMenu })),
);

/** What explains the page, behind one button. */
export function HelpButton() {
  const [anchor, setAnchor] = useState<HTMLElement>();
  return (
    <>
      <Tip label={say('help.title')}>
        <IconButton
          size={32}
          data-help-button
          aria-label={say('help.title')}
          aria-haspopup="menu"
          aria-expanded={anchor !== undefined}
          onClick={({ currentTarget }) => setAnchor(currentTarget)}
        >
          <CircleQuestionMark size={17} />
        </IconButton>
      </Tip>
      <Suspense>
        {anchor !== undefined && <HelpMenu anchor={anchor} onClose={() => setAnchor(undefined)} />}
      </Suspense>
    </>
  );
}
