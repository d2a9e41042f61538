import { expect, test } from 'vitest';
import { newFlow } from '../../flow/index.ts';
import type { FlowTest, TestDifference, TestReport } from '../../runtime/contract.ts';
import { failure, success } from '../../shared/index.ts';
import { Database, loadTests } from '../../storage/index.ts';
import { createDocumentStore } from '../state/document-store.ts';
import { createRunStore } from '../state/run-store.ts';
import { createTestsStore } from '../state/tests-store.ts';
import { createToastStore } from '../state/toast-store.ts';
import { createViewStore } from '../state/view-store.ts';
import type { RunCommands } from '../state/workbench.ts';
import { createTestCommands } from './test-commands.ts';

const good: FlowTest = {
  id: 't1',
  name: 'Test 1',
  at: 1,
  startedAt: 1,
  steps: [{ step: 's1', name: 'Mapper', mode: 'exact', mayDiffer: [], messages: [] }],
};
const otherTime: TestDifference = {
  step: 's1',
  what: 'gave',
  message: 1,
  path: ['lines', 0, 'at'],
  expected: 1,
  got: 2,
};

/** Says of a test what differs, as long as the field is looked at. */
function aBench(name: string, differs: readonly TestDifference[] = []) {
  const stores = {
    document: createDocumentStore(),
    run: createRunStore(),
    tests: createTestsStore(),
    toasts: createToastStore(),
    view: createViewStore(),
  };
  stores.document.open(newFlow('f', () => 'f'));
  const kept: (FlowTest | 'too-many')[] = [good];
  const stopped: string[] = [];
  const names: string[] = [];
  /** A test of which is said here when it ends, and how. */
  let running: ((report: TestReport | undefined) => void) | undefined;
  const runs: Pick<RunCommands, 'keepAsTest' | 'runTest' | 'stopTest'> = {
    keepAsTest: async (name) => {
      names.push(name);
      const [first] = kept;
      return first === undefined || first === 'too-many' ? failure('too-many') : success(first);
    },
    stopTest: async (id) => {
      stopped.push(id);
      running?.(undefined);
    },
    runTest: async (of): Promise<TestReport | undefined> => {
      if (of.name === 'Endless') return new Promise((resolve) => (running = resolve));
      const differences = of.steps[0]?.mode === 'exact' ? differs : [];
      return { test: of.id, passed: differences.length === 0, differences, more: 0 };
    },
  };
  const db = new Database(name);
  const commands = createTestCommands({
    ...stores,
    runs: runs as RunCommands, // a test asks nothing else of them
    openDatabase: () => Promise.resolve(db),
  });
  const end = (report?: TestReport) => running?.(report);
  return { ...stores, db, kept, names, commands, stopped, end };
}

test('a kept run is a test of the flow that has passed once, and is there at the next start', async () => {
  const { commands, tests, view, db, names } = aBench('tests-kept');
  // Pressed twice it is kept once.
  await Promise.all([commands.keepRun(), commands.keepRun()]);
  expect(names).toEqual(['Test 1']);
  expect(tests.getState().tests).toEqual([good]);
  expect(tests.getState().reports['t1']?.passed).toBe(true);
  expect(view.getState().dialog).toBe('tests');
  expect(await loadTests(db, 'f')).toEqual([good]);
});

test('what is otherwise right after the run may differ from then on', async () => {
  const { commands, tests } = aBench('tests-settled', [otherTime]);
  await commands.keepRun();
  expect(tests.getState().tests[0]?.steps).toMatchObject([
    { mode: 'except', mayDiffer: [['lines', '*', 'at']] },
  ]);
  expect(tests.getState().reports['t1']?.passed).toBe(true);
});

test('a run that cannot be a test says why, and nothing is kept', async () => {
  const { commands, tests, toasts, kept } = aBench('tests-refused');
  kept[0] = 'too-many';
  await commands.keepRun();
  expect(tests.getState().tests).toEqual([]);
  expect(toasts.getState().toasts.map(({ text }) => text)).toEqual([
    'This run is too long for a test. Test with 5 entries and keep that run.',
  ]);
});

test('a deleted test can be put back; what is renamed keeps what it found', async () => {
  const { commands, tests, db } = aBench('tests-removed');
  await commands.keepRun();
  commands.rename(good, 'Orders');
  expect(tests.getState().tests[0]?.name).toBe('Orders');
  expect(tests.getState().reports['t1']?.passed).toBe(true);
  const putBack = await commands.remove('t1');
  expect(tests.getState().tests).toEqual([]);
  await expect.poll(() => loadTests(db, 'f')).toEqual([]);
  putBack();
  await expect.poll(() => loadTests(db, 'f')).toMatchObject([{ name: 'Orders' }]);
});

