import { Button, Group } from '@mantine/core';
import { useLocation } from 'wouter';
import { say, sayWording } from '../../words/index.ts';
import type { OpenState } from '../effects/open-flow.ts';
import { saveRaw } from '../export/flow-file.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { openDatabase } from './create-workbench.ts';

interface FlowTroubleProps {
  readonly id: string;
  readonly state: Extract<OpenState, { kind: 'missing' | 'failed' }>;
}

/** There is no such flow, or it cannot be read: why, and what is left to do. */
export function FlowTrouble({ id, state }: FlowTroubleProps) {
  const [, navigate] = useLocation();
  return (
    <main style={{ display: 'grid', height: '100%', placeItems: 'center' }}>
      <EmptyState
        title={state.kind === 'missing' ? say('flows.missing') : say('flows.storage-title')}
        text={state.kind === 'missing' ? say('flows.missing-text') : sayWording(state.why)}
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
          <Button onClick={() => navigate('/')}>{say('common.back-to-flows')}</Button>
        </Group>
      </EmptyState>
    </main>
  );
}
