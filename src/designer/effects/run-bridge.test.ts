import { expect, test } from 'vitest';
import { createCatalog } from '../../catalog/index.ts';
import { newFlow } from '../../flow/index.ts';
import type { MessageRecord, RunEvent } from '../../runtime/contract.ts';
import type {
  EventBatch,
  KeptNews,
  ListenNews,
  LookedAtRun,
  RunAsk,
  RunClient,
} from '../../worker/worker-client.ts';
import { createDocumentStore } from '../state/document-store.ts';
import { createRunStore } from '../state/run-store.ts';
import { createSampleStore } from '../state/sample-store.ts';
import { shelfOf } from '../state/sample-shelf.ts';
import { createShelfStore } from '../state/shelf-store.ts';
import { createToastStore } from '../state/toast-store.ts';
import { createViewStore } from '../state/view-store.ts';
import { bindSlot, keepCredential } from '../storage/credential-storage.ts';
import { Database } from '../../storage/index.ts';
import { createRunCommands } from './run-bridge.ts';
import { createSampleCommands } from './sample-commands.ts';

const records: MessageRecord[] = [
  { id: 'm1', index: 0, state: 'done', output: [{ name: 'Ada' }] },
  { id: 'm2', index: 1, state: 'held', output: [{ name: 'invented' }] },
];

const lookedAt = (id: string) =>
  ({
    row: { id },
    state: { runId: id, status: 'done' },
    flow: newFlow('f', () => 'f'),
  }) as unknown as LookedAtRun; // nothing else is read of it

function aBench(name: string, openDatabase?: () => Promise<Database>) {
  const asks: RunAsk[] = [];
  const listened: string[] = [];
  /** Earlier runs that are asked for: each comes when it is told to. */
  const opened = new Map<string, (run: LookedAtRun | undefined) => void>();
  let report: (batch: EventBatch) => void = () => undefined;
  let keep: (news: KeptNews) => void = () => undefined;
  let hear: (news: ListenNews) => void = () => undefined;
  const client: RunClient = {
    warm: () => undefined,
    start: async (ask) => void asks.push(ask),
    cancel: async () => undefined,
    confirm: async () => undefined,
    answerRefusal: async () => undefined,
    recordsPage: async () => ({ records, total: 2, letGo: 0, indexes: [0, 1] }),
    record: async () => undefined,
    keepTest: async () => ({ ok: false, reason: 'nothing-ran' }),
    stopTest: async () => undefined,
    runTest: async ({ test }) => ({ test: test.id, passed: true, differences: [], more: 0 }),
    listen: async ({ listenId }) => {
      listened.push(listenId);
      return {};
    },
    hand: async () => undefined,
    stopListening: async () => undefined,
    onEvents: (listener) => {
      report = listener;
      return () => undefined;
    },
    onListening: (listener) => {
      hear = listener;
      return () => undefined;
    },
    openRun: (id) => new Promise((resolve) => opened.set(id, resolve)),
    readRunFile: async () => ({ ok: false, reason: { code: 'earlier.file-empty', params: {} } }),
    writeRunFile: async () => undefined,
    changes: async () => undefined,
    whyDropped: async () => [],
    onKept: (listener) => {
      keep = listener;
      return () => undefined;
    },
    dispose: () => undefined,
  };
  const stores = {
    document: createDocumentStore(),
    view: createViewStore(),
    run: createRunStore(),
    samples: createSampleStore(),
    shelves: createShelfStore(),
    toasts: createToastStore(),
  };
  const db = new Database(name);
  const step = {
    id: 's1',
    name: 'CRM',
    component: 'catalog:crm',
    componentVersion: '1.0.0',
    operation: 'x',
    credential: 'slot',
    settings: {},
    slots: {},
  };
  const sampleCommands = createSampleCommands({
    ...stores,
    openDatabase: openDatabase ?? (() => Promise.resolve(db)),
  });
  stores.document.open({ ...newFlow('f', () => 'f'), steps: [step] });
  const runs = createRunCommands(
    {
      ...stores,
      sampleCommands,
      catalog: createCatalog([]),
      needComponents: () => undefined,
      openDatabase: openDatabase ?? (() => Promise.resolve(db)),
    },
    () => client,
  );
  const tell = (runId: string, ...events: RunEvent[]) => report({ runId, number: 1, events });
  return {
    ...stores,
    sampleCommands,
    db,
    runs,
    asks,
    listened,
    come: (id: string, run = lookedAt(id)) => opened.get(id)?.(run),
    tell,
    keep: (news: KeptNews) => keep(news),
    hear: (news: ListenNews) => hear(news),
  };
}

test('hands the sealed token of each filled slot to the run, and lets writes ask', async () => {
  const { runs, db, asks } = aBench('run-1');
  await keepCredential(db, {
    id: 'c',
    name: 'c',
    component: 'x',
    type: 'x',
    token: 'sealed',
    hosts: [],
    hints: {},
    at: 1,
  });
  await bindSlot(db, 'f', 'slot', 'c');
  await runs.start({ kind: 'flow' }, { firstRecords: 5 });
  expect(asks[0]?.credentials).toEqual({ slot: 'sealed' });
  expect(asks[0]?.writes).toBe('ask');
  expect(asks[0]?.firstRecords).toBe(5);
});

