import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { BootScreen } from './boot-screen.tsx';
import { FlowPage } from './flow-page.tsx';

// The first load is for a flow; the list of flows is a small file more.
const FlowList = lazy(() =>
  import('../flows/flow-list.tsx').then(({ FlowList }) => ({ default: FlowList })),
);
const ImportDialog = lazy(() =>
  import('../import/import-dialog.tsx').then(({ ImportDialog }) => ({ default: ImportDialog })),
);
const RunFileDialog = lazy(() =>
  import('../run-panel/run-file-dialog.tsx').then((m) => ({ default: m.RunFileDialog })),
);

const CataloguePage = lazy(() =>
  import('./catalogue-page.tsx').then((m) => ({ default: m.CataloguePage })),
);

/** `/` is the list of flows, `/flows/:id?step=` one of them; `/catalog` all services, `/catalog/:name` one of these. */
export function Routes() {
  return (
    <Switch>
      <Route path="/flows/:id">{({ id }) => <FlowPage key={id} id={id} />}</Route>
      <Route path="/catalog/:name?">
        {({ name }) => (
          <Suspense fallback={<BootScreen />}>
            <CataloguePage name={name} />
          </Suspense>
        )}
      </Route>
      <Route>
        <Suspense fallback={<BootScreen />}>
          <FlowList importDialog={ImportDialog} runFileDialog={RunFileDialog} />
        </Suspense>
      </Route>
    </Switch>
  );
}
