import { ActionIcon, Button, Group, Menu, Modal, Text, TextInput, Tooltip } from '@mantine/core';
import { Copy, Ellipsis, SquarePen, Trash2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { Link } from 'wouter';
import { say } from '../../words/index.ts';
import type { FlowSummary } from '../../storage/contract.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { toFullTime, toRelativeTime } from '../ui/relative-time.ts';
import type { useFlowActions } from '../effects/use-flow-actions.ts';
import css from './flow-row.module.css';

interface FlowRowProps {
  readonly flow: FlowSummary;
  readonly actions: ReturnType<typeof useFlowActions>;
}

/** A flow in the list: the whole row opens it. */
export function FlowRow({ flow, actions }: FlowRowProps) {
  const [renaming, setRenaming] = useState(false);
  const [draft, setDraft] = useState(flow.name);

  function rename(event: FormEvent) {
    event.preventDefault();
    const name = draft.trim();
    setRenaming(false);
    if (name !== '' && name !== flow.name) void actions.rename(flow.id, name);
  }

  return (
    <li className={css.row}>
      <div className={css.words}>
        <Link href={`/flows/${flow.id}`} className={css.name}>
          {flow.name}
        </Link>
        <Text size="xs" c="dimmed">
          {flow.steps === 0 ? say('flows.no-steps') : say('flows.steps', { count: flow.steps })} ·{' '}
          <Tooltip label={toFullTime(flow.updatedAt)}>
            <span className={css.when}>
              {say('flows.changed', { when: toRelativeTime(flow.updatedAt, Date.now()) })}
            </span>
          </Tooltip>
        </Text>
      </div>
      <span className={css.icons}>
        {flow.components.slice(0, 6).map((component, at) => (
          <ComponentIcon key={`${component}-${at}`} component={component} size={24} />
        ))}
        {flow.steps > 6 && (
          <Text size="xs" c="dimmed">
            +{flow.steps - 6}
          </Text>
        )}
      </span>
      <Menu position="bottom-end" width={180}>
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
          <Menu.Item
            leftSection={<SquarePen size={15} />}
            onClick={() => {
              setDraft(flow.name);
              setRenaming(true);
            }}
          >
            {say('flows.rename')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Copy size={15} />}
            onClick={() => void actions.duplicate(flow.id)}
          >
            {say('flows.duplicate')}
          </Menu.Item>
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
      <Modal
        opened={renaming}
        onClose={() => setRenaming(false)}
        title={say('flows.rename-title')}
        size="sm"
      >
        <form onSubmit={rename}>
          <TextInput
            data-autofocus
            label={say('flows.name-label')}
            value={draft}
            maxLength={120}
            onChange={(event) => setDraft(event.currentTarget.value)}
          />
          <Group justify="flex-end" mt="md" gap="xs">
            <Button variant="default" onClick={() => setRenaming(false)}>
              {say('common.cancel')}
            </Button>
            <Button type="submit">{say('flows.rename-save')}</Button>
          </Group>
        </form>
      </Modal>
    </li>
  );
}
