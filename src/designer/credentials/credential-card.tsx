import { ActionIcon, Button, Group, Menu, Modal, Stack, TextInput } from '@mantine/core';
import { BadgeCheck, CircleHelp, Clock, Ellipsis, Pencil, Plug, Trash2 } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { titleOf } from '../../shared/index.ts';
import type { Component, CredentialType } from '../../catalog/index.ts';
import { say } from '../../words/index.ts';
import { useChangeCredential } from '../queries/credentials.ts';
import type { CredentialRow } from '../../storage/contract.ts';
import { DeleteCredential } from './delete-credential.tsx';
import { focusSoon } from '../ui/focus.ts';
import { Notice } from '../ui/notice.tsx';
import { useCheck } from './use-check.ts';
import { expiryWords, hasExpired } from './expiry.ts';
import css from './credentials.module.css';

interface CredentialCardProps {
  readonly component: Component;
  readonly account: CredentialRow;
  readonly type: CredentialType | undefined;
  readonly chosen: boolean;
  /** It was connected just now: it takes the focus that the dialog gives back. */
  readonly fresh: boolean;
  readonly onUse: () => void;
  readonly onAgain: () => void;
}

/** The dialog fades out first; whoever takes the focus before that loses it again. */
const afterDialogMs = 250;

/** One account: whose it is, where its key may go, how its key ends. Never more of a secret than that. */
export function CredentialCard({
  component,
  account,
  type,
  chosen,
  fresh,
  onUse,
  onAgain,
}: CredentialCardProps) {
  const [asked, setAsked] = useState<'rename' | 'delete'>();
  const { canCheck, check, busy, trouble } = useCheck(component, type);
  const id = useId();
  const radio = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!fresh) return undefined;
    return focusSoon(() => radio.current, { afterMs: afterDialogMs });
  }, [fresh]);
  const [now] = useState(Date.now);
  const expiry = expiryWords(account, now);
  const hints = Object.entries(account.hints).map(([field, hint]) =>
    say('credentials.ends-in', {
      field: titleOf(type?.schema.properties?.[field], field),
      end: hint,
    }),
  );
  return (
    <div className={css.card} data-chosen={chosen || undefined}>
      <label className={css.pick}>
        <input ref={radio} type="radio" checked={chosen} onChange={onUse} aria-describedby={id} />
        <bdi className={css.name}>{account.name}</bdi>
      </label>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            className={css.menu}
            aria-label={say('credentials.more', { name: account.name })}
          >
            <Ellipsis size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Pencil size={14} />} onClick={() => setAsked('rename')}>
            {say('credentials.rename')}
          </Menu.Item>
          {canCheck && (
            <Menu.Item
              leftSection={<BadgeCheck size={14} />}
              disabled={busy}
              onClick={() => void check(account)}
            >
              {say('credentials.check-now')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<Plug size={14} />} onClick={onAgain}>
            {say('credentials.connect-again')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            color="red"
            leftSection={<Trash2 size={14} />}
            onClick={() => setAsked('delete')}
          >
            {say('credentials.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <div id={id} className={css.facts}>
        {account.says !== undefined && (
          <span className={css.proof} role={chosen ? 'status' : undefined}>
            <BadgeCheck size={15} aria-hidden />
            {account.says}
          </span>
        )}
        {account.unchecked !== undefined && (
          <span className={css.unchecked}>
            <CircleHelp size={15} aria-hidden />
            {say(`credentials.unchecked-${account.unchecked}`)}
          </span>
        )}
        <span role="status">{busy && say('credentials.checking-now')}</span>
        {hints.map((hint) => (
          <span key={hint}>{hint}</span>
        ))}
        <span>{say('credentials.hosts', { hosts: account.hosts.join(', ') })}</span>
        {expiry !== undefined && (
          <span className={css.expiry} data-over={hasExpired(account, now) || undefined}>
            <Clock size={13} aria-hidden />
            {expiry}
          </span>
        )}
      </div>
      {trouble !== undefined && (
        <div className={css.trouble}>
          <Notice tone="wrong">{trouble}</Notice>
        </div>
      )}
      {asked === 'rename' && <Rename account={account} onClose={() => setAsked(undefined)} />}
      {asked === 'delete' && (
        <DeleteCredential account={account} onClose={() => setAsked(undefined)} />
      )}
    </div>
  );
}

function Rename({
  account,
  onClose,
}: {
  readonly account: CredentialRow;
  readonly onClose: () => void;
}) {
  const { mutate: change } = useChangeCredential();
  const [name, setName] = useState(account.name);
  return (
    <Modal opened size="sm" title={say('credentials.rename')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const named = name.trim();
          if (named !== '') change({ id: account.id, change: (now) => ({ ...now, name: named }) });
          onClose();
        }}
      >
        <Stack gap={16}>
          <TextInput
            data-autofocus
            label={say('credentials.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {say('credentials.cancel')}
            </Button>
            <Button type="submit">{say('credentials.save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