test('drops the reports of a run that is not the last one asked for', async () => {
  const { runs, run, asks, tell } = aBench('run-2');
  await runs.start({ kind: 'flow' });
  await runs.start({ kind: 'flow' });
  tell(asks[0]?.runId ?? '', {
    type: 'run.started',
    runId: asks[0]?.runId ?? '',
    at: 1,
    steps: [],
  });
  expect(run.getState().run).toBeUndefined();
  tell(asks[1]?.runId ?? '', {
    type: 'run.started',
    runId: asks[1]?.runId ?? '',
    at: 1,
    steps: [],
  });
  expect(run.getState().run?.runId).toBe(asks[1]?.runId);
});

const keptOfStep = {
  step: 's1',
  entry: { step: 's1', name: 'current', hash: 'h', size: 9, origin: 'recorded' },
  count: 1,
  sample: { origin: 'recorded', messages: [{ name: 'Ada' }], at: 5 },
} as const;

test('makes what a step really gave its sample, with nothing to undo', async () => {
  const { runs, document, samples, asks, keep } = aBench('run-3');
  await runs.start({ kind: 'flow' });
  keep({ runId: asks[0]?.runId ?? '', samples: [keptOfStep] });
  expect(document.getState().flow?.samples).toMatchObject([{ step: 's1', hash: 'h' }]);
  expect(document.getState().flow?.samples[0]?.basis).toBeDefined();
  expect(samples.getState().byStep['s1']?.messages).toEqual([{ name: 'Ada' }]);
  expect(document.getState().past).toEqual([]);
});

test('names no sample in the flow that another tab writes; the step shows it all the same', async () => {
  const { runs, document, samples, asks, keep } = aBench('run-read-only');
  document.setReadOnly(true);
  await runs.start({ kind: 'flow' });
  keep({ runId: asks[0]?.runId ?? '', samples: [keptOfStep] });
  expect(document.getState().flow?.samples).toEqual([]);
  expect(samples.getState().byStep['s1']?.messages).toEqual([{ name: 'Ada' }]);
});

test('leaves a pinned sample in use: what the run gave lies beside it', async () => {
  const bench = aBench('run-pinned');
  const { runs, document, samples, sampleCommands, asks, keep } = bench;
  await sampleCommands.writeByHand('s1', 'Mine', [{ name: 'Zoe' }]);
  await runs.start({ kind: 'flow' });
  keep({ runId: asks[0]?.runId ?? '', samples: [keptOfStep] });
  expect(samples.getState().byStep['s1']?.messages).toEqual([{ name: 'Zoe' }]);
  expect(document.getState().flow?.samples).toMatchObject([{ origin: 'by-hand' }]);
  expect(shelfOf(bench, 's1').samples).toMatchObject([{ hash: 'h' }, { name: 'Mine' }]);
});

test('gives the sample of a step that is left out of tests along, also to a test of the whole flow', async () => {
  const { runs, sampleCommands, asks } = aBench('run-left-out');
  await sampleCommands.writeByHand('s1', '', [{ name: 'Zoe' }]);
  sampleCommands.leaveOut('s1', true);
  await runs.start({ kind: 'flow' });
  expect(asks[0]).toMatchObject({ leftOut: ['s1'], samples: { s1: [{ name: 'Zoe' }] } });
});

test('a test that is asked for before the samples of the flow have been read runs with them', async () => {
  const { runs, samples, shelves, asks } = aBench('run-early');
  samples.readBy(async () => {
    samples.set('s1', { origin: 'recorded', messages: [{ name: 'Ada' }] });
    shelves.set('s1', { samples: [], leftOut: true });
  });
  await runs.start({ kind: 'flow' });
  expect(asks).toMatchObject([{ leftOut: ['s1'], samples: { s1: [{ name: 'Ada' }] } }]);
});

test('an earlier run that is still being read is not shown over a test that has begun since', async () => {
  const { runs, run, come } = aBench('run-over');
  const looking = runs.lookAt('r0');
  await runs.start({ kind: 'flow' });
  come('r0');
  expect(await looking).toBe(true);
  expect(run.getState().looked).toBeUndefined();
});

test('an earlier run stays in view when the flow that waits fires, until that run asks something', async () => {
  const { runs, run, listened, come, hear, tell } = aBench('run-fired-over');
  await runs.listen();
  const listenId = listened[0] ?? '';
  const looking = runs.lookAt('r0');
  hear({ type: 'fired', listenId, runId: 'first', at: 1 });
  come('r0');
  await looking;
  expect(run.getState().looked?.row.id).toBe('r0');
  hear({ type: 'fired', listenId, runId: 'second', at: 2 });
  expect(run.getState().looked?.row.id).toBe('r0');
  tell('second', { type: 'run.held', at: 3, steps: ['send'] });
  expect(run.getState().looked).toBeUndefined();
  const again = runs.lookAt('r0');
  come('r0');
  await again;
  await runs.listen();
  expect(run.getState().looked).toBeUndefined();
});

