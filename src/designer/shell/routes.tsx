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
const loadFlowPage = () =>
  import('./flow-page.tsx').then(({ FlowPage }) => ({ default: FlowPage }));
const FlowPage = lazy(loadFlowPage);
// An address that names a flow needs the canvas in any case: it travels beside the catalog, not after it.
if (location.pathname.startsWith('/flows/')) void loadFlowPage();

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
