import { Button, Group, Popover, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { Check, CloudAlert, Eye, LoaderCircle } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { say, sayWording } from '../../words/index.ts';
import type { FlowSession } from '../effects/open-flow.ts';
import { useWorkbench } from '../state/workbench.ts';
import { toRelativeTime } from '../ui/relative-time.ts';
import css from './saved-mark.module.css';

/** Whether the flow is kept. Trouble says why, and what to do. */
export function SavedMark({
  compact,
  session,
}: {
  readonly compact: boolean;
  readonly session: FlowSession;
}) {
  const state = useStore(useWorkbench().saving);
  if (state.kind === 'failed')
    return (
      <Popover position="bottom-start" width={320} withArrow>
        <Popover.Target>
          <UnstyledButton className={css.mark} data-failed>
            <CloudAlert size={15} aria-hidden />
            {say('common.not-saved')}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown role="alert">
          <Text fw={600} size="sm">
            {say('common.not-saved-title')}
          </Text>
          <Text size="sm" mt={4}>
            {sayWording(state.why)}
          </Text>
          <Text size="sm" c="dimmed" mt={4}>
            {say('common.not-saved-text')}
          </Text>
          <Group mt="sm">
            <Button size="compact-sm" onClick={() => void session.saveNow()}>
              {say('common.try-again')}
            </Button>
          </Group>
        </Popover.Dropdown>
      </Popover>
    );
  if (state.kind === 'watching')
    return (
      <span className={css.mark}>
        <Eye size={15} aria-hidden />
        {!compact && say('common.watching')}
      </span>
    );
  const saving = state.kind === 'saving';
  const word = say(saving ? 'common.saving' : 'common.saved');
  return (
    <Tooltip label={<When state={state} />}>
      <span className={css.mark} role="status" aria-label={word}>
        {saving ? <LoaderCircle size={14} aria-hidden /> : <Check size={14} aria-hidden />}
        {!compact && word}
      </span>
    </Tooltip>
  );
}

function When({
  state,
}: {
  readonly state: { readonly kind: 'saved' | 'saving'; readonly at?: number };
}) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  if (state.kind === 'saving') return say('common.saving');
  return state.at === undefined
    ? say('common.saved')
    : say('common.saved-at', { when: toRelativeTime(state.at, Math.max(now, state.at)) });
}
