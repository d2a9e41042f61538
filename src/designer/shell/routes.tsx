import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { FlowList } from '../flows/flow-list.tsx';
import { BootScreen } from './boot-screen.tsx';

/** The canvas is not needed for the list of flows. */
const FlowPage = lazy(() => import('./flow-page.tsx').then(({ FlowPage }) => ({ default: FlowPage })));

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
        <FlowList />
      </Route>
    </Switch>
  );
}
