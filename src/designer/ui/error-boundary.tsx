import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button, Stack, Text, Title } from '@mantine/core';
import { say } from '../../words/index.ts';

interface ErrorBoundaryProps {
  /** Changes when another thing is shown: a broken step must not keep the next one from opening. */
  readonly about?: string | undefined;
  readonly children: ReactNode;
}

/** A defect in one part stays in that part: the rest of the page, and the work, go on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(cause: Error, info: ErrorInfo) {
    console.error(cause, info.componentStack);
  }

  override componentDidUpdate(before: ErrorBoundaryProps) {
    if (this.state.broken && before.about !== this.props.about) this.setState({ broken: false });
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <Stack role="alert" p="lg" gap="xs" align="flex-start">
        <Title order={2} size="h3">
          {say('common.broken-title')}
        </Title>
        <Text size="sm" c="dimmed">
          {say('common.broken-text')}
        </Text>
        <Button variant="default" onClick={() => this.setState({ broken: false })}>
          {say('common.show-again')}
        </Button>
      </Stack>
    );
  }
}
