import { NativeSelect, Text } from '@mantine/core';
import { KeyRound } from 'lucide-react';
import { say } from '../../words/index.ts';
import type { CredentialRow } from '../../storage/contract.ts';
import type { SlotInFile } from './import-facts.ts';
import css from './import-dialog.module.css';

interface SlotLineProps {
  readonly slot: SlotInFile;
  /** Accounts of this browser that would do. */
  readonly accounts: readonly CredentialRow[];
  readonly chosen: string;
  readonly onChoose: (account: string) => void;
}

/** What has to be connected again, with an account that is here or later. Nothing is chosen unasked. */
export function SlotLine({ slot, accounts, chosen, onChoose }: SlotLineProps) {
  return (
    <li className={css.slot}>
      <span className={css.line}>
        <KeyRound size={15} aria-hidden />
        <bdi>{slot.name}</bdi>
      </span>
      {accounts.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say('flows.import-no-account')}
        </Text>
      ) : (
        <NativeSelect
          size="xs"
          aria-label={say('flows.import-account-for', { name: slot.name })}
          value={chosen}
          onChange={(event) => onChoose(event.currentTarget.value)}
          data={[
            { value: '', label: say('flows.import-connect-later') },
            ...accounts.map(({ id, name, says, hosts }) => ({
              value: id,
              label: [name, says ?? hosts.join(', ')].filter((part) => part !== '').join(' · '),
            })),
          ]}
        />
      )}
    </li>
  );
}
