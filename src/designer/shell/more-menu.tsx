import { Menu } from '@mantine/core';
import { List } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import { say } from '../../words/index.ts';
import { AnchoredMenu } from '../ui/anchored-menu.tsx';
import { CommandItem } from '../ui/command-item.tsx';
import { HelpItems } from '../ui/help-items.tsx';
import { LanguageItems } from '../ui/language-items.tsx';
import { ThemeItems } from '../ui/theme-items.tsx';

const SessionItems = lazy(() =>
  import('../ui/session-items.tsx').then((m) => ({ default: m.SessionItems })),
);

interface MoreMenuProps {
  readonly narrow: boolean;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

/** What is needed seldom: export, import, appearance, the way back. */
export function MoreMenu({ narrow, anchor, onClose }: MoreMenuProps) {
  const [, navigate] = useLocation();
  return (
    <AnchoredMenu anchor={anchor} onClose={onClose} position="bottom-end" width={220}>
      {narrow && (
        <>
          <CommandItem id="flow.undo" />
          <CommandItem id="flow.redo" />
          <Menu.Divider />
        </>
      )}
      <CommandItem id="page.find" />
      <Menu.Divider />
      <CommandItem id="flow.start" />
      <CommandItem id="flow.history" />
      <CommandItem id="flow.read" />
      <CommandItem id="flow.limits" />
      <CommandItem id="flow.export" />
      <CommandItem id="flow.picture" />
      <CommandItem id="flow.import" />
      <Menu.Divider />
      {narrow ? <HelpItems /> : <CommandItem id="page.keys" />}
      <Menu.Divider />
      <ThemeItems />
      <LanguageItems />
      <Menu.Divider />
      <Menu.Item leftSection={<List size={15} />} onClick={() => navigate('/')}>
        {say('common.back-to-flows')}
      </Menu.Item>
      <Suspense>
        <SessionItems />
      </Suspense>
    </AnchoredMenu>
  );
}
