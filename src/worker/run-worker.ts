/** The thread that runs flows: everything slow is here, so that the page never waits. */
import './platform.ts';
import { createMemoryPorts } from '../runtime/index.ts';
import { createBlobFiles } from '../shared/index.ts';
import type { Database } from '../storage/contract.ts';
import { breathe, later, sleep } from './worker-time.ts';
import { createCodeThread } from './code-thread.ts';
import { createKeptState } from './kept-state.ts';
import { createPageService } from './page-service.ts';
import { createPollState } from './poll-state.ts';
import { createRunCommands, type RunNews } from './run-commands.ts';
import { serveCommands, type News } from './thread-messages.ts';
import { createWebhookDoor } from './webhook-door.ts';

const scope = self as DedicatedWorkerGlobalScope;
/** Opened when there is something to keep: its library is no part of what a run needs to begin. */
let database: Database | undefined;
const loadStore = () => import('../storage/index.ts');
const openDatabase = async (): Promise<Database> =>
  (database ??= new (await loadStore()).Database());
const ask = (address: string, init: RequestInit): Promise<Response> => fetch(address, init);
/** Files that runs pass on: the newest ones stay as long as the page is open, so that a step can be tested alone. */
const files = createBlobFiles(1024 * 1024 * 1024);
const service = createPageService(
  ask,
  (fresh) => {
    void openDatabase()
      .then(async (db) => (await loadStore()).renewSeal(db, fresh))
      .catch(() => undefined); // the old seal goes on working
  },
  files,
);
const state = createKeptState(createPollState(), openDatabase);
const code = createCodeThread(
  () => new Worker(new URL('./code-worker.ts', import.meta.url), { type: 'module', name: 'code' }),
  sleep,
);
const uuid = (): string => crypto.randomUUID();
const now = (): number => Date.now();

serveCommands(
  scope,
  createRunCommands({
    tell(news) {
      scope.postMessage({ news } satisfies News<RunNews>);
    },
    portsFor: (keep) => ({
      ...createMemoryPorts({
        service,
        files,
        now,
        uuid,
        sleep: (ms) => (ms <= 0 ? breathe() : sleep(ms)),
      }),
      code,
      state,
      records: { keep },
    }),
    loadStore,
    openDatabase,
    exclusively: (act) => navigator.locks.request('footbridge.runs', act),
    webhooks: createWebhookDoor(ask, sleep),
    now,
    later,
    sleep,
    uuid,
  }),
);
