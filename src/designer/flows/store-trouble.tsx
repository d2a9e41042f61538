import { Button, Group, Text } from '@mantine/core';
import { Download, Plus, Upload } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { writeJson, type Wording } from '../../shared/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { useWorkbench } from '../state/workbench.ts';
import { readNewer, type NewerFlow } from '../storage/read-newer.ts';
import { download } from '../ui/download.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { toFileName } from '../ui/file-name.ts';
import css from './flow-list.module.css';

interface StoreTroubleProps {
  readonly why: Wording;
  readonly onCreate: () => void;
  readonly onImport: () => void;
}

/** The flows of this browser cannot be read: why, and what can be done all the same. */
export function StoreTrouble({ why, onCreate, onImport }: StoreTroubleProps) {
  const isOff = why.code === 'flows.storage-off';
  return (
    <>
      <div role="alert">
        <EmptyState
          level={1}
          title={say(isOff ? 'workspace.unkept-title' : 'flows.storage-title')}
          text={sayWording(why)}
        />
      </div>
      {isOff && <WithoutStore onCreate={onCreate} onImport={onImport} />}
      {why.code === 'flows.storage-newer' && <NewerFlows />}
    </>
  );
}

/** Flows can be made, tried and exported; they last as long as the tab. */
function WithoutStore({ onCreate, onImport }: Omit<StoreTroubleProps, 'why'>) {
  const { unkept } = useWorkbench();
  return (
    <section aria-labelledby="unkept">
      <Text id="unkept" ta="center" size="sm">
        {say('workspace.unkept-text')}
      </Text>
      <Group justify="center" gap="xs" my="md">
        <Button leftSection={<Plus size={15} />} onClick={onCreate}>
          {say('flows.from-nothing')}
        </Button>
        <Button variant="default" leftSection={<Upload size={15} />} onClick={onImport}>
          {say('flows.import')}
        </Button>
      </Group>
      {unkept.size > 0 && (
        <ul className={css.plain} aria-label={say('workspace.unkept-flows')}>
          {[...unkept.values()].map(({ id, name }) => (
            <li key={id}>
              <Link href={`/flows/${id}`}>
                <bdi>{name}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What a newer version keeps and this one can see: to be taken out, and into another browser. */
function NewerFlows() {
  const [flows, setFlows] = useState<readonly NewerFlow[]>([]);
  useEffect(() => {
    readNewer().then(setFlows, () => undefined); // that it cannot be read is said already
  }, []);
  if (flows.length === 0) return null;
  return (
    <section aria-labelledby="newer">
      <Text id="newer" ta="center" size="sm" mb="xs">
        {say('workspace.newer-text')}
      </Text>
      <ul className={css.plain} aria-label={say('workspace.newer-flows')}>
        {flows.map(({ id, name, document }) => (
          <li key={id}>
            <bdi>{name}</bdi>
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<Download size={14} />}
              aria-label={say('workspace.newer-download-of', { name })}
              onClick={() => download(toFileName(name), writeJson(document, 2))}
            >
              {say('workspace.newer-download')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