test('takes no samples of a run that is not the last one asked for', async () => {
  const { runs, samples, asks, keep } = aBench('run-late');
  await runs.start({ kind: 'flow' });
  await runs.start({ kind: 'flow' });
  keep({ runId: asks[0]?.runId ?? '', samples: [keptOfStep] });
  expect(samples.getState().byStep).toEqual({});
});

test('never starts a run that is stopped before the worker knew of it', async () => {
  const { runs, run, asks } = aBench('run-4');
  const starting = runs.start({ kind: 'flow' });
  runs.cancel();
  await starting;
  expect(asks).toEqual([]);
  expect(run.getState().run?.status).toBe('cancelled');
});

test('takes what a run gave that began by itself, though the next one has begun; not from before the last start', async () => {
  const { runs, samples, listened, keep, hear } = aBench('run-fired');
  await runs.listen();
  const listenId = listened[0] ?? '';
  hear({ type: 'fired', listenId, runId: 'first', at: 1 });
  hear({ type: 'fired', listenId, runId: 'second', at: 2 });
  keep({ runId: 'first', samples: [keptOfStep] });
  expect(Object.keys(samples.getState().byStep)).toEqual(['s1']);

  samples.setState({ byStep: {} });
  await runs.start({ kind: 'flow' });
  keep({ runId: 'second', samples: [keptOfStep] });
  expect(samples.getState().byStep).toEqual({});
});

test('never listens for a flow that was closed meanwhile', async () => {
  const { runs, run, listened } = aBench('run-5');
  const starting = runs.listen();
  runs.stopListening();
  await starting;
  expect(listened).toEqual([]);
  expect(run.getState().listening).toBe(false);
});

const brokenStore = () => Promise.reject(new DOMException('off', 'SecurityError'));
const storageOff =
  'This browser does not let Footbridge keep anything here. In a private window, open Footbridge in an ordinary one.';

test('ends a run as failed, and says why, when the store cannot be read', async () => {
  const { runs, run, asks } = aBench('run-6', brokenStore);
  await runs.start({ kind: 'flow' });
  expect(asks).toEqual([]);
  expect(run.getState().run).toMatchObject({
    status: 'failed',
    failure: { code: 'flows.storage-off' },
  });
});

test('says in a toast why a step could not be tried', async () => {
  const { runs, toasts } = aBench('run-7', brokenStore);
  await runs.start({ kind: 'only', step: 's1' });
  expect(toasts.getState().toasts.map(({ text }) => text)).toEqual([storageOff]);
});

test('does not go on listening when the store cannot be read', async () => {
  const { runs, run, toasts } = aBench('run-8', brokenStore);
  await runs.listen();
  expect(run.getState().listening).toBe(false);
  expect(toasts.getState().toasts.map(({ text }) => text)).toEqual([storageOff]);
});

test('drops the reports of a run whose flow was closed', async () => {
  const { runs, run, asks, tell } = aBench('run-9');
  await runs.start({ kind: 'flow' });
  const runId = asks[0]?.runId ?? '';
  runs.cancel();
  run.clear();
  tell(runId, { type: 'run.started', runId, at: 1, steps: [] });
  expect(run.getState().run).toBeUndefined();
});

test('begins with what a step of an earlier run refused, and so does the next try', async () => {
  const { runs, run, document, samples, asks } = aBench('run-refused');
  const [step] = document.getState().flow?.steps ?? [];
  if (step === undefined) throw new Error('the bench has a step');
  document.open({
    ...newFlow('f', () => 'f'),
    steps: [{ ...step, id: 's0' }, step],
    edges: [{ id: 'e', from: 's0', fromPort: 'out', to: 's1', toPort: 'in' }],
  });
  samples.set('s0', { origin: 'recorded', messages: ['ada', 'bob'], ids: ['0.0', '0.1'] });
  const again = { runId: 'r0', step: 's1' };
  await runs.start({ kind: 'from', step: 's1' }, { again });
  expect(asks[0]).toMatchObject({
    scope: { kind: 'from', step: 's1' },
    again,
    samples: { s0: ['ada', 'bob'] },
    sampleIds: { s0: ['0.0', '0.1'] },
  });
  expect(run.getState().again).toEqual(again);
  await runs.start({ kind: 'flow' });
  expect(asks[1]).not.toHaveProperty('again');
  expect(run.getState().again).toBeUndefined();
});

test('of two earlier runs that are asked for the second is shown, whichever comes first', async () => {
  const { runs, run, come } = aBench('run-looked-quick');
  const first = runs.lookAt('r1');
  const second = runs.lookAt('r2');
  come('r2');
  expect(await second).toBe(true);
  come('r1');
  expect(await first).toBe(true);
  expect(run.getState().looked?.row.id).toBe('r2');
});
