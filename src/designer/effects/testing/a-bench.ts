import type { Flow } from '../../../flow/index.ts';
import { catalog } from '../../../flow/testing/a-flow.ts';
import { createAnnouncer } from '../../state/announcer.ts';
import { createDocumentStore } from '../../state/document-store.ts';
import { createGuideStore } from '../../state/guide-store.ts';
import { createSampleStore } from '../../state/sample-store.ts';
import { createToastStore } from '../../state/toast-store.ts';
import { createViewStore } from '../../state/view-store.ts';
import type { Workbench } from '../../state/workbench.ts';

/** A workbench with a flow open: what commands use of it. The rest would bring threads and a store. */
export function aBench(flow: Flow) {
  const document = createDocumentStore();
  document.open(flow);
  const runs: unknown[] = [];
  const bench = {
    catalog,
    needComponents: () => undefined,
    document,
    view: createViewStore(),
    samples: createSampleStore(),
    toasts: createToastStore(),
    guide: createGuideStore(),
    announcer: createAnnouncer(),
    runs: { start: (scope: unknown) => runs.push(scope) },
    newId: () => 'new',
  } as unknown as Workbench;
  return { bench, runs };
}
