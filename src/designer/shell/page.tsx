import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createCatalog, type Component } from '../../catalog/index.ts';
import { say } from '../../words/index.ts';
import { catalogQuery } from '../queries/catalog.ts';
import { createQueryClient } from '../queries/query-client.ts';
import { WorkbenchContext } from '../state/workbench.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { cssVariables, theme } from '../ui/theme.ts';
import { Toasts } from '../ui/toasts.tsx';
import { BootScreen } from './boot-screen.tsx';
import { createWorkbench } from './create-workbench.ts';
import { PanelsContext, type Panels } from './panels.ts';
import { Routes } from './routes.tsx';

/** The whole page: theme, queries, the workbench, and what the address asks for. */
export function Page({ panels }: { readonly panels: Panels }) {
  const [queries] = useState(createQueryClient);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <ErrorBoundary>
        <QueryClientProvider client={queries}>
          <PanelsContext value={panels}>
            <Boot />
          </PanelsContext>
        </QueryClientProvider>
      </ErrorBoundary>
    </MantineProvider>
  );
}

function Boot() {
  const { data, isError, refetch } = useQuery(catalogQuery);
  if (data !== undefined) return <Started components={data} />;
  if (isError)
    return <BootScreen trouble={say('common.server-gone')} onRetry={() => void refetch()} />;
  return <BootScreen />;
}

function Started({ components }: { readonly components: readonly Component[] }) {
  const [workbench] = useState(() => createWorkbench(createCatalog(components)));
  return (
    <WorkbenchContext value={workbench}>
      <Routes />
      <Toasts />
    </WorkbenchContext>
  );
}
