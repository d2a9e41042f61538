import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { say } from '../../words/first.ts';
import { loadAgain } from '../effects/leaving.ts';

interface ErrorBoundaryProps {
  /** Changes when another thing is shown: a broken step must not keep the next one from opening. */
  readonly about?: string | undefined;
  readonly children: ReactNode;
}

type Broken = 'part' | 'outdated' | undefined;

/**
 * A defect in one part stays in that part: the rest of the page, and the work, go on. A part that can no longer be
 * fetched belongs to an older build: only loading the page again brings it back.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly broken: Broken }> {
  override state: { readonly broken: Broken } = { broken: undefined };

  static getDerivedStateFromError(cause: unknown): { readonly broken: Broken } {
    return { broken: isLoadFailure(cause) ? 'outdated' : 'part' };
  }

  override componentDidCatch(cause: Error, info: ErrorInfo) {
    console.error(cause, info.componentStack);
  }

  override componentDidUpdate(before: ErrorBoundaryProps) {
    // A script that could not be loaded is not asked for again before the page is.
    if (this.state.broken === 'part' && before.about !== this.props.about)
      this.setState({ broken: undefined });
  }

  override render() {
    const { broken } = this.state;
    if (broken === undefined) return this.props.children;
    const outdated = broken === 'outdated';
    return (
      <Stack role="alert" p="lg" gap="xs" align="flex-start">
        <Title order={2} size="h3">
          {say(outdated ? 'common.outdated-title' : 'common.broken-title')}
        </Title>
        <Text size="sm" c="dimmed">
          {say(outdated ? 'common.outdated-text' : 'common.broken-text')}
        </Text>
        <Group gap="xs">
          {!outdated && (
            <Button variant="default" onClick={() => this.setState({ broken: undefined })}>
              {say('common.show-again')}
            </Button>
          )}
          <Button variant={outdated ? 'filled' : 'default'} onClick={() => void loadAgain()}>
            {say('common.load-again')}
          </Button>
        </Group>
      </Stack>
    );
  }
}

/** What browsers say when a script of the page is not there any more; they agree on no code for it. */
function isLoadFailure(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    /dynamically imported module|importing a module script failed|unable to preload/i.test(
      cause.message,
    )
  );
}
