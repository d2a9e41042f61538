import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly picture?: ReactNode;
  readonly title?: string;
  /** 1 where nothing else is on the page. */
  readonly level?: 1 | 2;
  /** One sentence. */
  readonly text: string;
  /** One action. */
  readonly children?: ReactNode;
}

/** What a place says while it is empty. */
export function EmptyState({ picture, title, level = 2, text, children }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center">
      {picture}
      {title !== undefined && (
        <Title order={level} size="h3">
          {title}
        </Title>
      )}
      <Text size="sm" c="dimmed" maw={420}>
        {text}
      </Text>
      {children}
    </Stack>
  );
}
