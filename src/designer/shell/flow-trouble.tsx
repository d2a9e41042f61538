import { Button, Group } from '@mantine/core';
import { useLocation } from 'wouter';
import type { Wording } from '../../shared/index.ts';
import { say, sayWording } from '../../words/index.ts';
import type { OpenState } from '../effects/open-flow.ts';
import { saveRaw } from '../export/flow-file.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { openDatabase } from './create-workbench.ts';

interface FlowTroubleProps {
  readonly id: string;
  readonly state: Extract<OpenState, { kind: 'missing' | 'failed' }>;
  readonly onRetry: () => void;
}

/** There is no such flow, or it cannot be read: why, and what is left to do. */
export function FlowTrouble({ id, state, onRetry }: FlowTroubleProps) {
  const isMissing = state.kind === 'missing';
  const isKept = state.kind === 'failed' && isOnlyNotFetched(state.why);
  const [, navigate] = useLocation();
  return (
    <main style={{ display: 'grid', height: '100%', placeItems: 'center' }}>
      <EmptyState
        level={1}
        title={say(
          isMissing ? 'flows.missing' : isKept ? 'flows.not-opened' : 'flows.storage-title',
        )}
        text={isMissing ? say('flows.missing-text') : sayWording(state.why)}
      >
        <Group gap="xs" mt="xs">
          {state.kind === 'failed' && state.why.code === 'flows.stored-unreadable' && (
            <Button
              variant="default"
              onClick={() => void openDatabase().then((db) => saveRaw(db, id))}
            >
              {say('flows.save-raw')}
            </Button>
          )}
          {isKept && <Button onClick={onRetry}>{say('common.try-again')}</Button>}
          <Button variant={isKept ? 'default' : 'filled'} onClick={() => navigate('/')}>
            {say('common.back-to-flows')}
          </Button>
        </Group>
      </EmptyState>
    </main>
  );
}

/** The flow itself is there: what its services can do is not. */
function isOnlyNotFetched({ code }: Wording): boolean {
  return code === 'flows.not-fetched' || code === 'offline.renewed';
}
