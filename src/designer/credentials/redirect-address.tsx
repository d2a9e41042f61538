import { Group, Text } from '@mantine/core';
import { say } from '../../words/index.ts';
import { CopyText } from '../ui/copy-text.tsx';
import css from './credentials.module.css';

/** Where the service sends the person back to: it has to know this address to the letter. Undefined: not known yet. */
export function RedirectAddress({ address }: { readonly address: string | undefined }) {
  return (
    <div>
      <Text size="sm" fw={600}>
        {say('credentials.redirect')}
      </Text>
      {address !== undefined && (
        <Group gap={8} wrap="nowrap" mt={4}>
          <code className={css.address}>{address}</code>
          <CopyText value={address} />
        </Group>
      )}
      <Text size="xs" c="dimmed" mt={4}>
        {say(address === undefined ? 'credentials.redirect-later' : 'credentials.redirect-help')}
      </Text>
    </div>
  );
}
