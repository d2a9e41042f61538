import type { Catalog } from '../../catalog/index.ts';
import { later } from '../effects/later.ts';
import { createAnnouncer } from '../state/announcer.ts';
import { createConnectionStore } from '../state/connection-store.ts';
import { createDocumentStore } from '../state/document-store.ts';
import { createGuideStore } from '../state/guide-store.ts';
import { createPlacementStore } from '../state/placement-store.ts';
import { createProblemStore } from '../state/problem-store.ts';
import { createRunStore } from '../state/run-store.ts';
import { createSampleStore } from '../state/sample-store.ts';
import { createSaveStore } from '../state/save-store.ts';
import { createShelfStore } from '../state/shelf-store.ts';
import { createTestsStore } from '../state/tests-store.ts';
import { createToastStore } from '../state/toast-store.ts';
import { createViewStore } from '../state/view-store.ts';
import type {
  PreviewCommands,
  RunCommands,
  SampleCommands,
  TestCommands,
  Workbench,
} from '../state/workbench.ts';

/** The browser's store, when it is first needed: its library is not part of the first view. */
export const openDatabase = () =>
  import('../storage/open-database.ts').then(({ database }) => database);

/** The stores, joined with the worker and the browser's store: what joins them is fetched when it is first asked. */
export function createWorkbench(catalog: Catalog, writtenCatalog: Catalog): Workbench {
  const document = createDocumentStore();
  const stores = {
    document,
    problems: createProblemStore(document, catalog),
    placement: createPlacementStore(),
    guide: createGuideStore(),
    view: createViewStore(),
    run: createRunStore(),
    samples: createSampleStore(),
    shelves: createShelfStore(),
    tests: createTestsStore(),
    saving: createSaveStore(),
    toasts: createToastStore(),
    announcer: createAnnouncer(),
    connection: createConnectionStore(),
  };
  const sampleCommands = later<SampleCommands>(async () =>
    (await import('../effects/sample-commands.ts')).createSampleCommands({
      ...stores,
      openDatabase,
    }),
  );
  const runs = later<RunCommands>(async () =>
    (await import('../effects/run-bridge.ts')).createRunCommands({
      ...stores,
      sampleCommands,
      catalog,
      openDatabase,
    }),
  );
  return {
    ...stores,
    catalog,
    writtenCatalog,
    sampleCommands,
    runs,
    unkept: new Map(),
    testCommands: later<TestCommands>(async () =>
      (await import('../effects/test-commands.ts')).createTestCommands({
        ...stores,
        runs,
        openDatabase,
      }),
    ),
    preview: later<PreviewCommands>(async () =>
      (await import('../effects/preview-bridge.ts')).createPreviewCommands({ document }),
    ),
    newId: () => crypto.randomUUID().slice(-12),
  };
}
