import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { say } from '../../words/index.ts';
import { flowsUsingQuery, useForgetCredential } from '../queries/credentials.ts';
import type { CredentialRow } from '../../storage/contract.ts';

/** Deleting an account cannot be undone (its secret is nowhere else), so it says first which flows use it. */
export function DeleteCredential({
  account,
  onClose,
}: {
  readonly account: CredentialRow;
  readonly onClose: () => void;
}) {
  const forget = useForgetCredential();
  const flows = useQuery(flowsUsingQuery(account.id)).data;
  return (
    <Modal
      opened
      size="sm"
      title={say('credentials.delete-title', { name: account.name })}
      onClose={onClose}
    >
      <Stack gap={16}>
        {flows !== undefined && (
          <div>
            <Text size="sm">
              {flows.length === 0
                ? say('credentials.delete-unused')
                : say('credentials.delete-used', { count: flows.length })}
            </Text>
            <List size="sm" mt={4}>
              {flows.map((flow) => (
                <List.Item key={flow.id}>{flow.name}</List.Item>
              ))}
            </List>
          </div>
        )}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" data-autofocus onClick={onClose}>
            {say('credentials.cancel')}
          </Button>
          <Button
            color="red"
            disabled={flows === undefined}
            onClick={() => {
              forget.mutate(account);
              onClose();
            }}
          >
            {say('credentials.delete-now')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
