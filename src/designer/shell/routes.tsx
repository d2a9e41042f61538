import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { BootScreen } from './boot-screen.tsx';

// Neither page is needed for the other.
const FlowList = lazy(() =>
  import('../flows/flow-list.tsx').then(({ FlowList }) => ({ default: FlowList })),
);
const ImportDialog = lazy(() =>
  import('../import/import-dialog.tsx').then(({ ImportDialog }) => ({ default: ImportDialog })),
);
const FlowPage = lazy(() =>
  import('./flow-page.tsx').then(({ FlowPage }) => ({ default: FlowPage })),
);

/** `/` is the list of flows, `/flows/:id?step=` one of them. */
export function Routes() {
  return (
    <Switch>
      <Route path="/flows/:id">
        {({ id }) => (
          <Suspense fallback={<BootScreen />}>
            <FlowPage key={id} id={id} />
          </Suspense>
        )}
      </Route>
      <Route>
        <Suspense fallback={<BootScreen />}>
          <FlowList importDialog={ImportDialog} />
        </Suspense>
      </Route>
    </Switch>
  );
}
