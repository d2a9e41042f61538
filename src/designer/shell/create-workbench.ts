import type { LoadedCatalog } from '../queries/catalog.ts';
import { tellOutdated } from '../effects/fetched.ts';
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
export function createWorkbench({
  catalog,
  writtenCatalog,
  needComponents,
}: LoadedCatalog): Workbench {
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
  const lost = () => tellOutdated(stores);
  const sampleCommands = later<SampleCommands>(async () => {
    const { createSampleCommands } = await import('../effects/sample-commands.ts');
    return createSampleCommands({ ...stores, openDatabase });
  }, lost);
  const runs = later<RunCommands>(async () => {
    const { createRunCommands } = await import('../effects/run-bridge.ts');
    return createRunCommands({ ...stores, sampleCommands, catalog, needComponents, openDatabase });
  }, lost);
  const testCommands = later<TestCommands>(async () => {
    const { createTestCommands } = await import('../effects/test-commands.ts');
    return createTestCommands({ ...stores, runs, openDatabase });
  }, lost);
  const preview = later<PreviewCommands>(async () => {
    const { createPreviewCommands } = await import('../effects/preview-bridge.ts');
    return createPreviewCommands({ document });
  }, lost);
  return {
    ...stores,
    catalog,
    writtenCatalog,
    needComponents,
    sampleCommands,
    runs,
    testCommands,
    preview,
    unkept: new Map(),
    newId: () => crypto.randomUUID().slice(-12),
  };
}