test('what is stopped says nothing, no test follows it, and nobody is told of trouble', async () => {
  const { commands, tests, toasts, stopped } = aBench('tests-stopped');
  const endless = { ...good, id: 't2', name: 'Endless' };
  tests.replaceAll([good, endless, { ...good, id: 't3' }]);
  commands.stop();
  const all = commands.runAll();
  await expect.poll(() => tests.getState().running).toBe('t2');
  commands.stop();
  await all;
  expect(stopped).toEqual(['t2']);
  expect(tests.getState()).toMatchObject({ running: undefined, isStopped: true });
  expect(Object.keys(tests.getState().reports)).toEqual(['t1']);
  expect(toasts.getState().toasts).toEqual([]);
  tests.replaceAll([good]);
  await commands.runAll();
  expect(tests.getState()).toMatchObject({ isStopped: false, reports: { t1: { passed: true } } });
});

test('the first run of a kept test can be stopped: it is there, and has not run', async () => {
  const { commands, tests, view, kept } = aBench('tests-stopped-first');
  kept[0] = { ...good, name: 'Endless' };
  const keeping = commands.keepRun();
  await expect.poll(() => tests.getState().running).toBe('t1');
  expect(view.getState().dialog).toBe('tests');
  commands.stop();
  await keeping;
  expect(tests.getState()).toMatchObject({ tests: [{ name: 'Endless' }], reports: {} });
});

const passed: TestReport = { test: 't1', passed: true, differences: [], more: 0 };

test('a flow that is opened while a test of another runs gets nothing of it', async () => {
  const { commands, tests, document, db, end, kept } = aBench('tests-left');
  kept[0] = { ...good, name: 'Endless' };
  const keeping = commands.keepRun();
  await expect.poll(() => tests.getState().running).toBe('t1');
  document.open(newFlow('g', () => 'g'));
  tests.replaceAll([]);
  end({ ...passed, passed: false, differences: [otherTime] });
  await keeping;
  expect(tests.getState()).toMatchObject({ tests: [], reports: {}, running: undefined });
  expect(await loadTests(db, 'g')).toEqual([]);
  expect(await loadTests(db, 'f')).toMatchObject([{ name: 'Endless' }]);
});

test('a test that is put back after its flow was left is a test of that flow', async () => {
  const { commands, tests, document, db } = aBench('tests-back-elsewhere');
  await commands.keepRun();
  const putBack = await commands.remove('t1');
  document.open(newFlow('g', () => 'g'));
  tests.replaceAll([]);
  putBack();
  await expect.poll(() => loadTests(db, 'f')).toEqual([good]);
  expect(await loadTests(db, 'g')).toEqual([]);
  expect(tests.getState().tests).toEqual([]);
});

test('a test that is deleted while it runs for the first time stays deleted; one that is renamed keeps its name', async () => {
  const { commands, tests, db, end, kept } = aBench('tests-first-run');
  const endless = { ...good, name: 'Endless' };
  kept[0] = endless;
  const keeping = commands.keepRun();
  await expect.poll(() => tests.getState().running).toBe('t1');
  commands.rename(endless, 'Orders');
  end({ ...passed, passed: false, differences: [otherTime] });
  await keeping;
  expect(tests.getState().tests).toMatchObject([{ name: 'Orders', steps: [{ mode: 'except' }] }]);
  expect(tests.getState().reports['t1']?.passed).toBe(true);

  tests.replaceAll([]);
  const again = commands.keepRun();
  await expect.poll(() => tests.getState().running).toBe('t1');
  await commands.remove('t1');
  end({ ...passed, passed: false, differences: [otherTime] });
  await again;
  expect(tests.getState()).toMatchObject({ tests: [], reports: {} });
  await expect.poll(() => loadTests(db, 'f')).toEqual([]);
});

test('tests run one after the other: "stop" ends the one that is said to run, and those that wait', async () => {
  const { commands, tests, stopped } = aBench('tests-in-turn');
  const endless = { ...good, name: 'Endless' };
  tests.replaceAll([endless, { ...good, id: 't2' }]);
  const all = commands.runAll();
  await expect.poll(() => tests.getState().running).toBe('t1');
  const changed = commands.change({ ...good, id: 't2', name: 'Changed' });
  expect(tests.getState().running).toBe('t1');
  commands.stop();
  await Promise.all([all, changed]);
  expect(stopped).toEqual(['t1']);
  expect(tests.getState()).toMatchObject({ running: undefined, isStopped: true, reports: {} });
});
