/**
 * Tests of a flow: kept from runs, run in the run worker on recorded answers, kept in this browser beside the flow.
 *
 * 1. No service is asked and nothing is sent by a test.
 * 2. What is stopped says nothing: what it found before stands, and no test follows it.
 * 3. A test that is kept is run at once: what differs although nothing has changed (times, new ids) may differ from then on.
 */
import { allowing, type FlowTest, type TestReport } from '../../runtime/contract.ts';
import { keepTest, removeTest, type Database } from '../../storage/contract.ts';
import { say } from '../../words/index.ts';
import type { TestCommands, Workbench } from '../state/workbench.ts';

type Stores = Pick<Workbench, 'document' | 'run' | 'runs' | 'tests' | 'toasts' | 'view'>;

export function createTestCommands(
  bench: Stores & { readonly openDatabase: () => Promise<Database> },
): TestCommands {
  const { document, runs, tests, toasts, view, openDatabase } = bench;

  async function run(test: FlowTest): Promise<TestReport | undefined> {
    const { flow } = document.getState();
    if (flow === undefined) return undefined;
    tests.setState({ running: test.id, isStopped: false });
    try {
      return await runs.runTest(test, flow);
    } catch {
      if (isStopped()) return undefined;
      toasts.show({ text: say('common.test-stopped'), tone: 'trouble' });
      return undefined;
    } finally {
      tests.setState({ running: undefined });
    }
  }

  function isStopped(): boolean {
    return tests.getState().isStopped;
  }

  async function runAndReport(test: FlowTest): Promise<void> {
    const report = await run(test);
    if (report !== undefined && tests.getState().tests.includes(test)) tests.report(report);
  }

  function put(test: FlowTest): void {
    const { flow, readOnly } = document.getState();
    tests.put(test);
    if (flow === undefined || readOnly) return;
    void openDatabase()
      .then((db) => keepTest(db, flow.id, test))
      .catch(() => toasts.show({ text: say('tests.not-kept'), tone: 'trouble' }));
  }

  return {
    async keepRun() {
      const kept = await runs.keepAsTest(
        say('tests.default-name', { number: tests.getState().tests.length + 1 }),
      );
      if (!kept.ok) {
        toasts.show({ text: say(`tests.cannot-${kept.reason}`), tone: 'trouble' });
        return;
      }
      put(kept.value);
      view.setState({ dialog: 'tests' });
      const first = await run(kept.value);
      if (first === undefined) return;
      const test =
        first.differences.length === 0 ? kept.value : allowing(kept.value, first.differences);
      if (test !== kept.value) put(test);
      await runAndReport(test);
    },
    async runAll() {
      for (const test of tests.getState().tests) {
        await runAndReport(test);
        if (isStopped()) return;
      }
    },
    stop() {
      const { running } = tests.getState();
      if (running === undefined) return;
      tests.setState({ isStopped: true });
      void runs.stopTest(running);
    },
    async change(test) {
      put(test);
      await runAndReport(test);
    },
    async remove(id) {
      const test = tests.getState().tests.find((each) => each.id === id);
      tests.remove(id);
      void openDatabase()
        .then((db) => removeTest(db, id))
        .catch(() => undefined); // it comes back with the next start, nothing else
      return () => {
        if (test !== undefined) put(test);
      };
    },
    rename: (test, name) => {
      const report = tests.getState().reports[test.id];
      put({ ...test, name });
      if (report !== undefined) tests.report(report);
    },
  };
}
