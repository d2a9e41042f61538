import { ActionIcon, Menu } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, type ReactNode } from 'react';
import { say } from '../../words/index.ts';
import { CommandItem } from './command-item.tsx';
import { ConnectionMark } from './connection-mark.tsx';
import { HelpItems } from './help-items.tsx';
import { LanguageItems } from './language-items.tsx';
import { ThemeItems } from './theme-items.tsx';
import css from './page-bar.module.css';

const SessionItems = lazy(() =>
  import('./session-items.tsx').then((m) => ({ default: m.SessionItems })),
);

interface PageBarProps {
  /** Where one is, and the ways to elsewhere. */
  readonly children: ReactNode;
  /** What this page has in its menu besides what all have. */
  readonly items?: ReactNode;
}

/** Above a page that is not a flow. */
export function PageBar({ children, items }: PageBarProps) {
  return (
    <header className={css.bar}>
      {children}
      <span className={css.space} />
      <ConnectionMark />
      <Menu position="bottom-end" width={320}>
        <Menu.Target>
          <ActionIcon size={32} aria-label={say('common.more')}>
            <Ellipsis size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {items}
          <CommandItem id="page.find" />
          <Menu.Divider />
          <HelpItems />
          <Menu.Divider />
          <ThemeItems />
          <LanguageItems />
          <Suspense>
            <SessionItems />
          </Suspense>
        </Menu.Dropdown>
      </Menu>
    </header>
  );
}
