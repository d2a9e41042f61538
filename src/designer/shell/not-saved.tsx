import { Button, Group, Popover, Text, UnstyledButton } from '@mantine/core';
import { CloudAlert } from 'lucide-react';
import { useLocation } from 'wouter';
import type { Wording } from '../../shared/index.ts';
import { storageFailure } from '../../storage/contract.ts';
import { say, sayWording } from '../../words/index.ts';
import type { FlowSession } from '../effects/open-flow.ts';
import { useWorkbench } from '../state/workbench.ts';
import css from './saved-mark.module.css';

interface NotSavedProps {
  readonly why: Wording;
  readonly session: FlowSession;
}

/** The flow could not be kept: why, and what to do. */
export function NotSaved({ why, session }: NotSavedProps) {
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
          {sayWording(why)}
        </Text>
        <Text size="sm" c="dimmed" mt={4}>
          {say('common.not-saved-text')}
        </Text>
        <Group mt="sm">
          {why.code === 'flows.storage-conflict' ? (
            <Conflict session={session} />
          ) : (
            <Button size="compact-sm" onClick={() => void session.saveNow()}>
              {say('common.try-again')}
            </Button>
          )}
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Two versions were made: both can be kept, or the one that is saved. */
function Conflict({ session }: { readonly session: FlowSession }) {
  const { toasts } = useWorkbench();
  const [, navigate] = useLocation();
  const keepMine = () =>
    session.keepAsCopy().then(
      (copy) => navigate(`/flows/${copy}`),
      (cause: unknown) => toasts.show({ text: sayWording(storageFailure(cause)), tone: 'trouble' }),
    );
  return (
    <>
      <Button size="compact-sm" onClick={() => void keepMine()}>
        {say('versions.keep-mine')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => location.reload()}>
        {say('versions.load-other')}
      </Button>
    </>
  );
}
