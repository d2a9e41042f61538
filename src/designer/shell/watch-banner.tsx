import { Button, Text } from '@mantine/core';
import { Eye } from 'lucide-react';
import { useStore } from 'zustand';
import { say } from '../../words/first.ts';
import type { FlowSession } from '../effects/open-flow.ts';
import { useWorkbench } from '../state/workbench.ts';
import css from './watch-banner.module.css';

/** Another tab writes: this one shows it, and can take over. */
export function WatchBanner({ session }: { readonly session: FlowSession }) {
  const watching = useStore(useWorkbench().saving, (state) => state.kind === 'watching');
  if (!watching) return null;
  return (
    <div className={css.banner} role="status">
      <Eye size={16} aria-hidden />
      <Text size="sm">{say('common.watching-text')}</Text>
      <Button size="compact-sm" variant="default" onClick={session.takeOver}>
        {say('common.take-over')}
      </Button>
    </div>
  );
}
