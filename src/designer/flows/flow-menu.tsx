import { ActionIcon, Menu } from '@mantine/core';
import {
  Archive,
  ArchiveRestore,
  Copy,
  Ellipsis,
  FolderPen,
  SquarePen,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import { say } from '../../words/index.ts';
import type { useFlowActions } from '../effects/use-flow-actions.ts';
import type { ListedFlow } from '../storage/listed-flows.ts';
import { FileFlow } from './file-flow.tsx';
import { RenameFlow } from './rename-flow.tsx';
import css from './flow-row.module.css';

interface FlowMenuProps {
  readonly flow: ListedFlow;
  readonly folders: readonly string[];
  readonly actions: ReturnType<typeof useFlowActions>;
}

/** What can be done with a flow from the list. */
export function FlowMenu({ flow, folders, actions }: FlowMenuProps) {
  const [dialog, setDialog] = useState<'rename' | 'file'>();
  const close = () => setDialog(undefined);
  const isArchived = flow.archivedAt !== undefined;
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon
            size={32}
            className={css.menu}
            aria-label={say('flows.menu-of', { name: flow.name })}
          >
            <Ellipsis size={17} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<SquarePen size={15} />} onClick={() => setDialog('rename')}>
            {say('flows.rename')}
          </Menu.Item>
          <Menu.Item leftSection={<FolderPen size={15} />} onClick={() => setDialog('file')}>
            {say('flows.filing')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Copy size={15} />}
            onClick={() => void actions.duplicate(flow.id)}
          >
            {say('flows.duplicate')}
          </Menu.Item>
          {isArchived ? (
            <Menu.Item
              leftSection={<ArchiveRestore size={15} />}
              onClick={() => void actions.file(flow.id, { archivedAt: null })}
            >
              {say('flows.unarchive')}
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<Archive size={15} />}
              onClick={() => void actions.archive(flow.id, flow.name)}
            >
              {say('flows.archive')}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item
            color="var(--fb-red)"
            leftSection={<Trash2 size={15} />}
            onClick={() => void actions.remove(flow.id)}
          >
            {say('flows.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'rename' && (
        <RenameFlow
          name={flow.name}
          onSave={(name) => void actions.rename(flow.id, name)}
          onClose={close}
        />
      )}
      {dialog === 'file' && (
        <FileFlow
          flow={flow}
          folders={folders}
          onSave={(change) => void actions.file(flow.id, change)}
          onClose={close}
        />
      )}
    </>
  );
}
